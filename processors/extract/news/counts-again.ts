const COUNT =
  /\b(?:the|that|its|this|their) (?:number|count|figure|total|tally|fleet)\b[^,;.]{0,20}\b(?:was|stood at|is|were|had been|had stood at)(?: (?:about|around|just|only|some))? (?=\d)/;

/** "One year earlier the number was 23,900": a sentence that goes on counting what the one before it counted. */
export const countsAgain = (text: string): boolean => COUNT.test(text);
