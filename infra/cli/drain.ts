import { setTimeout as sleep } from 'node:timers/promises';
import type { TopicName } from '../contracts/topics.ts';
import type { EventLog } from '../log/port.ts';

/** Stages downstream of `documents`, in the order data passes them. */
const DOWNSTREAM: readonly { readonly group: string; readonly topics: readonly TopicName[] }[] = [
  { group: 'extract', topics: ['documents'] },
  { group: 'detect', topics: ['prices'] },
  { group: 'merge', topics: ['price_changes', 'announcements'] },
  {
    group: 'clickhouse',
    topics: ['documents', 'fetches', 'prices', 'price_changes', 'announcements', 'signals', 'dead_letters'],
  },
];

/**
 * Resolves when everything appended to `documents` so far has gone through every stage and is stored. A stage commits after it has
 * appended its results, so once one has no lag, the next one's input is complete.
 */
export async function drained(log: EventLog, onLag: (stage: string, records: number) => void): Promise<void> {
  for (const { group, topics } of DOWNSTREAM) {
    for (;;) {
      const records = (await log.lag(group, topics)).reduce((sum, { lag }) => sum + lag, 0);
      onLag(group, records);
      if (records === 0) break;
      await sleep(50);
    }
  }
}
