/** "Bronze (0-$500)", "Gold ($500-$5K)", "Whale ($5K+)": what one spends, and no price. For folded texts. */
export const isSpend = (text: string): boolean => SPEND.test(text) && !/\/|\bper\b|每/.test(text);
const SPEND =
  /[<>≤≥]\s?\p{Sc}\s?\d|\b(?:up to|over|under|above|below|first) \p{Sc}\s?\d|\d[\d.,]*\s?[kmb]?\s?-\s?\p{Sc}\s?\d|\p{Sc}\s?\d[\d.,]*\s?[kmb]?\s?(?:\+|-\s?\d)/iu;

/** "By paying $500 a user gets the next level", "When you top up $50": what is paid in, and by no unit. For folded texts. */
export const isPaidIn = (text: string): boolean => PAID_IN.test(text);
const PAID_IN =
  /^(?:by|when|after|upon|once|if) (?:you |they |one )?(?:pay|top|deposit|add|prepay|spend)(?:ping|ing|s)?(?: up| in)? (?:at least |over |more than )?\p{Sc}\s?\d/iu;
