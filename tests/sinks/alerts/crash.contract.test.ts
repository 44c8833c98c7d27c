import { expect, it } from 'vitest';
import { killWhileDelivering } from './crash.ts';

it('killed with -9 during delivery, every alert arrives and none that was acknowledged is repeated', {
  timeout: 120_000,
}, async () => {
  const report = await killWhileDelivering(8, 5);
  expect(report).toMatchObject({ signals: 40, arrived: 40, repeatedAcknowledged: 0 });
  expect(new Set(report.statuses)).toEqual(new Set(['sent']));
  // At most the one message under way at each kill.
  expect(report.repeated).toBeLessThanOrEqual(report.kills);
});
