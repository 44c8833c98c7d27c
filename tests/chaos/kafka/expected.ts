import type { Reading } from '../../../infra/contracts/price.ts';

/** What the tables must hold, computed from the inputs by nothing but comparison; each row as one line of text. */
export interface Expected {
  readonly prices: ReadonlySet<string>;
  readonly readings: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
  readonly latest: ReadonlySet<string>;
  readonly daily: ReadonlySet<string>;
}

interface Day {
  open: string;
  high: string;
  low: string;
  close: string;
}

export function expectedOf(inputs: readonly Reading[]): Expected {
  const readings = [...new Map(inputs.map((reading) => [reading.document_id, reading])).values()].sort((a, b) =>
    a.observed_at < b.observed_at ? -1 : 1,
  );
  const prices = new Set<string>();
  const changes = new Set<string>();
  const latest = new Map<string, string>();
  const daily = new Map<string, Day>();
  for (const { observed_at, prices: read } of readings) {
    for (const { series, unit_price } of read) {
      prices.add(`${series} ${observed_at} ${plain(unit_price)}`);
      const before = latest.get(series);
      if (before !== undefined && before !== unit_price) {
        changes.add(`${series} ${observed_at} ${plain(before)} ${plain(unit_price)}`);
      }
      latest.set(series, unit_price);
      const key = `${series} ${observed_at.slice(0, 10)}`;
      const day = daily.get(key) ?? { open: unit_price, high: unit_price, low: unit_price, close: unit_price };
      if (Number(unit_price) > Number(day.high)) day.high = unit_price;
      if (Number(unit_price) < Number(day.low)) day.low = unit_price;
      day.close = unit_price;
      daily.set(key, day);
    }
  }
  return {
    prices,
    changes,
    readings: new Set(readings.map(({ document_id, observed_at }) => `${document_id} ${observed_at}`)),
    latest: new Set([...latest].map(([series, price]) => `${series} ${plain(price)}`)),
    daily: new Set(
      [...daily].map(
        ([key, day]) => `${key} ${plain(day.open)} ${plain(day.high)} ${plain(day.low)} ${plain(day.close)}`,
      ),
    ),
  };
}

/** As ClickHouse prints a decimal: no trailing zeros. */
const plain = (decimal: string): string => decimal.replace(/\.?0+$/, '');

const time = (column: string) => `formatDateTime(${column}, '%Y-%m-%dT%H:%i:%S.000Z', 'UTC')`;

/** One query a table or view; `line` as in Expected. FINAL, because rows that came twice fold when they are read. */
export const QUERIES: Readonly<Record<keyof Expected, string>> = {
  prices: `SELECT concat(series, ' ', ${time('observed_at')}, ' ', toString(unit_price)) AS line FROM tokentape.prices FINAL`,
  readings: `SELECT concat(document_id, ' ', ${time('observed_at')}) AS line FROM tokentape.readings FINAL`,
  changes: `SELECT concat(series, ' ', ${time('observed_at')}, ' ', toString(old_unit_price), ' ', toString(new_unit_price)) AS line FROM tokentape.current_price_changes`,
  latest: `SELECT concat(series, ' ', toString(unit_price)) AS line FROM tokentape.latest_prices`,
  daily: `SELECT concat(series, ' ', toString(day), ' ', toString(open), ' ', toString(high), ' ', toString(low), ' ', toString(close)) AS line FROM tokentape.daily_prices`,
};
