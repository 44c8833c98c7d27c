import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalKey } from '../../../infra/contracts/market.ts';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import type { WebOptions } from '../../../sinks/web/options.ts';
import { runWeb } from '../../../sinks/web/run.ts';
import { type TestClickHouse, withClickHouse } from '../../support/clickhouse.ts';
import { CATALOG, seed } from './market/seed.ts';

export interface TestWeb {
  readonly url: string;
  readonly log: EventLog;
  readonly store: TestClickHouse;
  /** Puts a signal on the log, as merge does. */
  say(signal: Signal): Promise<void>;
  /** A second server beside the first, on the same log and store. */
  another(options: Partial<WebOptions>): ReturnType<typeof runWeb>;
  stop(): Promise<void>;
}

/** The web role on a real store with a small market in it, and a real log. */
export const startWeb = async (options: Partial<WebOptions> & { seeded?: boolean } = {}): Promise<TestWeb> => {
  const { seeded = true, ...given } = options;
  const store = await withClickHouse();
  if (seeded) await seed(store.client);
  const directory = mkdtempSync(join(tmpdir(), 'tokentape-web-'));
  const log = openEmbeddedLog({ path: join(directory, 'log.db') });
  const base: WebOptions = { log, client: store.reader, catalog: seeded ? CATALOG : [], port: 0 };
  const web = await runWeb({ ...base, ...given });
  return {
    url: web.url,
    log,
    store,
    say: (signal) => log.append('signals', [{ key: signalKey(signal), value: signal }]),
    another: (more) => runWeb({ ...base, ...more }),
    async stop() {
      await web.stop();
      await log.close();
      await store.stop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
};
