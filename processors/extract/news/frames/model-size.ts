import type { Quantity } from '../quantity.ts';

/** 比传统8B模型快两倍 */
const SIZE_HAN = /^b ?(?:级|规模|参数|量级|以[上下]的?|的?大?模型|moe|dense|稠密|尺寸|开源)/;
/** "22B active", "12B of it active", "with 94B weights": some number of a model's weights. */
const WEIGHTS =
  /\d ?[bt],? (?:[a-z]+ ){0,3}(?:active|activated|weights|dense)\b|\d ?[bt]-a\d|\d ?[bt] (?:total )?(?:param(?:eter)?s?\b|weights\b)/;
/** "640B a week", "1.2T tokens": what is counted over a time has its word. */
const COUNTED = /^ ?(?:tokens?\b|(?:an?|per|each|every) (?:day|week|month)|daily\b|weekly\b|monthly\b)/;

/** "Scout (109B, of which 17B active)": how large a model is, in the letters that sizes are written with. */
export const isModelSize = (text: string, q: Quantity): boolean =>
  /\d[bt]$/.test(text.slice(q.start, q.end)) &&
  (SIZE_HAN.test(text.slice(q.end - 1)) || (WEIGHTS.test(text) && !COUNTED.test(text.slice(q.end))));
