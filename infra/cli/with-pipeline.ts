import { mkdirSync } from 'node:fs';
import type { Config } from '../config/fields.ts';
import type { EventLog } from '../log/port.ts';
import type { Logger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { openCatalog } from './catalog.ts';
import { drained } from './drain.ts';
import { openLog } from './log.ts';
import { startPipeline } from './pipeline.ts';
import type { Role } from './roles.ts';
import { isRunning, openStore, type Store } from './store.ts';

/** What turns documents into rows. */
const WORKERS: readonly Role[] = ['clickhouse', 'merge', 'detect', 'extract'];

/**
 * Gives `work` the log, and `settle` to wait until all it appended is stored. Where a running process (or a cluster) already
 * works on it, that one does; else the roles run here for as long as it takes.
 */
export async function withPipeline(
  config: Config,
  logger: Logger,
  work: (tools: {
    log: EventLog;
    settle: (onLag: (stage: string, records: number) => void) => Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true });
  const others = config.kafkaBrokers !== undefined || (await isRunning(config));
  const log = await openLog(config, logger);
  let store: Store | null = null;
  try {
    if (others) {
      await work({ log, settle: (onLag) => drained(log, onLag) });
      return;
    }
    const opened = await openStore({ ...config, clickhouseEmbeddedPort: 0 }, logger);
    store = opened;
    const metrics = createMetrics();
    const catalog = openCatalog(config);
    const pipeline = await startPipeline({ config, logger, metrics, log, catalog, store: async () => opened }, WORKERS);
    try {
      await Promise.race([work({ log, settle: (onLag) => drained(log, onLag) }), pipeline.failed]);
    } finally {
      await pipeline.stop();
    }
  } finally {
    await store?.close();
    await log.close();
  }
}
