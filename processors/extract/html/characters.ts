/** Characters of markup, by their codes. */
export const LESS_THAN = 0x3c;
export const GREATER_THAN = 0x3e;
export const AMPERSAND = 0x26;
export const SOLIDUS = 0x2f;
export const EQUALS = 0x3d;
export const DOUBLE_QUOTE = 0x22;
export const SINGLE_QUOTE = 0x27;
export const EXCLAMATION = 0x21;
export const DASH = 0x2d;

export const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c;

/** True, by code, for the characters that a pattern takes. */
export const codesOf = (pattern: RegExp): readonly boolean[] =>
  Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
