const MONEY = /[$€£¥￥]\s*\d|\d\s*[元円]/;

/** True where a text as written shows an amount beside the sign of its currency: a look, before anything of the page is known. */
export const showsMoney = (text: string): boolean => MONEY.test(text);
