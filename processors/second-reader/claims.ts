import { z } from 'zod';
import { announcement } from '../../infra/contracts/announcement.ts';

const figure = z.number().nullable();
const { kind, direction, meter, period, metric, status } = announcement.shape;

/** What the endpoint is asked to answer: the fields of an announcement, values in base units, and the verbatim quote. */
export const claims = z.object({
  announcements: z.array(
    z.object({
      kind,
      subject: z.string().nullable(),
      object: z.string().nullable(),
      direction: direction.unwrap(),
      value_min: figure,
      value_max: figure,
      unit: z.string().nullable(),
      old_value: figure,
      meter: meter.unwrap(),
      per: figure,
      period: period.unwrap(),
      as_of: z.string().nullable(),
      effective: z.string().nullable(),
      growth_pct: figure,
      metric: metric.unwrap(),
      status: status.unwrap(),
      quote: z.string(),
    }),
  ),
});
export type ClaimAnswer = z.infer<typeof claims>['announcements'][number];

export const CLAIMS_JSON_SCHEMA = z.toJSONSchema(claims, { target: 'draft-7' });

export const INSTRUCTIONS = `You read news about AI clouds and list every explicit statement of these kinds:
price_change (a price went, goes or will go up or down), price_quote (an absolute price), token_volume (tokens processed or called in a
period; not a context window or a training set), market_size, financial (revenue, profit, capex, investment), capacity (chips or power
deployed or ordered). One entry a distinct claim. Values in base units: 140 trillion is 140000000000000, 34 percent is 34, RMB 1 billion is 1000000000 with
unit CNY. "Up to X" has only value_max, "over X" only value_min, an exact figure both. subject is the kebab-case name of the company,
product owner or market. Dates as 2026, 2026-04, 2026-04-18, 2025-Q3 or FY2025. quote is the verbatim sentence or clause. null where the text does not say.`;
