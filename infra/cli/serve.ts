import { mkdirSync } from 'node:fs';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';
import { startHealthServer } from '../telemetry/health.ts';
import { createLogger, type Logger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { openCatalog } from './catalog.ts';
import { openLog } from './log.ts';
import { type Pipeline, startPipeline } from './pipeline.ts';
import type { Role } from './roles.ts';
import { openStore, type Store } from './store.ts';

/** Starts, waits for SIGINT or SIGTERM (or a role's death, which fails the process), stops. */
export async function runUntilStopped(
  config: Config,
  roles: readonly Role[],
  onStarted: (pipeline: Pipeline) => void = () => undefined,
): Promise<void> {
  const logger = createLogger(config);
  const stopped = stopSignal();
  const opened = await open(config, roles, logger);
  onStarted(opened.pipeline);
  try {
    await Promise.race([stopped, opened.pipeline.failed]);
    logger.info('stopping');
  } finally {
    await opened.close();
  }
}

async function open(config: Config, roles: readonly Role[], logger: Logger) {
  makeDataDir(config);
  const catalog = openCatalog(config);
  for (const problem of catalog.problems) logger.error(problem);
  for (const { id, disabled } of catalog.sources.values()) {
    if (disabled !== null) logger.info({ source: id }, `not fetched: ${disabled}`);
  }
  const metrics = createMetrics();
  const log = await openLog(config, logger);
  let opening: Promise<Store> | null = null;
  const store = () => {
    opening ??= openStore(config, logger);
    return opening;
  };
  const closers: (() => Promise<void>)[] = [() => log.close(), async () => (await opening)?.close()];
  const close = async () => {
    for (const end of closers.toReversed()) await end();
  };
  try {
    const pipeline = await startPipeline({ config, logger, metrics, log, catalog, store }, roles);
    closers.push(() => pipeline.stop());
    const health = await startHealthServer({
      host: config.healthHost,
      port: config.healthPort,
      live: pipeline.live,
      ready: pipeline.ready,
      registry: metrics.registry,
    });
    closers.push(() => health.stop());
    const sources = [...catalog.sources.values()].filter(({ disabled }) => disabled === null).length;
    logger.info({ roles: roles.join(' '), sources, health: health.url }, 'tokentape runs');
    if (pipeline.webUrl !== null) logger.info(`dashboard: ${pipeline.webUrl}`);
    return { pipeline, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function makeDataDir(config: Config): void {
  try {
    mkdirSync(config.dataDir, { recursive: true });
  } catch (cause) {
    throw new UserError(
      `The data folder ${config.dataDir} cannot be made (${String(cause)}): set TOKENTAPE_DATA_DIR to one that can.`,
    );
  }
}

/** The first signal asks to stop; a second one, or a stop that takes too long, ends the process as it is: nothing acknowledged is lost. */
function stopSignal(): Promise<void> {
  return new Promise((done) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      setTimeout(() => {
        console.error(`The stop has taken ${STOP_MS / 1000} s: giving up on what is still under way.`);
        process.exit(1);
      }, STOP_MS).unref();
      done();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  });
}

const STOP_MS = 25_000;
