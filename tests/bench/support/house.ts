import { mkdirSync } from 'node:fs';
import { openLog } from '../../../infra/cli/log.ts';
import { startPipeline } from '../../../infra/cli/pipeline.ts';
import type { Role } from '../../../infra/cli/roles.ts';
import { openStore, type Store } from '../../../infra/cli/store.ts';
import { loadConfig } from '../../../infra/config/load.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { createLogger } from '../../../infra/telemetry/logger.ts';
import { createMetrics } from '../../../infra/telemetry/metrics.ts';

export interface House {
  readonly log: EventLog;
  readonly store: Store;
  stop(): Promise<void>;
}

/** From a document to its rows. */
const ROLES: readonly Role[] = ['clickhouse', 'merge', 'detect', 'extract'];

/** The pipeline behind fetch in this process, wired as `tokentape run` does, with its default settings. */
export async function openHouse(dataDir: string, brokers: readonly string[] = []): Promise<House> {
  mkdirSync(dataDir, { recursive: true });
  const { config } = loadConfig({
    TOKENTAPE_DATA_DIR: dataDir,
    CLICKHOUSE_EMBEDDED_PORT: '0',
    CATALOG_BUILTIN: 'false',
    LOG_LEVEL: 'error',
    ...(brokers.length === 0 ? {} : { KAFKA_BROKERS: brokers.join(',') }),
  });
  const logger = createLogger(config);
  const log = await openLog(config, logger);
  const store = await openStore(config, logger);
  const parts = { config, logger, log, metrics: createMetrics(), catalog: { sources: new Map(), problems: [] } };
  const pipeline = await startPipeline({ ...parts, store: async () => store }, ROLES);
  pipeline.failed.catch((cause: unknown) => logger.error({ err: cause }, 'a role died'));
  return {
    log,
    store,
    async stop() {
      await pipeline.stop();
      await store.close();
      await log.close();
    },
  };
}
