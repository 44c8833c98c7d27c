/** "[0,32K]", "(32K, 128K]", "(≤ 200K)" behind a name: for how much of what is put in its price holds. */
const BEHIND =
  /(?<=\S)\s*((?:\[(?=[^[]*\d)|[(（](?=[^(（]*\d ?[km]))\s*(?:\d[\d.]*\s*[km]?\s*[,，~]\s*(?:\d[\d.]*\s*[km]?|\+?∞)|[<>≤≥]\s*=?\s*\d[\d.]*\s*[km])\s*[\])）])\s*$/i;

/** The range behind a name, as it is written; null where there is none. */
export const rangeBehind = (name: string): string | null => BEHIND.exec(name)?.[1] ?? null;

export const withoutRange = (name: string): string => name.replace(BEHIND, '');
