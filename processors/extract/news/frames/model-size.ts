import type { Article } from '../analysis.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

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

const ONLY_TOKENS =
  /^[*_ ]*(?:only |about |around |over |just )?\d[\d.,]* ?(?:[bt]|billion|trillion|m|million) tokens?(?: of [\w -]{3,30}| seen| in total)?[.*_ ]*$/;
const SIZED =
  /(?<![\w.])\d[\d.]* ?(?:b|t|m|billion|trillion|million)(?:[ -](?:total |dense |active )?param(?:eter)?s?\b|(?![\w.]| tokens| (?:a|per|each) ))/;
const USED = /\b(?:day|week|month|daily|weekly|monthly|process|serv|handl|usage|consum)/;

/** "- Microsoft Phi-2: 2.7b params" over "- 213b tokens": what the model of the item above has learnt from. */
export function isLearntByItem({ blocks, folded }: Article, { text, block }: Reading): boolean {
  const item = blocks[block];
  if (item?.kind !== 'bullet' || !ONLY_TOKENS.test(text)) return false;
  for (let i = block - 1; i >= 0 && blocks[i]?.kind === 'bullet'; i--) {
    const above = blocks[i];
    if (!above || above.level >= item.level) continue;
    const said = folded.slice(above.start, above.end);
    return SIZED.test(said) && !USED.test(said);
  }
  return false;
}
