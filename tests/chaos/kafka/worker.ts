/** One worker of one role, as `tokentape run ROLE` has it, with a short session so that its death is noticed soon. */
import { createStoreClient } from '../../../infra/clickhouse/client.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import { createLogger } from '../../../infra/telemetry/logger.ts';
import { runDetect } from '../../../processors/detect/role.ts';
import { runClickHouseSink } from '../../../sinks/clickhouse/role.ts';
import { parseWorkerOptions } from './worker-options.ts';

const { role, kafka, clickhouse } = parseWorkerOptions(process.argv[2] ?? '');
const log = await openKafkaLog(kafka);
const retry = { initialDelayMs: 100, maxDelayMs: 1_000 };
const stage =
  role === 'detect'
    ? await runDetect({ log, logger: createLogger({ logLevel: 'warn', logFormat: 'json' }), retry })
    : await runClickHouseSink({ log, client: createStoreClient(clickhouse), retry });

const terminated = new Promise((resolve) => process.once('SIGTERM', resolve));
try {
  await Promise.race([terminated, stage.failed]);
  await stage.stop();
  await log.close();
  process.exit(0);
} catch (error) {
  console.error(`${role} has died:`, error);
  process.exit(1);
}
