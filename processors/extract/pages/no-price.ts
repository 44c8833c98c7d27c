const NO_PRICE =
  /^(?:[-—–/\\.]+|n\/?a|contact.*|talk to.*|custom(?: pricing| quote)?|quote|on request|inquire|coming soon|sold out|not (?:available|supported|applicable)|unavailable|none|(?:limited[- ]time )?free(?: of charge)?|included|let's talk|get a quote|包含|联系.*|咨询.*|限时免费|免费|暂无.*|不支持|敬请期待|定制|無料|お問い合わせ|무료|kostenlos|gratis|gratuit|无)$/i;

/** "$0.01 x (width / 1024) x steps": how a price is reckoned. */
const FORMULA = /^\p{Sc}?\s?[\d.]+\s?[x×*]\s?\(/u;

/** True for what stands where no price does: "-", "N/A", "Free", "Contact us", a formula. */
export const isNoPrice = (folded: string): boolean => NO_PRICE.test(folded) || FORMULA.test(folded);

/** "Batch price: not supported", "H200 - N/A": a kind of price, or a thing, that there is none of. */
export const hasNoPrice = (folded: string): boolean =>
  folded.length <= 50 && (NOT_SOLD.test(folded) || isNoPrice(PRICE_OF.exec(folded)?.[1] ?? '?'));
const NOT_SOLD = /\S(?::| -) (?:n\/?a|not available|unavailable|sold out|coming soon)$/i;
const PRICE_OF = /(?:\bpric(?:es?|ing)|\bcosts?|\brates?|单价|价格|定价|费用)[\s:]+(.+)$/i;
