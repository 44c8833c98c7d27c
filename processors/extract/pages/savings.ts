/** "Save 23%", "25% off annually", "Save 2 months", "First month 50% off", "立省 20%": how much less one pays than some other price, beside or below what one does pay. */
export const isSaving = (folded: string): boolean => folded.length < 60 && SAVING.test(folded);

const SAVING =
  /^(?:you )?saves? (?:up to )?~?\d+ ?%(?: [^$€£¥\d]{0,30})?$|^(?:up to )?[-~]?\d+ ?% (?:off|savings?|discount|cheaper)(?: [^$€£¥\d]{0,30})?$|^saves? \d+ (?:days|weeks|months)$|^first (?:\d+ )?(?:months?|year) \d+ ?% off$|^(?:立?省|节省|优惠) ?\d+ ?%$/i;

/** "¥532 (save ¥228)": without what one saves. */
export const withoutSaved = (text: string): string => text.replaceAll(SAVED, '').trim();
const SAVED = /(?<=\S)\s*[(（](?:you )?(?:saves?|saving|立?省|节省)(?![a-z])[^()（）]*[)）]/gi;
