import type { Document } from '../../../infra/contracts/document.ts';
import { type CurrencyContext, currencyContext, findCurrency } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import { providerOfUrl, sameName } from '../../normalise/providers.ts';
import { remembered } from '../../normalise/remembered.ts';
import { findUnit } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { findAmounts } from './amounts.ts';
import { askedAbout } from './asked-about.ts';
import { isExampleHeading, isQuestions } from './decoys.ts';
import { effectiveAt } from './effective.ts';
import { type Label, labelReader } from './label.ts';
import type { PageModel, Surroundings } from './model.ts';
import { CARD_NUMBER, FAMILY, PRICE_WORDS } from './names.ts';

/** What holds for a whole page: how its ambiguous signs are read, what its prose says once for all tables. */
export interface PageContext {
  readonly currencies: CurrencyContext;
  readonly label: (text: string) => Label;
  /** The currency of amounts that carry none, where the page has only one. */
  readonly currency: string | null;
  /** The currency that one credit is worth one of ("1 credit equals 1 USD"): what is counted in credits is a price then. */
  readonly creditCurrency: string | null;
  /** The unit of token prices that carry none. */
  readonly tokenUnit: Unit;
  /** False where no word of the page says so and the market's custom (1M tokens) is assumed. */
  readonly tokenUnitStated: boolean;
  /** True for a page of embeddings or rerankers that speaks of no output: its tokens go in. */
  readonly tokensGoIn: boolean;
  /** The day from which its prices hold, where the page gives one. */
  readonly effectiveAt: string | null;
  readonly hints: Document['hints'];
  /** What prices are called that the page gives no name: its title, else its provider. */
  readonly name: string;
  readonly title: string | null;
  /** True for the name the page's owner goes by, and for nothing else. */
  readonly isOwnName: (text: string) => boolean;
  /** True where prices stand under the headings of calculators alone. */
  readonly inCalculators: boolean;
  readonly problems: Set<string>;
}

const MILLION_TOKENS: Unit = { dimension: 'token', count: 1_000_000, noun: 'tokens' };

export function pageContext(source: Document, page: PageModel, inCalculators = false): PageContext {
  const text = page.text.length > 200_000 ? page.text.slice(0, 200_000) : page.text;
  const url = source.final_url || source.url;
  const currencies = currencyContext({ lang: source.lang, url, text });
  const stated = statedTokenUnit(page);
  const owner = source.provider ?? providerOfUrl(url) ?? '';
  return {
    currencies,
    label: labelReader(currencies),
    currency: source.hints.currency ?? commonCurrency(text, currencies),
    creditCurrency: creditCurrency(text, currencies),
    tokenUnit: stated ?? MILLION_TOKENS,
    tokenUnitStated: stated !== null,
    tokensGoIn: GOES_IN.test(text) && !COMES_OUT.test(text),
    effectiveAt: effectiveAt(text),
    hints: source.hints,
    name:
      (source.title ?? page.title)?.split(/\s[|–—·]\s|\s-\s|[|_]/)[0]?.trim() ??
      source.provider ??
      providerOfUrl(url) ??
      'unnamed',
    title: source.title ?? page.title,
    isOwnName: (text) => sameName(text, owner),
    inCalculators,
    problems: new Set(),
  };
}

const GOES_IN = /embedding|rerank|嵌入|向量|重排/i;
const COMES_OUT = /output|completion|generat|输出|生成|出力|출력|sortie|ausgabe|salida|saída/i;

/** A digit, or what may be one once it is folded. */
const MAY_COUNT = /[\d\u0080-\uffff]/;

/** The currency most amounts of the page are in; where none has one, what its headers say in words. */
function commonCurrency(text: string, context: CurrencyContext): string | null {
  const counts = new Map<string, number>();
  for (const amount of text
    .split('\n')
    .flatMap((line) => (MAY_COUNT.test(line) ? findAmounts(fold(line), context) : [])))
    if (amount.currency !== null) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first !== undefined) return first[0];
  if (/元\s*\/|人民币|RMB|CNY|[((]元[))]|单位\s*[:：为是]{1,2}\s*元|以元(?:计|为)/i.test(text)) return 'CNY';
  if (/\bUSD\b|US dollars?|美元|\$\s*\//i.test(text)) return 'USD';
  return /\bEUR\b|€/.test(text) ? 'EUR' : null;
}

