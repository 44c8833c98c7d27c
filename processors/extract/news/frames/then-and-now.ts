type Span = { readonly start: number; readonly end: number };

/** 去年初卖16元，如今只要4元: what it was once, and what it is. */
const THEN =
  /(?:去年|前年|年初|年前|个月前|半年前|20\d\d ?年|此前|原来|原先|以前|过去|曾经?|当初|早前|刚(?:上线|发布|推出))[^。;；]{0,48}$/;
const NOW = /^[^,，。;；]{0,8}[,，] ?(?:而?到?(?:了?今年|如今|现在|目前|眼下|当下|现已)|现)[^,，。;；\d]{0,12}$/;

const BACK_THEN =
  /^[^,，。;；]{0,8}[,，] ?而?(?:[一两三几半\d]+个?[年月]前|去年|前年|年初|(?:发布|上线|首发|推出)时|早先|当初)[^,，。;；\d]{0,6}(?:是|为|要|卖|得) ?$/;
/** 如今只卖0.3元，两年前是8元: what it is, and what it was once. */
export const nowAndThen = (text: string, first: Span, second: Span): boolean =>
  BACK_THEN.test(text.slice(first.end, second.start)) &&
  /(?:如今|现在|目前|眼下|当下|只[要卖需]|仅[要需]?)[^。;；]{0,24}$/.test(text.slice(0, first.start));

/** True where the second of two neighbouring sums is what the first has become. */
export const thenAndNow = (text: string, first: Span, second: Span): boolean =>
  NOW.test(text.slice(first.end, second.start)) && THEN.test(text.slice(0, first.start));
