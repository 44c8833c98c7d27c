import { firstOf } from '../../normalise/may-match.ts';

/** Labels over numbers that measure something else: windows, sizes, speeds, dates. Bare numbers under them are no prices. */
const MEASURES: readonly RegExp[] = [
  /\bcontext\s*(?:window|length|size|limit|\(tokens\)|\(k\))|\bcontext$|^context\b(?!\s*cach)|\bwindow\b|上下文(?:长度|窗口)?$|^上下文(?!.*缓存)/i,
  /\bmax(?:imum)?\.?\s*(?:completion|response|output|input|tokens?|context|length|pcpus?|vcpus?|ram|memory|batch|speed|new)|最大|最长|窗口|思维链长度|输出长度$|输入长度$/i,
  /rate limits?|\b(?:rpm|tpm|rpd|tpd|rps|qps|tps|ipm|rph)\b|concurren|throughput(?! units?)|^(?:(?:max|free) )?(?:tokens?|requests?|images?|messages?) ?(?:\/|per) ?(?:min(?:ute)?|day)\b|并发|限流|速率|限速|吞吐/i,
  /latency|(?<!-)\bspeeds?\b(?!-)|(?:tokens?|characters?|chars?|images?|requests?|words?)\s*(?:\/|per)\s*s(?:ec(?:ond)?)?\b|\bt\/s|时延|速度/i,
  /\bparam(?:eter)?s?(?:\s*(?:count|size))?$|\bactive params|参数量|参数规模|\bdimensions?$|维度/i,
  /vram|\bv?cpus?(?:$|\s*(?:count|cores|:))|\bpcpus?\b|\bram\b|\bmemory\b|\bssd\b|\bnvme\b|\bdisk\b|显存|内存(?!型)|记忆体|\bbandwidth\b|\bnetwork(?:ing)?\b|带宽|\bcores$|\bwatts?\b|\btflops|\bfp\d+\b/i,
  /\bscores?\b|\brank|\belo\b|benchmark|\breleased?\b|\bdates?\b|cutoff|knowledge|截止|\bmodalit|\bcapabilit|\bdescription|\bavailability|^(?:status|stage|maturity|lifecycle)$|^(?:状态|阶段)$|发布|更新时间|描述|说明$|备注|场景|上线|下线|有效期/i,
  /^(?:images?|tokens?|requests?|seconds?|minutes?|pages?)\s+per\s*(?:[$¥€]|dollar)|per\s*[$¥€]\s*1\b/i,
  /\btokens ?(?:\/|per) ?(?:requests?|calls?|quer(?:y|ies)|messages?|conversations?|prompts?)$|\bquantity\b|\bqty\b|^number of\b|\bcount\b|用量|消耗量?$|数量$|neurons$|in neurons|^dbus?\b|\bin dbus?\b/i,
  /\b(?:http|status|error|response|return) (?:status )?codes?\b|\bfehlercodes?\b|状态码|错误代?码|返回码|狀態碼|錯誤代?碼/i,
];
/** Labels over money that is no price: credits, limits, totals, savings, examples. Amounts under them are none, whatever their sign. */
const SUMS: readonly RegExp[] = [
  /free\s*(?:tier|quota|allocation|credits?|usage|tokens|trial)|\b(?:no[- ]cost|(?:no|free of|without) charge|complimentary)\b|\ballowances?\b|免费(?:额度|试用|赠送)|赠送|\bcredits?\b(?! card)|(?<!load[ -])\bbalance\b|额度|余额|充值|起充|代金券|优惠券|积分|크레딧|クレジット(?!カード)|кредит(?!н)|бонус|\bcr[ée]dit[os]?s?\b(?!\s(?:card|carte))|\bguthaben\b|预扣|冻结金额|押金|保证金/i,
  /\bsavings?\b(?! plans?)|\bsaves?\b|\bdiscounts?$|\bdiscount rate|% off|折扣$|折扣率|优惠幅度|节省|立减/i,
  /^\W*min(?:imum)?\.?:? (?:of )?[$€£¥]\s?\d/i,
  /\bquota\b|\blimits?\b|\bdeposit|\bminimum (?:spend|charge|commit|usage|purchase|top-?up|balance)|(?:month|mo|year|yr) minimum$|\bspend(?:ing)?\b|\bqualification|\bbudget|\bthreshold|\b(?:spend|usage) cap\b|^max(?:imum)? (?:monthly|daily) |限额|消费(?:金额|上限)?$|门槛/i,
  /\bexamples?\b|\bworked (?:figures?|cases?|sums?)\b|\best(?:imated?|\.) ?(?:total|bill|monthly|annual|yearly|costs?|savings?)|\btotal\b|\bbill\b|\bsubtotal|示例|举例|合计|总价|总计|小计|预估|预计|总费用/i,
  /^(?:avg|average|mean|median)\b\.? (?!.*\bgpus?\b)|^平均/i,
  /\brevenue\b|\bvaluation|\bfunding|\bROI\b|\bprofit|营收|融资/i,
];

const firstMeasure = firstOf(MEASURES);
const firstSum = firstOf(SUMS);

export const isMeasure = (text: string): boolean => firstMeasure(text) >= 0;
export const isSum = (text: string): boolean => firstSum(text) >= 0;

/** Headings over worked examples and questions: the money there is no price list. */
export const isExampleHeading = (text: string): boolean =>
  isWorked(text) ||
  isQuestions(text) ||
  ASIDE.test(text) ||
  (LIMITS.test(text) && !/pricing|\bprices?\b|价格|定价|计费/i.test(text));

