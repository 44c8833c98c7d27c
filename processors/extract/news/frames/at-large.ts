import type { Article } from '../analysis.ts';
import { groupMeant } from '../group-meant.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';

const TRADE =
  /large models?|\bllms?\b|\b(?:token|inference|api|compute) (?:prices|costs|pricing)|industry|market(?:-wide)?|\bvendors\b|providers|hyperscalers|across the|行业|大模型|云厂商|厂商|市场|业内|各家|普遍|算力(?:租赁|价格|租金)|(?:gpu|显卡)(?:租赁|租金)/;
/** "API prices are down 50%, effective immediately": of the house spoken of. */
const FROM_NOW =
  /\beffective\b|\bimmediately\b|\bimmediate effect\b|\b(?:we|our)\b|\bas of (?:today|now)\b|\bfrom (?:today|now on)\b/;

/** "Token pricing for large models plummeted": true where a clause about prices speaks of the trade at large, of nobody in particular. */
export const isAtLarge = (article: Article, reading: Reading, clause: string, { how }: Subject): boolean =>
  how !== 'clause' &&
  how !== 'sentence' &&
  TRADE.test(clause) &&
  groupMeant(article, reading) === null &&
  !(how === 'carried' && FROM_NOW.test(reading.text));
