/** "Bronze (0-$500)", "Gold ($500-$5K)", "Whale ($5K+)": what one spends, and no price. For folded texts. */
export const isSpend = (text: string): boolean => SPEND.test(text) && !/\/|\bper\b|每/.test(text);
const SPEND =
  /[<>≤≥]\s?\p{Sc}\s?\d|\b(?:up to|over|under|above|below|first) \p{Sc}\s?\d|\d[\d.,]*\s?[kmb]?\s?-\s?\p{Sc}\s?\d|\p{Sc}\s?\d[\d.,]*\s?[kmb]?\s?(?:\+|-\s?\d)/iu;
