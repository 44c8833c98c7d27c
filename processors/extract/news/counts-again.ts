const COUNT =
  /\b(?:the|that|its|this|their) (?:number|count|figure|total|tally|fleet)\b[^,;.]{0,20}\b(?:was|stood at|is|were|had been|had stood at)(?: (?:about|around|just|only|some))? (?=\d)/;

/** "One year earlier the number was 23,900": a sentence that goes on counting what the one before it counted. */
export const countsAgain = (text: string): boolean => COUNT.test(text);

/** Where the figure of such a sentence stands; -1 where it is none. */
export const countAgainAt = (text: string): number => {
  const match = COUNT.exec(text);
  return match ? match.index + match[0].length : -1;
};

const TALLIED =
  /^[*_ -]*[a-z][\w .,&*-]{1,40}: (?:some |about |around |roughly |over |nearly )?(?=\d{1,3}(?:,\d{3})+(?: each)?[.;,]?$)/;

/** Where the count stands in "Meta: 224,000.", an item of a tally; -1 elsewhere. */
export const talliedAt = (text: string): number => {
  const match = TALLIED.exec(text);
  return match ? match[0].length : -1;
};