const CREDIT =
  /(?<![\d.])1 (?:\p{L}+ )?(?:credit|积分|点) ?(?:=|equals?|is (?:worth|equal to)|等于|为) ?([$€£¥] ?1(?:\.0+)?|1 ?(?:usd|eur|us dollars?|dollars?|美元|元))(?![\d.]*\d)/iu;

/** In some script or width, before it is folded. */
const SPEAKS_OF_CREDITS = /credit|[积積]分|[点點\u00ad\u200b-\u200f\u2060\ufeff\uff21-\uff5a]/i;

function creditCurrency(text: string, context: CurrencyContext): string | null {
  if (!SPEAKS_OF_CREDITS.test(text)) return null;
  const worth = CREDIT.exec(fold(text.slice(0, 50_000)))?.[1];
  return worth === undefined ? null : findCurrency(worth, context);
}

/** "Prices per 1M tokens" in running text, the form found most often. */
function statedTokenUnit(page: PageModel): Unit | null {
  const votes = new Map<number, { unit: Unit; votes: number }>();
  for (const line of page.text.split('\n')) {
    if (line.length > 400 || !/tok|百万|千|词元/i.test(line)) continue;
    const unit = findUnit(fold(line))?.unit;
    if (unit?.dimension !== 'token' || unit.count < 1000) continue;
    const entry = votes.get(unit.count) ?? { unit, votes: 0 };
    entry.votes++;
    votes.set(unit.count, entry);
  }
  return [...votes.values()].sort((a, b) => b.votes - a.votes)[0]?.unit ?? null;
}

