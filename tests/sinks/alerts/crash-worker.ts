/**
 * A process for tests to kill: runs the alerts role with one webhook until it is.
 * Usage: crash-worker.ts PATH_OF_THE_LOG ADDRESS_OF_THE_RECEIVER SECRET
 */
import { pino } from 'pino';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { channelSettings, openChannel } from '../../../sinks/alerts/channels/open.ts';
import { runAlerts } from '../../../sinks/alerts/role.ts';
import { rule } from './builders.ts';

const [path = '', url = '', secret = ''] = process.argv.slice(2);
const hook = channelSettings.parse({
  name: 'hook',
  type: 'webhook',
  url,
  secret,
  allow_private: true,
  pace: { messages: 1000, per: '1s' },
});
await runAlerts({
  log: openEmbeddedLog({ path, partitions: 2 }),
  logger: pino({ level: 'error' }, pino.destination(2)),
  rules: [rule({ channels: 'hook', group_by: 'signal', group_wait: '0s', max_age: '9999d' })],
  channels: [openChannel(hook, process.stdout)],
  tickMs: 5,
});
