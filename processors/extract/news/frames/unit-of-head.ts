import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { lastAsked } from '../last-asked.ts';
import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';
import { shareOf, tame } from './borrowed.ts';
import { moneyNamed, type SharedUnit } from './shared-unit.ts';
import { unitIn } from './unit-ahead.ts';

/** No card rents for more by the hour. */
const MOST = 200;
const LONGEST = 110;
const MAY_HEAD = /\bhour/;
const A_CARD = /\b[a-z]{1,3}\d{2,4}[a-z]*\b/;
const CARDS = /\b(?:gpus?|cards?|accelerators?|[a-z]{1,3}\d{2,4}[a-z]*)\b/;
/** What stands right before a price: a label, who asks it, a verb. */
const LEADS =
  /(?:[:,(–—-] ?(?:about |around |just |only |roughly |nearly |some |under |over )?|\b(?:at|for|to|is|was|of|from|and|or|against|versus|asks?|charges?|wants?|takes?|costs?|fetch(?:es)?|quotes?|bills?|lists?|averages?) (?:about |around |just |only |roughly )?)$/;
/** "2023, launch: ", "now: ": an item that says when. */
const TIMED =
  /^[*_\s•·-]*(?:(?:(?:early|mid|late|end|spring|summer|autumn|fall|winter|q[1-4]|h[12]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ -]?(?:of )?)?20\d\d(?:, [a-z ]{3,20})?|now|today|currently|this (?:week|month|year|spring|summer|autumn|fall|winter))[*_]*[:–—][*_]* ?(?:about |around |roughly |nearly |some |just |under |over |~)?$/;
/** "The index climbed from $1.70", "the cheapest listing is $1.47": of the cards that the head names. */
const ABOUT_RENTS =
  /\b(?:index|going rate|(?:cheapest|lowest|dearest|median|average) (?:(?:on-demand|spot|single|published|public|current|single-card) )?(?:listing|offer|price|rate)|spot price|rents?|rental)\b(?! (?:funds?|levels?))[^;$€£¥]*$/;
/** What else may cost so much, and what nobody asks. */
const OTHER =
  /\b(?:shares?|stocks?|revenues?|profits?|raised|valuation|tokens?|break[- ]?even|kwh|kilowatt|electricity|watts?|per (?:month|year|seat|gb))\b/;

/** "Rental prices for the H100 have gone up": by the hour, as the trade quotes them where nothing else is said. */
const RENTS =
  /\b(?:gpu|card|h100|h200|b200|a100|compute|neocloud)s? (?:rents?|rentals?|rental (?:prices?|rates?|market))\b|\b(?:rental|spot|on-demand) (?:prices?|rates?) (?:for|of|on) (?:the |an? |nvidia'?s? )?(?:gpus?|[abh]\d00s?|gb?[23]00s?|blackwells?|hoppers?)\b/;
const BY_OTHER = /\b(?:per|a|by the|each) (?:month|week|year|day)\b|\/(?:mo|month)\b|\bmonthly\b/;

interface Head {
  readonly index: number;
  readonly rate: Rate;
  /** It names a card: "How much does a B200 cost per hour?" */
  readonly card: boolean;
  /** Null where it names no money. */
  readonly currency: string | null;
}

/** The title, the opening line and the headings of a text that say that it is about what cards cost by the hour. */
const headsOf = lastAsked((article: Article): readonly Head[] => {
  const { folded, titleText, sentences, blocks } = article;
  if (hasHan(folded)) return [];
  const lines = [
    { index: -1, text: titleText },
    ...sentences.flatMap(({ start, end, block }, index) => {
      const at = blocks[block];
      const heads = at?.kind === 'heading' || (index === 0 && at?.kind === 'paragraph' && at.end === end);
      const rents = index === 0 && RENTS.test(folded.slice(start, end));
      return rents || (heads && end - start < LONGEST && MAY_HEAD.test(folded.slice(start, end)))
        ? [{ index, text: folded.slice(start, end) }]
        : [];
    }),
  ];
  return lines.flatMap(({ index, text }) => {
    if (!CARDS.test(text) || /[$€£¥]\d/.test(text)) return [];
    if (RENTS.test(text) && !BY_OTHER.test(folded))
      return [{ index, rate: A_GPU_HOUR, card: A_CARD.test(text), currency: moneyNamed(text) }];
    if (/[.!;]["')*]*$/.test(text.trimEnd())) return [];
    const rate = HOUR_OF_CARD.test(text) ? A_GPU_HOUR : unitIn(text, true);
    return rate?.meter === 'hour' || rate?.meter === 'gpu_hour'
      ? [{ index, rate, card: A_CARD.test(text), currency: moneyNamed(text) }]
      : [];
  });
});

/** "What a Blackwell hour costs" */
const HOUR_OF_CARD = /\b(?:an?|the|each|every) (?:gpu|card|blackwell|hopper|[a-z]{1,3}\d{2,4}[a-z]*)[ -]hour\b/;
const A_GPU_HOUR: Rate = { start: 0, end: 0, meter: 'gpu_hour', per: 1, side: null };

const headOver = (article: Article, { index }: Reading): Head | undefined =>
  headsOf(article).findLast((head) => head.index < index);

/** "Hourly H200 rents, USD" over "- Nebius: 3.50": the unit of bare figures. */
export function unitOfHead(article: Article, reading: Reading): SharedUnit | null {
  const head = headOver(article, reading);
  return head?.currency ? { currency: head.currency, rate: head.rate } : null;
}

/** "GPU-hour prices, May 2026": the day or month that the head over a price ends in; null where it has none. */
export function dayOfHead(article: Article, reading: Reading): string | null {
  const head = headOver(article, reading);
  const over = head && head.index >= 0 ? article.reading(head.index) : null;
  const day = over?.dates.findLast((d) => !d.comparison && /^[)\s*]*$/.test(over.text.slice(d.end)));
  return day?.grain === 'day' || day?.grain === 'month' ? day.iso : null;
}

/** True where a card is spoken of: in the sentence, or before it in its block. */
function ofCard(article: Article, { index, block }: Reading): boolean {
  for (let i = index; i >= 0 && article.sentences[i]?.block === block; i--)
    if (article.entitiesOf(i).some((e) => e.kind === 'chip')) return true;
  return false;
}

/** "MI300X: $1.50 at TensorWave, $1.85 at Vultr" under "AMD by the hour (dollars per GPU, May 2026)": a bare price of a card is by what the head of its text says. */
export function rateOfHead(
  article: Article,
  reading: Reading,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  if (money.length === 0) return;
  const head = headOver(article, reading);
  if (!head || OTHER.test(reading.text)) return;
  const { text, entities } = reading;
  // "Lambda: $2.99", "RunPod $2.59 (+5%)", of the cards that the head names.
  const item = entities.some(
    (e) => isActor(e) && e.start < 4 && /^[^$€£¥:;.]{0,24}:? $/.test(text.slice(e.end, money[0]?.start)),
  );
  // "- mid-2024: $4-8, once supply eased", of the cards that the head names.
  const led = money[0] ? text.slice(0, money[0].start) : '';
  if (
    !item &&
    !ABOUT_RENTS.test(led) &&
    !TIMED.test(led) &&
    !ofCard(article, reading) &&
    !(head.card && entities.some(isActor))
  )
    return;
  for (const q of money) {
    if (q.rate !== null || !tame(q) || Number(q.max ?? q.min) > MOST) continue;
    const named = entities.some((e) => e.end <= q.start && /^[ :]{0,2}$/.test(text.slice(e.end, q.start)));
    if (named || LEADS.test(text.slice(Math.max(0, q.start - 24), q.start)))
      rates.set(q, { rate: shareOf(head.rate, q), own: false });
  }
}