const GENERIC =
  /^(?:(?:our|the|all|api|models?|ai|llm|token|text|language|large|apps?|limits|chat|vision|image|video|audio|speech|embeddings?|multimodal|reasoning|flagship|featured|popular|other|more|latest|new|legacy|open[\s-]?source|open|proprietary|serverless|inference|gpus?|cloud|compute|instances?|on-demand|demand|reserved|spot|batch|standard|priority|flex|services?|products?|tools?|built-in|generation|pricing|prices?|cost|costs|rates?|plans?|overview|details?|summary|introduction|billing|table|list|section|usage|pay|as|you|go|per|by|for|and|of|with|to|in|&|hour|hourly|month|monthly|token|tokens|million|1m|general|available|specific|information|simple|transparent|clear|predictable|flexible|straightforward|calculator|compare|comparison|base|fine|tuning|(?:post-|pre-)training|fine-tuning|finetuning|tuned|online|deployment|dedicated|endpoints?|storage|requests?|agents?|commercial|nvidia|amd|mode|models'|input|output|context|caching|cache|what|is|are|how|much|does|it|faq|options?|plans?|notes?|examples?|a|an|on|at|from|starting|global|region|regional|tier|tiers|usd|cny|get|started|data|transfer|transcription|realtime|real-time|rerank|moderation|moderations|generation|family|series|frontier|third-party|partner|additional|search(?:es)?|fixed|flat|infrastructure|resources?|features|capabilities|tool|clusters?|docs|documentation|home|developers?|platform|console|results?|demo|playground|preview|history|settings|form|hardware|types?|sizes?)[\s,/|:()·-]*)+$|^(?:模型|产品|价格|定价|计费|说明|概述|标准|文本|生成|语言|大模型|大语言|视觉|图像|图片|视频|语音|向量|多模态|深度|思考|推理|推理服务|在线|批量|服务|列表|详情|细节|规则|单价|按量|付费|后付费|预付费|方式|模式|调用|API|api|理解|模型推理|模型服务|类|的|及|与|和|、|费用|计价|输入|输出|缓存|tokens?|token|&|\s|\/|\(|\)|（|）|-|一|二|三|四|五|六|\d|[.、:：])+$/i;

const SLOGAN =
  /^(?:scale|build|deploy|run|start|get|pay|choose|ship|power|accelerate|find|try|explore|discover|simple|flexible|transparent|predictable|affordable|everything|bring|grow|create|take|unlock|make|meet|transform|supercharge|do)\b(?:,? [\p{L}'’-]+){2,}$/iu;

/** "Scale from prototype to production": a verb and words in small letters, which "Explore Pro Max" has none of. */
const isSlogan = (text: string): boolean => SLOGAN.test(text) && /\s\p{Ll}/u.test(text);

/** True for a line longer than names are, with such a word in it. */
const speaks = (words: RegExp, text: string): boolean => words.test(text) && text.split(' ').length > 4;

/** "All that your team needs": it speaks to the reader. */
const TO_READER = /\s(?:your?|our)\s/i;
/** "The most powerful tools at the best value", "One API for your models": what a title adds, and no name. */
const PROMISES = /(?:^|\s)(?:the|your?|our|that|every)\s/i;

/** A heading or tab label as a product name: "GPT-4o pricing" names GPT-4o, "Pricing" and "Text models" name nothing. */
export const productOfHeading = remembered((text): string | null => {
  const name = text
    .replace(/^\s*(?:\d+(?:\.\d+)*[.、)](?!\d)|[一二三四五六七八九十]+、)\s*/, '')
    .replace(
      /\s*(?:[-–—|:：]\s*)?(?<!\p{L})(?:(?:and|&)\s+)?(?:api\s+)?(?:model\s+)?(?:pricing|prices?|price list|costs?|rates?)(?:\s+(?:overview|details|guide|page|information|info|summary)|\s+per\s+\w+(?:\s\w+)?)?(?:\s*\(.*\))?\s*$/iu,
      '',
    )
    .replace(
      /\s*(?:模型)?(?:的)?(?:产品)?(?:上线|发布)?(?:公告|通知)?(?:与|及|和)?(?:价格|定价|计费|收费|费用)(?:说明|标准|详情|规则|概述)?\s*$|(?:^|\s+)(?:가격|요금)(?:\s?(?:안내|정책|책정|표))?\s*$|の?(?:料金|価格)(?:表|体系|について|一覧)?\s*$/,
      '',
    )
    .replace(/^(?:pricing|prices?|cost|(?:(?:quick|price|pricing|cost) )*comparison)\s*(?:for|of|[-–—:|])\s*/i, '')
    .replace(/[#¶​\s]+$/u, '')
    .trim();
  if (name.length < 2 || name.length > 80 || /^(?:step|步骤|步驟) ?\d/i.test(name) || /[.!?。！？]$/.test(name))
    return null;
  if (CARD_NUMBER.test(name)) return name;
  const folded = fold(name);
  // "Frequently asked questions"; "Billed by traffic", "按流量计费": how one pays, not for what.
  if (HOW_ONE_PAYS.test(folded) || isQuestions(folded)) return null;
  // "Pricing that scales with you", "Speech pricing that's simple", "Scale from prototype to production": slogans.
  const ofPrices = /^(?:pric(?:es?|ing)|plans) |\b(?:pricing|prices|plans) that\b/i.test(folded);
  return GENERIC.test(folded) || FOR_WHOM.test(folded) || isSlogan(name) || ofPrices || speaks(TO_READER, name)
    ? null
    : name;
});
const HOW_ONE_PAYS =
  /^(?:bill(?:ed|ing)?|charg(?:ed?|ing)|pay(?:ment|ing)?|pric(?:ed|ing)) (?:by|per|based on|as you)\b|^按(?:使用|实际)?\p{Script=Han}{1,6}(?:计费|付费|收费)$/iu;
/** "For businesses", "Individual": who buys, not what. */
const FOR_WHOM =
  /^for (?:(?:your|small|large|growing) )?(?:(?:individuals?|business(?:es)?|teams?|enterprises?|organi[sz]ations?|companies|startups?|students?|educators?|education|everyone|personal use|developers?)(?:$|\s*(?:&|and|,)\s*)){1,3}$|^individuals?$/i;

/** True for a heading, however plain ("Speech to text"), that may name a rate which nothing else names: it speaks of more than prices. */
export const isTopic = (heading: string): boolean =>
  heading.length <= 40 &&
  /\p{L}{2}/u.test(heading) &&
  !/[?？]$/.test(heading) &&
  !PRICE_WORDS.test(fold(heading)) &&
  !isExampleHeading(fold(heading)) &&
  !isSlogan(heading);

/** What a heading, however plain, is about: all of one that names a thing, of a question what it asks the price of. */
export const topicIn = (heading: string): string | null => askedAbout(heading) ?? (isTopic(heading) ? heading : null);

/** "Archive ** - For data that is seldom read": a name and what is said of it. */
const NAME_AND_REMARK = /^(\p{L}[^:]{2,38}?)\s*[*†‡]*\s+[-–—]\s+(?=(?:[\p{L}'’-]+ ){3})(?=.*\s\p{Ll})/u;

/** "Orca 3 Pro" on a line of its own: as good as a heading where a copy of a page has none. */
function isNameLine(line: string, page: PageContext): boolean {
  if (line.length > 50 || !FAMILY.test(line) || !/\d/.test(line) || /[.!?:。]$/.test(line)) return false;
  const label = page.label(line);
  return label.residue.length > 1 && label.unit === null && !label.priced && productOfHeading(line) !== null;
}

/** "When you use Claude Orca 4.5 with its long window, rates change:" under "Long context": the one model that the texts right over a block speak of. */
function modelSpokenOf({ before, own }: Surroundings): string | null {
  if (own === 0) return null;
  const models = before.slice(-own).flatMap((text) => (FAMILY.test(text) ? (text.match(MODEL_IN_TEXT) ?? []) : []));
  const names = new Set(models.filter((name) => FAMILY.test(name)));
  const [only] = names;
  // A line that is a name says it better.
  if (before.slice(-own).some((text) => text.length <= 50 && FAMILY.test(text))) return null;
  return names.size === 1 && only !== undefined ? only : null;
}
/** Words that begin large and end in a version. */
const MODEL_IN_TEXT = /\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}[ -]\d{1,2}(?:\.\d{1,2})?(?![\w%.,]*\d|[KMB]\b)/gu;

/** The product a block is about, by what stands over it, nearest first; the page's own name last. */
export function productOfContext(
  around: Surroundings,
  sections: readonly string[],
  caption: string | null,
  page: PageContext,
): string | null {
  const tabs = [...around.tabs].reverse();
  const headings = around.headings.map((heading) => heading.text).reverse();
  for (const section of [...sections].reverse()) {
    const name = NAME_AND_REMARK.exec(section)?.[1];
    if (name !== undefined && isTopic(name)) return name;
  }
  const nearest = [...[...sections].reverse(), ...(caption === null ? [] : [caption]), ...tabs, ...headings];
  const spoken = headings.some((text) => FAMILY.test(text)) ? null : modelSpokenOf(around);
  for (const text of nearest) {
    if (spoken !== null && headings.length > 1 && text === headings[1]) return spoken;
    const label = page.label(text);
    if (label.region !== null || (label.mode !== null && label.residue.length <= 1)) continue;
    const product = productOfHeading(text);
    if (product !== null && label.residue.length > 1) return product;
  }
  if (spoken !== null) return spoken;
  const named = headings.length > 0 ? undefined : around.before.findLast((line) => isNameLine(line, page));
  if (named !== undefined) return productOfHeading(named);
  // "Heron AI Pricing: Serverless, Dedicated": what stands behind says of what.
  const title = page.title?.split(/\s[|–—·]\s|\s-\s|[|_]|(?<=\s(?:pricing|prices?|costs?))\s*:/i)[0];
  return title === undefined || speaks(PROMISES, title) ? null : productOfHeading(title);
}
