import type { Article } from './analysis.ts';
import { endsInStop } from './blocks.ts';
import { scanDates } from './dates.ts';
import type { Draft } from './draft.ts';
import { cloudOf } from './families.ts';
import { significant } from './rounded.ts';

/** What is counted or earned by somebody; what a market is worth two may tell alike. */
const OWNED: ReadonlySet<Draft['kind']> = new Set(['capacity', 'token_volume', 'financial']);
/** So far a head line may be off, where it says close to or over. */
const OFF = 0.06;

/**
 * Claims without those of a head line whose figure the text under it tells exactly ("close to $20 billion" over "$19.87 billion"), or whose figure the text under it tells of somebody else: "Vela Chips: the next card is 6
 * gigawatts" over "Orban will put up 6 gigawatts of Vela's GPUs". A head line names its topic, the text whose the figure is.
 */
export function withoutHeadlines(article: Article, drafts: Draft[]): Draft[] {
  if (drafts.length < 2) return drafts;
  return drafts.filter((head) => {
    if (!(OWNED.has(head.kind) || movesAlone(head) || (head.subject !== null && head.kind === 'market_size')))
      return true;
    const item = labelled(article, head);
    if (item !== null && drafts.some((d) => d.quoteStart > head.quoteStart && d.quoteStart < item && isSame(d, head)))
      return false;
    const under = sectionOf(article, head.quoteStart);
    return (
      under === null ||
      !drafts.some(
        (d) => d.quoteStart > head.quoteEnd && d.quoteStart < under && (isOf(d, head) || isExactly(article, d, head)),
      )
    );
  });
}

/** 【536.7万亿】… tells of what the figure at its head is: where that item ends; null where a figure stands in no such head. */
function labelled({ blocks, folded }: Article, { valueStart }: Draft): number | null {
  if (valueStart === undefined || !folded.includes('【')) return null;
  const block = blocks.find((b) => b.start <= valueStart && valueStart < b.end);
  return block && /^ ?【[^】]*$/.test(folded.slice(block.start, valueStart)) ? block.end : null;
}

/** The same figure, whoever it is of. */
const isSame = (told: Draft, head: Draft): boolean =>
  told.unit === head.unit && (told.min ?? told.max) === (head.min ?? head.max);

/** Where the text under a head line ends; null where the place stands in none. */
function sectionOf({ blocks, folded }: Article, at: number): number | null {
  const index = blocks.findIndex((b) => b.start <= at && at < b.end);
  const block = blocks[index];
  const heads = block?.kind === 'heading' || (index === 0 && block?.kind === 'paragraph' && !endsInStop(folded, block));
  if (!block || !heads) return null;
  // The first line is that of the whole text.
  if (index === 0) return folded.length;
  return blocks.find((b, i) => i > index && b.kind === 'heading' && b.level <= block.level)?.start ?? folded.length;
}

/** The round figure of a head line, told to the last digit. */
function isExactly(article: Article, told: Draft, head: Draft): boolean {
  if (head.subject === null) return false;
  const [round, exact] = [head.min ?? head.max, told.min];
  if (round === null || exact === null || exact !== told.max) return false;
  if (told.kind !== head.kind || told.unit !== head.unit || (told.metric ?? null) !== (head.metric ?? null))
    return false;
  if (head.kind !== 'market_size' && cloudOf(told.subject ?? '') !== cloudOf(head.subject ?? '')) return false;
  if ((told.period ?? head.period ?? null) !== (head.period ?? told.period ?? null)) return false;
  const sameTime = (told.asOf ?? head.asOf ?? null) === (head.asOf ?? told.asOf ?? null);
  if (!sameTime && saysWhen(article, head)) return false;
  return (
    significant(round) <= 2 &&
    significant(round) < significant(exact) &&
    Math.abs(Number(exact) / Number(round) - 1) <= OFF &&
    Number(exact) !== Number(round)
  );
}

/** "Cloud outlays pass $100bn a quarter" names no time: that of the text is meant. */
const saysWhen = ({ folded, published }: Article, { quoteStart, quoteEnd }: Draft): boolean =>
  scanDates(folded.slice(quoteStart, quoteEnd), { published, previous: null }).length > 0;

/** 云厂商上调价格15%: how far prices move that nobody is named for. */
const movesAlone = ({ kind, subject, unit }: Draft): boolean =>
  kind === 'price_change' && subject === null && unit === 'percent';

/** The same figure, of another house. */
const isOf = (told: Draft, head: Draft): boolean =>
  (OWNED.has(head.kind) || movesAlone(head)) &&
  (told.direction ?? null) === (head.direction ?? null) &&
  told.kind === head.kind &&
  told.unit === head.unit &&
  told.subject !== null &&
  cloudOf(told.subject) !== cloudOf(head.subject ?? '') &&
  (told.min ?? told.max) === (head.min ?? head.max) &&
  (told.metric ?? null) === (head.metric ?? null) &&
  // A head line that names nobody is told again, over whatever time.
  (head.subject === null || (told.period ?? head.period ?? null) === (head.period ?? told.period ?? null));
