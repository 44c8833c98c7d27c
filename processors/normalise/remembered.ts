/** So many answers are forgotten at once: about what a page or two ask, not more, for the next one asks otherwise. */
const MOST = 256;
const LONGEST = 200;

/** A pure function of texts that is asked the same several times in a row of a page or a table: its answers to short ones are kept for a while. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const given = answer(text);
    known.set(text, given);
    return given;
  };
}
