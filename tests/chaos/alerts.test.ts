import { expect, it } from 'vitest';
import { killWhileDelivering } from '../sinks/alerts/crash.ts';

it('the alerts role, killed with -9 fifty times during delivery: every alert arrives, none that was acknowledged is repeated', async () => {
  const report = await killWhileDelivering(50, 5);
  expect(report).toMatchObject({ kills: 50, signals: 250, arrived: 250, repeatedAcknowledged: 0 });
  expect(new Set(report.statuses)).toEqual(new Set(['sent']));
  expect(report.repeated).toBeLessThanOrEqual(report.kills);
});
