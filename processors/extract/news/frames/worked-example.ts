import { lastAsked } from '../last-asked.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from './amount.ts';

/** "a job of 3 million input tokens and 1 million output tokens cost $45": what a piece of work comes to. */
const SUM =
  /\b(?:job|task|workload|session|conversation|document|run|pipeline|month)\b[^.;]{0,40}?(?<![$€£¥\d.,])\d[\d.,]*(?: ?(?:k|m|million|thousand))? (?:(?!per\b)\w+ ){0,2}(?:input|prompt) tokens\b[^.;]{0,40}?(?<![$€£¥\d.,])\d[\d.,]*(?: ?(?:k|m|million|thousand))? (?:(?!per\b)\w+ ){0,2}(?:output|completion) tokens\b|(?<!(?:per|\/) ?)\b(?!10{0,3}(?: |k|m))\d[\d.,]* ?(?:k|m|million|thousand) (?:input|prompt) tokens? (?:and|plus|\+) (?!10{0,3}(?: |k|m))\d[\d.,]* ?(?:k|m|million|thousand) (?:output|completion) tokens?/;
export const isSum = (text: string): boolean => SUM.test(text);

const INSTANCE = /例如|比如|譬如|举例|为例|假[设如定]|若以|for (?:example|instance)|e\.g\.|^\W*examples?:/;
/** "A 3,000 token page that returns 1,000 will cost", "a chat of 4,000 tokens costs": what one piece of work of such a size comes to. */
const ONE_PIECE =
  /\b(?:an?|one|each|every) (?:(?!10{0,2}(?:,?000){0,2}\b)\d[\d,]*[- ](?:token|word|page)s?\b (?:[\w-]+ )?|(?:[\w-]+ ){1,3}?(?:of|with) (?!10{0,2}(?:,?000){0,2}\b)\d[\d,]* (?:tokens|words|pages)\b)[^;$€£¥]{0,60}\b(?:costs?|comes? to|runs? to|sets? you back)\b/;
/** "(约750个tokens)的文本摘要任务": how much work there is, counted; a window or the tier of a price is none. */
const WORKLOAD =
  /\d ?[km] ?(?:tokens? ?)?(?:输入|输出) ?[+＋和、]|(?<![每/\d.,] ?)(?!10{0,3} ?[千万百k]* ?(?:个|输入|输出)*(?:tokens?|词元))\d[\d,.]* ?[千万百k]? ?(?:个|次|份|篇|页|轮|条)?(?:输入|输出|英文|中文|汉)?(?:字(?![节段])|单词|词(?!元)|tokens?(?![a-z])|词元|页|次(?:调用|请求|对话)|轮对话|份|篇)(?! ?(?:以[内上下]|的?(?:上下文|窗口)|(?:context|window)))/;
/** 按照每天2000次调用计算, 每天处理1000次对话 */
const AT_THAT_RATE =
  /(?:按照?|以)[^。;；]{2,40}?(?:计算|估算|测算|来算)[,，]|按照?[^。;；]{2,40}?(?:计算|估算|测算|来算)|每[天日月](?:约|大约|需要?|要|会)?(?:处理|消耗|调用|生成|翻译|回答|运行)[^,，。;；]{0,8}\d/;
/** 40000 tokens * (2元/1M tokens) = 0.08元, 乘以单价 */
const FORMULA = /[*×] ?[(（]?[$¥]?\d[^=]{0,40}=|乘以/;
/** 举例来说,翻译一篇2000字的文章,输入成本为$0.009: amounts without a unit of their own say what that much work comes to. */
export const isWorkedOut = (reading: Reading, { own, q }: Amount): boolean => {
  const { instance, always } = workOf(reading);
  return always || (instance && !own) || ONE_PIECE.test(reading.text.slice(0, q.start));
};

interface Work {
  /** The amounts without a unit of their own are of an example. */
  readonly instance: boolean;
  /** All amounts are. */
  readonly always: boolean;
}
/** A sentence with many amounts is looked through once. */
const workOf = lastAsked(({ text }: Reading): Work => {
  const [instance, rate] = [INSTANCE.test(text), AT_THAT_RATE.test(text)];
  const work = (instance || rate) && WORKLOAD.test(text);
  return { instance: instance && work, always: (rate && work) || FORMULA.test(text) };
});
