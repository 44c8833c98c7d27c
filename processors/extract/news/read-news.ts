import type { Announcement } from '../../../infra/contracts/announcement.ts';
import type { Document } from '../../../infra/contracts/document.ts';
import type { Article } from './analysis.ts';
import { isCompared, isConversion } from './context.ts';
import { distinct } from './distinct.ts';
import type { Draft } from './draft.ts';
import { isBesideTrade } from './frames/beside-trade.ts';
import { isBurned } from './frames/burned.ts';
import { readCapacities } from './frames/capacity.ts';
import { isMost, isOfAll, isRange, leadsToAnother, namesModel, ofAnother } from './frames/change-percent.ts';
import { withDeclaredUnit } from './frames/declared.ts';
import { directionNear } from './frames/direction.ts';
import { ofEachHouse } from './frames/each-house.ts';
import { followsSuit, readFollowSuit } from './frames/follow-suit.ts';
import { isRaisedTo } from './frames/guided-again.ts';
import { headsSeveral, withoutHead } from './frames/heads-several.ts';
import { isHeldWorth } from './frames/held-worth.ts';
import { isLicenceTerm } from './frames/licence-terms.ts';
import { readMoney } from './frames/money.ts';
import { readMultipleOfOld, speaksOfOldPrice } from './frames/multiple-of-old.ts';
import { isNoLevel } from './frames/no-level.ts';
import { isAnyones } from './frames/of-the-kind.ts';
import { readPreceded } from './frames/preceded.ts';
import { readPrices } from './frames/price.ts';
import { readPriceMoves, speaksOfPriceMove } from './frames/price-move.ts';
import { readPricePercent } from './frames/price-percent.ts';
import { isOfSecurities } from './frames/securities.ts';
import { tellsNothing } from './frames/sums-again.ts';
import { readTable, tellsEvents } from './frames/table.ts';
import { isHeader, isRemark, untoldOf } from './frames/table-remarks.ts';
import { countsCalls } from './frames/tokens.ts';
import { readTokenVolume } from './frames/tokens-of-each.ts';
import { grownAbove, growthAgain } from './growth-again.ts';
import { withoutHeadlines } from './headline-again.ts';
import { withMetrics } from './metric-told.ts';
import { openText } from './open-text.ts';
import { withPeriods } from './period-told.ts';
import { withHistory } from './price-history.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { toAnnouncement } from './record.ts';
import { withScoredRows, withScoredSubjects } from './scored/subject-chosen.ts';
import { readUntold } from './scored/untold-sum.ts';
import { isOthersGuess } from './status.ts';
import { pairedBySection } from './then-and-now-sections.ts';
import { withThings } from './thing-meant.ts';
import { worthReading } from './worth-reading.ts';

/**
 * The market signals a text states, in its order, one per distinct claim. Pure: no clock, no network, no state.
 * `document.body` is plain text; bullets, headings and tables may be Markdown. Offsets are UTF-16 units into it.
 */
export function readNews(document: Document): Announcement[] {
  return readClaims(document).map((draft) => toAnnouncement(document, draft));
}

/** The claims of a text as the frames read them, each once, before they become records. */
export function readClaims(document: Document): Draft[] {
  const { article, restore } = openText(document);
  const drafts = distinct(
    pairedBySection(article, withoutHeadlines(article, withHistory(article, readDrafts(article)))),
  );
  return withPeriods(article, withMetrics(withThings(article, drafts))).map(restore);
}

