/**
 * Which records must meet. An announcement about "alibaba" and a price change of "alibaba-cloud" are one market's: both topics are
 * keyed by the market, so that one worker sees them together and in order.
 */
import type { Announcement } from './announcement.ts';
import type { PriceChange } from './price-change.ts';
import type { Signal } from './signal.ts';

/** Companies and their clouds, as reporters use the names interchangeably; the cloud's slug names the market. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['alibaba', 'alibaba-cloud'],
  ['baidu', 'baidu-ai-cloud'],
  ['tencent', 'tencent-cloud'],
  ['bytedance', 'volcano-engine'],
  ['huawei', 'huawei-cloud'],
  ['amazon', 'aws'],
  ['microsoft', 'azure'],
  ['google', 'google-cloud'],
  ['oracle', 'oracle-oci'],
  ['kingsoft', 'kingsoft-cloud'],
]);

/** Lists of other people's prices: subjects of their own, never witnesses of a provider's price page. */
const AGGREGATORS = [
  'openrouter',
  'litellm',
  'models-dev',
  'llm-prices',
  'genai-prices',
  'portkey',
  'artificial-analysis',
];

/** Market of records that name no subject, and of market sizes, whose subject is worded differently by everyone. */
export const OPEN_MARKET = 'market';

/** The market a subject belongs to: its family's cloud, or the subject itself. */
export function marketOf(subject: string | null): string {
  if (subject === null || subject === '') return OPEN_MARKET;
  return FAMILIES.get(subject) ?? subject;
}

/** Key on `announcements`. */
export function announcementKey(announcement: Pick<Announcement, 'kind' | 'subject'>): string {
  return announcement.kind === 'market_size' ? OPEN_MARKET : marketOf(announcement.subject);
}

/** Whose change it is: the aggregator's where an aggregator's list moved, else the provider's. */
export function changeSubject(change: Pick<PriceChange, 'provider' | 'source_id' | 'authority'>): string {
  const aggregator = AGGREGATORS.find((name) => change.source_id === name || change.source_id.startsWith(`${name}-`));
  if (aggregator !== undefined) return aggregator;
  return change.authority === 'aggregator' ? change.source_id : change.provider;
}

/** Key on `price_changes`. */
export function priceChangeKey(change: Pick<PriceChange, 'provider' | 'source_id' | 'authority'>): string {
  return marketOf(changeSubject(change));
}

/** Key on `signals`: one market's signals are in order, and alerts about them are grouped by one worker. */
export function signalKey(signal: Pick<Signal, 'kind' | 'subject'>): string {
  return signal.kind === 'market_size' ? OPEN_MARKET : marketOf(signal.subject);
}
