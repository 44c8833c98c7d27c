/** Stands in a text, while it is read, where struck words were. */
export const STRUCK_OUT = '\u0000';

/** A text without the places of struck words, and without the brackets that held nothing else: "0.3 (list price ~~0.6~~)" says 0.3. */
export const withoutStruck = (text: string): string =>
  text.includes(STRUCK_OUT)
    ? text.replaceAll(/\s*[(（[][^()（）[\]\d]*\0[^()（）[\]\d]*[)）\]]/g, '').replaceAll(STRUCK_OUT, '')
    : text;
