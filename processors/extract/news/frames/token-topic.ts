import type { Article } from '../analysis.ts';

/** "一图看 token 需求", "Token volumes at a glance" */
const TOPIC =
  /(?:\btokens?\b|词元) ?(?:日均|月度|总)?(?:需求|用量|使用量|消耗|调用|处理量|吞吐|volumes?\b|usage\b|demand\b|consumption\b)/;
const OVER_A_TIME =
  /(?:日均|每[日天月周]|单[日月周]|[月周]均)(?:消耗|处理|调用|使用|用量|吞吐|跑|约|近|逾|超过?|达到?|为|[:：])* ?$/;

/** Counted over a time, in a text whose title or first line is about the tokens that are used: 中国 日均消耗30万亿. */
export const isOfVolumes = ({ folded, titleText }: Article, lead: string): boolean =>
  OVER_A_TIME.test(lead) && (TOPIC.test(titleText) || TOPIC.test(/[^\n]*/.exec(folded.trimStart())?.[0] ?? ''));