/** Headings over what something came to, or would come to: an answer to a question may state a price, a calculator never does. */
export const isWorked = (text: string): boolean => WORKED.test(text) && WORKED.test(text.replace(SAMPLES, ' '));
/** "Example data", "Beispielmodelle": some of what there is, and nothing reckoned. */
const SAMPLES =
  /\b(?:example|sample) (?:data|models?|products?|rates)\b|\bbeispiel-?\s?(?:daten|modelle|produkte)\b|示例(?:数据|模型)|\b(?:datos|modelos) de ejemplo\b|\b(?:données|modèles) d['’]exemple\b/i;
/** True for a heading over a calculator: it may list the rates it reckons with. */
export const isCalculator = (text: string): boolean =>
  /\bcalculat(?:ors?|ions?)\b|计算器|計算[機器]/i.test(text) && !/\bexamples?\b|示例|案例/i.test(text);
const WORKED =
  /\bexamples?\b|\btypical\b.*\bcosts?\b|\bcalculat|\bestimat(?:e|es|or|ors|ing|ions?)\b|\bestimated (?:monthly|annual|yearly|total|bill)\b|\bscenarios?\b|\bcase stud|\btestimonial|\bvs\.? (?:aws|azure|gcp|google|openai|others?|the rest|hyperscalers?|traditional|on-prem(?:ises)?)\b|示例|案例|举例|例子|计算器|场景(?:估算|举例)|料金例|^예\)|계산 예|예시|예제|예를 (?:들|보)|計算例|\b(?:rechen)?beispiele?\b|\bexemples?\b|\bejemplos?\b|\besempi[oi]?\b|\bexemplos?\b|\bprzykład|\bvoorbeeld|(?<![а-я])примеры?(?![а-я])|シミュレーション|[試试]算|[範范]例|計算[機器]/i;

/** "예) ...", "例：", "z. B. 3 h": a line that says itself that it is an example, and "3 × $2 = $6": one that reckons. */
export const isReckoned = (folded: string): boolean =>
  EXAMPLE_LINE.test(folded) || BASED_ON.test(folded) || RECKONS.test(folded);
const EXAMPLE_LINE =
  /^[\s(（「•*-]*(?:예(?:시|를 들어)?\s*[):]|例(?:えば|如)?\s*[):、,]|计算示例|示例\s*:|(?:for )?example\s*:|e\.g\.|if an? [a-z ]{3,24} (?:charges|costs|is (?:priced|billed|charged)|uses|runs|takes|needs|sends)\b|z\. ?b\.|beispiel\s*:|par exemple|ej(?:emplo)?\s*[.:]|p\. ?ej\.|por ejemplo|por exemplo|np\.|например)/i;
const RECKONS =
  /\d[^=]{0,24}(?<![a-z])[×x*+][^=]{0,40}\d[^=]{0,24}=\s*(?:[^\s\d]{1,4}\s?)?\d|^\s*=\s*\p{Sc}?\s?\d|\p{Sc}\s?[\d.,]*\d\s*[×*]\s*\d+\s*$/iu;

/** "≈ $203/mo based on 2 vCPU" */
const BASED_ON = /^(?:≈|~|about |approx\.? )\s?\p{Sc}.*\bbased on\b/iu;

/** "75 cards * 24 h * $3 / h" below "$5,400": what the sum above it comes from. */
export const isCalculation = (folded: string): boolean => FACTORS.test(folded);
const FACTORS = /\d[^=×*]{0,24}[×*][^=×*]{0,24}\d[^=×*]{0,24}[×*]\s*\p{Sc}?\s?\d/u;

/** Headings over answers: they repeat the price list above, or state what no list on the page does. */
export const isQuestions = (text: string): boolean => QUESTIONS.test(text);
const QUESTIONS = /\bfaqs?\b|frequently asked|\bquestions\b|常[见見]问题|よくある質問/i;
const ASIDE =
  /新(?:用户|客户|人).{0,8}(?:礼|福利|赠)|好礼|礼包|\bwelcome (?:offer|gift|bonus)|\bcompared? (?:to|with)\b|\bcompetitors?\b|\balternatives\b|\bwhat (?:the )?(?:big|large|major|other|legacy) [\w ]{3,20}\b(?:ask|charge)s?\b|\belsewhere\b|\bhow (?!(?:our|the|these|all) (?:plans|tiers|models|options|editions)\b)(?:[\w-]+ ){1,4}?(?:compares?|stacks? up)\b|常[见見]问题|よくある質問/i;
const LIMITS = /^(?:\W*)limits?$|rate limits?|usage tiers?|spend limits?|限速|速率限制/i;

/** "Price in cents, e.g. 75 for $0.75": what is written so stands for others like it. */
export const isByExample = (folded: string): boolean =>
  folded.length > 24 &&
  /(?:\be\.g\.|\bfor (?:example|instance)\b|例如|比如|\bz\. ?b\.|\bp\. ?ej\.)[^$€£¥元]*[$€£¥\d]/i.test(folded);

/** "Field | Type | Description": what the answer of an interface holds, and no list of prices. */
export const describesFields = (headers: readonly (readonly string[])[]): boolean =>
  FIELD.test(headers[0]?.at(-1)?.trim() ?? '') && headers.some((texts) => TYPE.test(texts.at(-1)?.trim() ?? ''));
const FIELD = /^(?:field|param(?:eter)?|property|attribute|key|argument|字段|参数|属性)(?:s| ?names?|名称?)?$/i;
const TYPE = /^(?:data )?types?$|^(?:数据|参数|字段)?类型$/i;
