/** "5,000 free lookups per month (shared by all models), then $14 per 1,000 requests.": a cell, though it ends like a sentence. */
export const isFreeThenPaid = (folded: string): boolean => folded.length <= 140 && FREE_THEN.test(folded);
const FREE_THEN =
  /^(?:first )?[\d.,]+ ?[kmb]? \p{L}.*(?:then|thereafter|after that),? \p{Sc}\s?[\d.,]+\s?(?:\/|per )[^.]{1,40}\.?$/iu;
