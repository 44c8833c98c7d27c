import type { TopicName } from '../../../infra/contracts/topics.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { until } from '../harness.ts';

/** Resolves when a group has committed all that lies on the topics. */
export function drained(log: EventLog, group: string, topics: readonly TopicName[]): Promise<void> {
  return until(`group ${group} at the end of ${topics}`, async () => {
    const lags = await log.lag(group, topics);
    return lags.every(({ lag }) => lag === 0);
  });
}
