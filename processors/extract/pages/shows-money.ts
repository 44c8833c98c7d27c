import { CODES, MONEY_BEGINS, MONEY_ENDS } from '../../normalise/currency.ts';

const MONEY = new RegExp(`${MONEY_BEGINS}|${MONEY_ENDS}`);
const MARK = new RegExp(
  String.raw`[\p{Sc}￥元円원]|(?<!\p{L})(?:${CODES}|zł|руб|kr|Kč|lei|TL|Rp|RM|Rs|лв|грн|đ|บาท|ر\.س|د\.إ|ريال|درهم)(?!\p{L})`,
  'u',
);

/** True where a text as written shows an amount beside the sign or the code of its currency: a look, before anything of the page is known. */
export const showsMoney = (text: string): boolean => /\d/.test(text) && MONEY.test(text);

/** True where a text names a currency, with or without an amount. */
export const showsCurrency = (text: string): boolean => MARK.test(text);