/** What each sentence and table states, in the order of the text; by rules alone where scores are not asked. */
export function readDrafts(article: Article, scores = true): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < article.sentences.length; i++) {
    const sentence = article.sentences[i];
    if (!sentence) continue;
    if (article.blocks[sentence.block]?.kind === 'row') {
      let last = i;
      while (article.blocks[article.sentences[last + 1]?.block ?? -1]?.kind === 'row') last++;
      const lastBlock = article.sentences[last]?.block ?? sentence.block;
      const first = isHeader(article, i) ? i + 1 : i;
      if (tellsEvents(article, sentence.block, lastBlock))
        for (let row = first; row <= last; row++) drafts.push(...readSentence(article, row, scores, drafts, null));
      else {
        const table = readTable(article, sentence.block, lastBlock);
        const told = scores ? withScoredRows(article, first, last, table) : table;
        drafts.push(...told);
        for (let row = first; row <= last; row++)
          if (isRemark(article, row, told))
            drafts.push(...untoldOf(article, told, readSentence(article, row, scores, drafts, null)));
      }
      i = last;
      continue;
    }
    if (!worthReading(article.folded.slice(sentence.start, sentence.end))) continue;
    const last = drafts.findLast((draft) => !draft.compared) ?? null;
    const read = readSentence(article, i, scores, drafts, last, ofMoney(drafts) ?? last);
    drafts.push(...read);
    if (read.length === 0 && drafts.length > 0) addGrowth(article, i, drafts);
  }
  return drafts;
}

/** A rate of growth in a sentence of its own goes to the figure above it. */
function addGrowth(article: Article, index: number, drafts: Draft[]): void {
  const { start, end } = article.sentences[index] ?? { start: 0, end: 0 };
  const opens = article.folded.slice(start, Math.min(end, start + 40));
  if (!/^(?:th|it|which)/.test(opens) && !(end - start < 40 && /增[长速幅率]/.test(opens))) return;
  const reading = article.reading(index);
  const growth = growthAgain(reading);
  if (growth === null) return;
  const at = grownAbove(article, reading, drafts);
  const figure = drafts[at];
  if (figure) drafts[at] = { ...figure, growth };
}

const mayState = (q: Quantity, text: string): boolean =>
  q.large ||
  (q.unit !== 'other' &&
    q.unit !== 'points' &&
    (q.unit !== 'number' ||
      /input|output|prompt|输入|输出|缓存|[:：,，]进 ?\d|units|[:：][由从]? ?[\d.,]+ ?(?:[;；。]?$|[上下升降涨调,，→]|[-=]>)|[为是卖:：] ?\d[\d.]* ?\/ ?\d/.test(
        text,
      ) ||
      NAME_AND_SUM.test(text)));
