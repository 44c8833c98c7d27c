import { HEADLESS_HAN, type Line } from './bare-count.ts';
import type { Block } from './blocks.ts';
import { type Counted, openingNames, TOKEN_COUNT, TOKENS } from './counted-noun.ts';
import { lastAsked } from './last-asked.ts';
import type { Quantity } from './quantity.ts';
import type { Sentence } from './sentences.ts';
import { hasHan } from './text.ts';

/** As much of an article as the question needs. */
interface Text {
  readonly folded: string;
  readonly titleText: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}

/** What passes through models, by its own name. */
const USAGE = /(?:处理|调用|使用|消耗|消费|吞吐|推理|生成)(?:的?总)?(?:量|数|规模)|用量|token|词元/;
const USAGE_SAID = /用量|消耗|调用|处理|吞吐|多少个? ?(?:token|词元)|(?:token|词元)[^,，。;；]{0,8}多少/;
/** Over what time; of anything else nobody says so in such numbers. */
const PERIOD = /每一?(?:天|日|周|月|分钟|秒|季)|[日周月]均|单[日月周]|一天|一周|一个月/;
/** What else is counted in such numbers. */
const OTHERS =
  /价|(?<!词)元(?!宝)|费(?<!消费)|成本|营收|收入|利润|投资|投入|支出|开支|亏损|市值|估值|融资|募|亿?美金|用户|客户|开发者|企业|参数|训练|语料|数据[集量]?|上下文|窗口|下载|播放|浏览|搜索|访问|活跃|日活|月活|会员|订单|人口|人(?!工)|(?<![首此本这再今上两])次|张|卡|颗|片|瓦|(?<!数|文)字(?!节)/;
/** 云栖大会上, 在开发者日: where it was said. */
const OCCASION = /[\u4e00-\u9fffa-z]{1,8}(?:大会|峰会|发布会|论坛|沙龙|访谈|电话会议?|业绩会|财报)/g;
/** 从4万亿涨到40万亿 */
const MOVES_ON =
  /^(?:一路|迅速|快速|猛|直接)*(?:[涨升增提扩降跌减翻跃飙对]|攀升|拉升|领跑|领先|居首|登顶|夺冠|位[居列]|排[第名在]|打底|封顶|压过|险胜)[长加高大至到]?/;
/** The unit of all numbers of a sentence, behind them. */
const SAID_BEHIND =
  /(?:[均都皆][为是指]?|以上[^,，。;；]{0,4}|单位[:：为是]?)[^,，。;；()\d]{0,10}(?:token|词元)[^,，。;；()\d]{0,6}[)）]?[。;；]?$/;
/** What a ranking of that platform counts needs no word. */
const RANKED = /openrouter/;
/** From here on a number that stands alone is nothing but a volume, where that is what the text is about. */
const VAST = 1e11;
const LARGE = 1e9;
/** So many sentences open a text. */
const OPENING = 2;

/** Whether a text asks how many tokens go through whom, in its title or its opening, or names tokens there at all. */
const topicOf = lastAsked(({ folded, titleText, blocks, sentences }: Text): { asks: boolean; names: boolean } => {
  const opening = sentences
    .slice(0, OPENING)
    .map(({ start, end, block }) => ({ text: folded.slice(start, end), block }));
  return {
    asks:
      RANKED.test(titleText) ||
      (TOKENS.test(titleText)
        ? openingNames(titleText) === TOKEN_COUNT && (hasHan(titleText) || ASKED_EN.test(titleText))
        : opening.some(
            ({ text, block }) =>
              openingNames(text) === TOKEN_COUNT &&
              (blocks[block]?.kind === 'heading' ||
                USAGE_SAID.test(text) ||
                (/[?:]$/.test(text) && ASKED_EN.test(text))),
          )),
    names: TOKENS.test(titleText) || opening.some(({ text }) => TOKENS.test(text)),
  };
});

/** "3.2 quadrillion a month": so much, or over what time. */
const isVolume = (text: string, q: Quantity): boolean =>
  q.large &&
  (Number(q.min ?? q.max) >= VAST || (Number(q.min ?? q.max) >= LARGE && TIMED_EN.test(text.slice(q.end, q.end + 12))));
const TIMED_EN =
  /^ (?:an?|per|each|every) (?:day|week|month|minute|quarter)\b|^ ?\/ ?(?:day|week|month|min)|^ (?:daily|weekly|monthly)\b/;
/** "Ask Google. In July it reported over 980 trillion a month": whoever was named before. */
const IT_SAYS =
  /\b(?:it|they|the (?:company|firm|group)) (?:(?:has|had|have|now|also|already) )*(?:report|sa(?:id|ys)|count|process|handl|disclos|g[ai]ve|serv|r[au]n|told|claim|put)/;
const ASKED_EN =
  /\b(?:how many|whose|who|most|usage|trackers?|rankings?|ranks|leaderboard|traffic|volumes?|consum\w+|process\w*|handl\w+|throughput|counts?|(?:per|a|every) (?:day|week|month|minute)|daily|weekly|monthly)\b/;

/** "谁家的Token最多 … 谷歌：去年还是每天4万亿，财报里则是40万亿": numbers in trillions of a text about volumes of tokens count those. */
export function countOfTopic(article: Text, { text, entities }: Line, q: Quantity, bare: boolean): Counted | undefined {
  if (!hasHan(text))
    return bare && (entities.length > 0 || IT_SAYS.test(text)) && isVolume(text, q) && topicOf(article).asks
      ? TOKEN_COUNT
      : undefined;
  const size = Number(q.min ?? q.max);
  const behind = text.slice(q.end, q.end + 12);
  if (!q.large || size < LARGE || !(HEADLESS_HAN.test(behind) || MOVES_ON.test(behind))) return undefined;
  const lead = /[^,，。;；:：]*$/.exec(text.slice(0, q.start))?.[0].replace(OCCASION, '') ?? '';
  // 12月4万亿，3月12.7万亿（均为日均token）
  if (SAID_BEHIND.test(text.slice(q.end)) && !OTHERS.test(lead)) return TOKEN_COUNT;
  if (OTHERS.test(lead.replace(/token数|词元数/g, ''))) return undefined;
  const [used, timed] = [USAGE.test(lead), PERIOD.test(lead)];
  if (!used && !timed && size < VAST) return undefined;
  const { asks, names } = topicOf(article);
  return asks || (names && used && (timed || size >= VAST)) ? TOKEN_COUNT : undefined;
}
