import { meterName, meterNameZh, money, percentText, perUnit, perUnitZh } from '../../infra/format/amounts.ts';
import type { Entry, Reason } from './entry.ts';
import { headlineOf, type Language } from './message.ts';

/** An entry in words, in pieces that a channel escapes and decorates in its own way. */
export interface Told {
  readonly headline: string;
  /** "Correction", "Now confirmed", ... or nothing for plain news. */
  readonly label: string | null;
  readonly facts: readonly string[];
  readonly changes: readonly string[];
  readonly moreChanges: string | null;
  readonly quote: string | null;
  readonly link: { readonly url: string; readonly text: string } | null;
}

const LABELS: Readonly<Record<Reason, readonly [string | null, string | null]>> = {
  new: [null, null],
  state_change: ['Update', '进展'],
  update: ['Update', '更新'],
  retracted: ['Correction: this did not hold', '更正：此前消息不成立'],
  source_new: [null, null],
  source_failing: ['Source trouble', '数据源异常'],
  source_stale: ['Source trouble', '数据源异常'],
  source_recovered: ['Source recovered', '数据源恢复'],
};
const STATES: Readonly<Record<NonNullable<Entry['state']>, readonly [string, string]>> = {
  announced: ['announced, not yet seen on the price page', '已公告，官网尚未变动'],
  confirmed: ['confirmed on the price page', '官网价格已变动'],
  partly_confirmed: ['partly confirmed on the price page', '官网价格部分变动'],
  overdue: ['overdue: the date has passed and nothing moved', '已过生效日，官网尚未变动'],
  unconfirmed: ['never seen on the price page', '官网始终未变动'],
  retracted: ['taken back by the provider', '服务商已撤回'],
  unannounced: ['seen on the price page, not announced', '官网已变动，未见公告'],
};

/** Says an entry with at most `changes` of its changes and `quote` characters of its quote. */
export function tell(
  entry: Entry,
  language: Language,
  most: { readonly changes: number; readonly quote: number },
): Told {
  const which = language === 'en' ? 0 : 1;
  const hidden = Math.max(0, entry.changes.length - most.changes) + entry.more_changes;
  const quote =
    entry.quote === null || most.quote === 0 ? null : shorten(entry.quote.replaceAll(/\s+/g, ' ').trim(), most.quote);
  return {
    headline: headlineOf(entry, language),
    label: LABELS[entry.reason][which],
    facts: factsOf(entry, language),
    // A single change is told by the headline already.
    changes:
      entry.changes.length > 1 || entry.state !== 'unannounced'
        ? entry.changes.slice(0, most.changes).map((change) => changeText(change, language))
        : [],
    moreChanges: hidden === 0 ? null : language === 'en' ? `and ${hidden} more` : `另有 ${hidden} 项`,
    quote,
    link: entry.url === null ? null : { url: entry.url, text: entry.source_title ?? hostOf(entry.url) },
  };
}

/** Cuts at a character, never inside one, and shows that something is missing. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

function factsOf(entry: Entry, language: Language): string[] {
  const en = language === 'en';
  const facts: string[] = [];
  if (entry.state !== null) facts.push(`${en ? 'State: ' : '状态：'}${STATES[entry.state][en ? 0 : 1]}`);
  if (entry.effective !== null) facts.push(`${en ? 'Effective: ' : '生效：'}${entry.effective}`);
  if (entry.lag_days !== null) facts.push(lagText(entry.lag_days, en));
  if (entry.mentions > 1) facts.push(en ? `Reported by ${entry.mentions} documents` : `${entry.mentions} 篇文档提及`);
  if (entry.detail !== null) facts.push(entry.detail);
  return facts;
}

function lagText(days: number, en: boolean): string {
  if (days === 0) return en ? 'Moved on the announced date' : '如期变动';
  const count = Math.abs(days);
  if (!en) return days > 0 ? `晚 ${count} 天变动` : `提前 ${count} 天变动`;
  return `Moved ${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'late' : 'early'}`;
}

/** "qwen-max input: ¥10 → ¥8 per 1M tokens (−20%)". */
function changeText(change: Entry['changes'][number], language: Language): string {
  const { old_unit_price: before, new_unit_price: after, currency, meter, mode, pct } = change;
  const en = language === 'en';
  const name = `${change.product} ${en ? meterName(meter) : meterNameZh(meter)}${mode === 'standard' ? '' : ` (${mode.replaceAll('_', ' ')})`}`;
  const per = en ? perUnit(meter) : perUnitZh(meter);
  const unit = per === '' ? '' : en ? ` ${per}` : `/${per}`;
  const percent = pct === null ? '' : ` (${pct > 0 ? '+' : '−'}${percentText(pct)}%)`;
  if (before !== null && after !== null)
    return `${name}: ${money(before, currency)} → ${money(after, currency)}${unit}${percent}`;
  if (after !== null) return `${name}: ${en ? 'new' : '新增'}, ${money(after, currency)}${unit}`;
  return `${name}: ${en ? 'gone' : '移除'}${before === null ? '' : `, ${en ? 'last' : '此前'} ${money(before, currency)}${unit}`}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
