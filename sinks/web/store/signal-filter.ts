import { z } from 'zod';
import { announcementKind } from '../../../infra/contracts/announcement.ts';
import { signalState } from '../../../infra/contracts/signal.ts';
import { flag, list, moment, period } from '../api/params.ts';
import { among, between, type Condition, notBefore, when } from './statement.ts';
import type { StoredSignal } from './stored-signal.ts';

const direction = z.enum(['increase', 'decrease', 'mixed', 'new', 'removed']);

/** What tape, API, feeds and live stream can be narrowed by: one vocabulary for all four. */
export const signalFilter = {
  kind: list(announcementKind),
  subject: list(z.string()).describe('Provider, organisation or market, as slugs'),
  direction: list(direction),
  state: list(signalState),
  origin: list(z.enum(['observed', 'announced', 'both'])),
  source: list(z.string()).describe('Ids of sources that report it'),
  series: list(z.string())
    .meta({ verbatim: true })
    .describe('Keys of price series among its changes; repeat the parameter'),
  q: z.string().max(200).optional().describe('Text in headline, product or quote'),
  ...period,
  recorded_since: moment
    .optional()
    .describe('Learnt since then, whatever date the story bears: for loading what is new'),
  min_confidence: z.coerce.number().min(0).max(1).optional(),
  suspect: flag.optional(),
  backfill: flag.optional().describe('Only (true) or no (false) signals from loaded history'),
};
const schema = z.object(signalFilter);
export type SignalFilter = Partial<z.infer<typeof schema>>;

/** The filter as SQL over the current signals. */
export const signalConditions = (filter: SignalFilter): readonly Condition[] => [
  ...among('kind', 'kinds', filter.kind),
  ...among('subject', 'subjects', filter.subject),
  ...among('direction', 'directions', filter.direction),
  ...among('state', 'states', filter.state),
  ...among('origin', 'origins', filter.origin),
  ...when(filter.source, 'hasAny(sources, {source_ids:Array(String)})', { source_ids: filter.source }),
  ...when(filter.series, 'hasAny(changes.series, {series_keys:Array(String)})', { series_keys: filter.series }),
  ...when(
    filter.q,
    `(positionCaseInsensitiveUTF8(headline, {q:String}) > 0
    OR positionCaseInsensitiveUTF8(ifNull(headline_zh, ''), {q:String}) > 0
    OR arrayExists(x -> positionCaseInsensitiveUTF8(x, {q:String}) > 0, changes.product)
    OR arrayExists(x -> positionCaseInsensitiveUTF8(x, {q:String}) > 0, citations.quote))`,
    { q: filter.q },
  ),
  ...between('first_seen_at', filter),
  ...notBefore('recorded_at', 'recorded_since', filter.recorded_since),
  ...when(filter.min_confidence, 'confidence >= {min_confidence:Float64}', { min_confidence: filter.min_confidence }),
  ...when(filter.suspect, 'suspect = {suspect:Bool}', { suspect: filter.suspect }),
  ...when(filter.backfill, 'backfill = {backfill:Bool}', { backfill: filter.backfill }),
];

const holds = <T>(wanted: readonly T[] | undefined, value: T | null): boolean =>
  wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));

const mentions = (signal: StoredSignal, text: string): boolean => {
  const needle = text.toLowerCase();
  return [
    signal.headline,
    signal.headline_zh ?? '',
    ...signal.changes.map(({ product }) => product),
    ...signal.citations.map(({ quote }) => quote),
  ].some((hay) => hay.toLowerCase().includes(needle));
};

/** The same filter over a signal at hand, for the live stream. */
export const matches = (signal: StoredSignal, filter: SignalFilter): boolean =>
  holds(filter.kind, signal.kind) &&
  holds(filter.subject, signal.subject) &&
  holds(filter.direction, signal.direction) &&
  holds(filter.state, signal.state) &&
  holds(filter.origin, signal.origin) &&
  (!filter.source?.length || filter.source.some((id) => signal.sources.includes(id))) &&
  (!filter.series?.length || filter.series.some((key) => signal.changes.some(({ series }) => series === key))) &&
  (filter.q === undefined || mentions(signal, filter.q)) &&
  (filter.since === undefined || Date.parse(signal.first_seen_at) >= Date.parse(filter.since)) &&
  (filter.until === undefined || Date.parse(signal.first_seen_at) < Date.parse(filter.until)) &&
  (filter.recorded_since === undefined || Date.parse(signal.recorded_at) >= Date.parse(filter.recorded_since)) &&
  (filter.min_confidence === undefined || signal.confidence >= filter.min_confidence) &&
  (filter.suspect === undefined || signal.suspect === filter.suspect) &&
  (filter.backfill === undefined || signal.backfill === filter.backfill);
