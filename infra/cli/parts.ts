import type { Catalog } from '../../ingest/catalog/load.ts';
import type { Config } from '../config/fields.ts';
import type { EventLog } from '../log/port.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Store } from './store.ts';

/** What every role of a process shares. */
export interface Parts {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly log: EventLog;
  readonly catalog: Catalog;
  /** Only opened where a role asks for it. */
  readonly store: () => Promise<Store>;
}
