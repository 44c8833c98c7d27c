import { CODES } from '../../normalise/currency.ts';

const AFTER = String.raw`\p{Sc}|[元円원]|(?:${CODES}|zł|kr|руб)(?!\p{L})`;
const MONEY = new RegExp(String.raw`[\p{Sc}￥]\s*\d|(?<!\p{L})(?:${CODES})\s*\d|\d\s*(?:${AFTER})`, 'u');
const MARK = new RegExp(String.raw`[\p{Sc}￥元円원]|(?<!\p{L})(?:${CODES}|zł|руб)(?!\p{L})`, 'u');

/** True where a text as written shows an amount beside the sign of its currency: a look, before anything of the page is known. */
export const showsMoney = (text: string): boolean => /\d/.test(text) && MONEY.test(text);

/** True where a text names a currency, with or without an amount. */
export const showsCurrency = (text: string): boolean => MARK.test(text);
