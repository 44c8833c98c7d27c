import { expect, test } from 'vitest';
import { groupMovers } from '../../../../sinks/web/pages/mover-groups.ts';
import type { Mover } from '../../../../sinks/web/store/movers.ts';

const mover = (given: Partial<Mover>): Mover => ({
  series: `${given.product}/${given.meter}`,
  provider: 'alibaba-cloud',
  product: 'Qwen Plus',
  meter: 'input',
  mode: 'standard',
  tier: null,
  region: null,
  currency: 'CNY',
  first_unit_price: '1',
  last_unit_price: '1.2',
  direction: 'increase',
  pct: 20,
  steps: 1,
  last_changed_at: '2026-01-01T00:00:00.000Z',
  ...given,
});

test('meters of one product that moved alike are one line; another size, terms or product is another', () => {
  const groups = groupMovers([
    mover({ meter: 'output', pct: 20.0004 }),
    mover({ meter: 'input' }),
    mover({ meter: 'cached_input', pct: 25 }),
    mover({ meter: 'input', mode: 'batch' }),
    mover({ meter: 'input', product: 'Qwen Max' }),
  ]);
  expect(groups.map(({ movers }) => movers.map(({ product, meter, mode }) => `${product} ${meter} ${mode}`))).toEqual([
    ['Qwen Plus output standard', 'Qwen Plus input standard'],
    ['Qwen Plus cached_input standard'],
    ['Qwen Plus input batch'],
    ['Qwen Max input standard'],
  ]);
});