/** "Vultr 1.99（最低）": a line of a name and a figure. */
const NAME_AND_SUM = /^[a-z\u4e00-\u9fff][^:：\d]{1,20} \d+\.\d+[*_]* ?(?:$|[(（,，;；。][^\d]{0,30}$)/;

/** What is asked is not said. */
const QUESTION = /[?？]["”」』)）*_ ]*$/;

/** 5月你们把价格降到0.0008元，同行跟得很快，怎么看？: what an interviewer says before he asks for a view of it. */
const ASKS_VIEW =
  /[,，](?:您|你们?|大家|贵方)?(?:对此)?(?:怎么|如何)(?:看|评价|理解|解读|看待)[^,，?？]{0,8}[?？]["”」』)）*_ ]*$/;
const ASKS_FACT = /吗|是否|是不是|会不会|有没有|多少|什么|哪|谁|如果|要是|假如/;
const statesFirst = (text: string): boolean => {
  const view = ASKS_VIEW.exec(text);
  return view !== null && !ASKS_FACT.test(text.slice(0, view.index));
};

/** "$C = 6ND$", "$2 \\times 10^{9}$": mathematics, whose dollar signs are no money. */
const isFormula = (text: string): boolean =>
  text.includes('\\') && /\\(?:times|cdot|frac|sqrt|approx|sum|sim|leq|geq|text|mathrm|mathbf)(?![a-z])/.test(text);

/** Every frame in turn; a figure that one frame has taken is not offered to the next. */
function readSentence(
  article: Article,
  index: number,
  scores: boolean,
  earlier: readonly Draft[],
  before: Draft | null,
  money: Draft | null = before,
): readonly Draft[] {
  const reading = withDeclaredUnit(article, article.reading(index));
  if ((QUESTION.test(reading.text) && !statesFirst(reading.text)) || isFormula(reading.text)) return [];
  if (
    !reading.quantities.some((q) => mayState(q, reading.text)) &&
    !speaksOfPriceMove(reading.text) &&
    !followsSuit(reading.text) &&
    !speaksOfOldPrice(reading.text)
  )
    return [];
  const priced = readPrices(article, reading);
  const head = reading.quantities.find((q) => headsSeveral(reading, q, priced.drafts));
  const drafts: Draft[] = head ? withoutHead(priced.drafts, head) : [...priced.drafts];
  let previous = drafts.at(-1) ?? before;
  const add = (draft: Draft | null): boolean => {
    if (!draft) return false;
    drafts.push(draft);
    previous = draft;
    return true;
  };
  reading.quantities.forEach((q, i) => {
    if (q !== head && (priced.used.has(q) || restates(priced.drafts, q, reading))) return;
    const beside = reading.quantities[i - 1];
    if (beside && isConversion(reading, beside, q)) return;
    const next = reading.quantities[i + 1];
    if (next && isRaisedTo(reading, q, next)) return;
    if (isAnyones(reading, q) || isLicenceTerm(reading, q)) return;
    if (q.unit === 'money') {
      if (isHeldWorth(article, reading, q) || isBesideTrade(reading, q)) return;
      // "... and operates 200 MW. Baseten is at $300 million": sums go on from sums.
      const prior = COUNTS.has(previous?.kind ?? 'financial') ? (ofMoney(drafts) ?? money) : previous;
      const last = lastOfRow(reading, q, drafts, prior, before);
      const draft =
        readMoney(article, reading, q, last) ??
        (!scores ||
        tellsNothing(reading, q) ||
        isNoLevel(article, reading, q, last) ||
        isBurned(reading, q) ||
        isOfSecurities(reading, q)
          ? null
          : readUntold(article, reading, q, last, [...earlier, ...drafts]));
      if (!draft) return;
      for (const each of ofEachHouse(reading, q, draft))
        add(isCompared(reading, q) || isOthersGuess(reading, q) ? { ...each, compared: true } : each);
    } else if (q.unit === 'tokens' || q.unit === 'number' || countsCalls(q, reading.text))
      for (const draft of readTokenVolume(article, reading, q, previous)) add(draft);
    else if (q.unit === 'chips' || q.unit === 'watts')
      readCapacities(article, reading, q, drafts.findLast(({ kind }) => kind === 'capacity') ?? previous).forEach(add);
    else if (q.unit === 'percent' || q.unit === 'times')
      for (const draft of readPricePercent(article, reading, q)) add(draft);
  });
  drafts.push(...readMultipleOfOld(article, reading, drafts));
  drafts.push(...readPriceMoves(article, reading, drafts));
  drafts.push(...readFollowSuit(article, reading, drafts, before));
  drafts.push(...readPreceded(article, reading, drafts));
  return scores ? withScoredSubjects(article, reading, drafts) : drafts;
}

const COUNTS: ReadonlySet<Draft['kind']> = new Set(['capacity', 'token_volume']);
/** The last sum that none was compared with. */
const ofMoney = (drafts: readonly Draft[]): Draft | null =>
  drafts.findLast((draft) => !draft.compared && !COUNTS.has(draft.kind)) ?? null;

/** 甲贡献5亿，上年同期为2亿；乙录得3亿: behind a semicolon one goes on from the last figure that none was compared with. */
function lastOfRow(
  { text, start }: Reading,
  q: Quantity,
  drafts: readonly Draft[],
  previous: Draft | null,
  before: Draft | null,
): Draft | null {
  return previous?.compared &&
    previous.valueEnd !== undefined &&
    previous.valueEnd >= start &&
    /^[^\d]*[;；]/.test(text.slice(previous.valueEnd - start, q.start))
    ? (drafts.findLast((draft) => !draft.compared) ?? before)
    : previous;
}

/** 提高12%,至每TiB 7美元: the percentage right before the new price. */
const toldBefore = (draft: Draft, q: Quantity, start: number, text: string): boolean =>
  /^[,，]? ?(?:至|到|为|[升降涨增跌][至到]|上调至|下调至|来到|[砍压打落]到|现[为价报]*)了?(?:每[^,，。;；\d]{1,12})? ?$|^[,，] ?每[^,，。;；\d]{1,12}(?:[仅只现][收要需为]?|[收要需为]) ?$/.test(
    text.slice(q.end, (draft.valueStart ?? 0) - start),
  );

const LEADS_TO_SUMS = /^(?:[^.;]|\.\d){0,60}(?:—|–|--|:|\() ?from (?:about )?[$€£¥]?\d/;

/** "by 18%, from $98.32 to $80.62": the percentage says again what the two amounts say. */
function restates(priced: readonly Draft[], q: Quantity, reading: Reading): boolean {
  const { start, text } = reading;
  if ((q.unit !== 'percent' && q.unit !== 'times') || isRange(q)) return false;
  // "announced cuts of up to 75%, taking this model to $0.15": the most of all, no measure of one.
  const most = isMost(text, q);
  const far = ({ oldValue, min, max }: Draft): boolean =>
    oldValue != null && Math.abs(Math.abs(Number(min ?? max) / Number(oldValue) - 1) * 100 - Number(q.max)) > 3;
  if (most && q.unit === 'percent' && priced.length > 1 && priced.some(far)) return false;
  return priced.some((draft) => {
    if (isOfAll(reading, q.end, (draft.valueStart ?? 0) - start)) return false;
    if ((most && draft.oldValue == null) || namesModel(reading, (draft.valueEnd ?? 0) - start, q.start)) return false;
    const [old, now] = [Number(draft.oldValue), Number(draft.min ?? draft.max)];
    if (
      draft.kind === 'price_change' &&
      q.unit === 'times' &&
      draft.unit !== 'percent' &&
      draft.unit !== 'times' &&
      draft.valueStart !== undefined &&
      Math.abs(draft.valueStart - start - q.start) < 120 &&
      // "Newer cards have doubled; older ones slid from $1.60 to $0.90"
      !text.slice(q.end, Math.max(q.end, draft.valueStart - start)).includes(';')
    )
      return true;
    // 降至2.4元,降幅50%
    if (
      draft.kind === 'price_change' &&
      q.unit === 'percent' &&
      draft.growth !== undefined &&
      Math.abs(draft.growth ?? Number.NaN) === Number(q.min ?? q.max) &&
      ((draft.valueEnd ?? Number.POSITIVE_INFINITY) - start <= q.start || toldBefore(draft, q, start, text))
    )
      return true;
    // "by a third, to $1.35": the new price, and how far it fell; of several prices it is told for all of them.
    if (
      !(
        priced.filter((other) => other.rule === 'price.to').length > 1 &&
        /^ ?(?:price )?(?:cut|hike|increase|reduction|drop|rise) to /.test(text.slice(q.end, q.end + 24))
      ) &&
      draft.kind === 'price_change' &&
      !old &&
      draft.rule === 'price.to' &&
      draft.growth != null &&
      Math.abs(draft.growth) === Number(q.min ?? q.max) &&
      /^(?:[^;.]|\.\d){0,60}?,? to (?:about |just |only )?$/.test(text.slice(q.end, (draft.valueStart ?? 0) - start))
    )
      return true;
    if (draft.kind !== 'price_change' || !old) return false;
    // "collapsed 61%, then rebounded — from $7.90 to $1.80": how far, told loosely before the two sums.
    if (q.unit === 'percent' && LEADS_TO_SUMS.test(text.slice(q.end)) && directionNear(reading, q) === draft.direction)
      return true;
    const said = q.unit === 'times' ? [Number(q.min), 1 / Number(q.min)] : [Number(q.min ?? q.max) / 100];
    const another =
      ofAnother(text, (draft.valueEnd ?? 0) - start, q.start) ||
      leadsToAnother(text, q.end, (draft.valueStart ?? 0) - start);
    const near = another ? 0.006 : 0.03;
    return said.some((value) => Math.abs((q.unit === 'times' ? now / old : Math.abs(now / old - 1)) - value) < near);
  });
}
