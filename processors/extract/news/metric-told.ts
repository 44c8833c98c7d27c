import type { Draft } from './draft.ts';
import { hasHan } from './text.ts';

type Metric = NonNullable<Draft['metric']>;

/** What the words of a sum end in, or begin with, says which metric it is. */
const TOLD: readonly (readonly [RegExp, Metric])[] = [
  [
    /\b(?:backlog|order book|rpo|performance obligations?|free cash flow|operating cash flow|ebitda|bookings|expenses)$/i,
    'other',
  ],
  [/^(?:[\w-]+ ){0,2}(?:commitments|orders|contracts)(?: from [\w ]+)?$/i, 'other'],
  [/\bnet (?:income|loss|profit)$/i, 'net_income'],
  [/\boperating (?:income|loss|profit)$/i, 'operating_profit'],
  [
    /^(?:[\w’'-]+ ){0,3}(?:capex|capital (?:expenditures?|spending|outlays?))(?: guidance| range| plan| budget| forecast| outlook)?$/i,
    'capex',
  ],
  [/^(?!.*\b(?:deferred|contracted|lease|unearned)\b)(?:[\w’'-]+ ){0,3}(?:revenues?|run[- ]rate|arr)$/i, 'revenue'],
];

/** Financial claims of English texts, each of the metric that the words it is of say. */
export function withMetrics(drafts: readonly Draft[]): Draft[] {
  const told = drafts.map((draft) => {
    if (draft.kind !== 'financial' || !draft.object || hasHan(draft.object)) return draft;
    const words = draft.object;
    const metric = TOLD.find(([pattern]) => pattern.test(words))?.[1];
    return metric === undefined || metric === draft.metric ? draft : { ...draft, metric };
  });
  return told.filter((d, i) => !told.some((other, at) => at < i && other !== drafts[at] && repeats(d, other)));
}

/** "has $20B ARR and $1.4 trillion in commitments", read as revenue until its words told, and the commitments again below. */
const repeats = (again: Draft, told: Draft): boolean =>
  again.kind === 'financial' &&
  again.metric === told.metric &&
  again.subject === told.subject &&
  again.unit === told.unit &&
  again.min === told.min &&
  again.max === told.max &&
  again.status === told.status &&
  (again.asOf ?? told.asOf) === (told.asOf ?? again.asOf);
