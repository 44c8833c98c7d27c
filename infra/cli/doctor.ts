import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Command } from 'commander';
import type { Config } from '../config/fields.ts';
import { loadConfig } from '../config/load.ts';
import { createLogger } from '../telemetry/logger.ts';
import { openCatalog } from './catalog.ts';
import { isRunning } from './store.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

const GIB = 1024 ** 3;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look at what tokentape needs here, and say how to mend what is missing')
    .action(async () => {
      const { config } = loadConfig(process.env);
      const findings = [dataDir(config), await store(config), await broker(config), catalog(config), browser(config)];
      for (const { what, ok, detail } of findings)
        process.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(12)} ${detail}\n`);
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

function dataDir(config: Config): Finding {
  try {
    mkdirSync(config.dataDir, { recursive: true });
    accessSync(config.dataDir, constants.W_OK);
    const { bavail, bsize } = statfsSync(config.dataDir);
    const free = (bavail * bsize) / GIB;
    const detail = `${config.dataDir}, ${free.toFixed(1)} GiB free`;
    return free < 1
      ? { what: 'data folder', ok: false, detail: `${detail}: make room, or set TOKENTAPE_DATA_DIR to a larger disk` }
      : { what: 'data folder', ok: true, detail };
  } catch (cause) {
    return {
      what: 'data folder',
      ok: false,
      detail: `${String(cause)}: set TOKENTAPE_DATA_DIR to a folder that can be written`,
    };
  }
}

async function store(config: Config): Promise<Finding> {
  const what = 'ClickHouse';
  if (config.clickhouseUrl !== undefined) {
    const ok = await answers(`${config.clickhouseUrl}/ping`);
    return {
      what,
      ok,
      detail: ok
        ? config.clickhouseUrl
        : `${config.clickhouseUrl} does not answer: is CLICKHOUSE_URL right, and the server up?`,
    };
  }
  if (await isRunning(config)) return { what, ok: true, detail: 'embedded, and running' };
  try {
    createRequire(import.meta.url).resolve('chdb');
    return { what, ok: true, detail: 'embedded' };
  } catch {
    return {
      what,
      ok: false,
      detail: 'the embedded engine is not installed: run npm ci without --omit=optional, or set CLICKHOUSE_URL',
    };
  }
}

async function broker(config: Config): Promise<Finding> {
  const what = 'event log';
  if (config.kafkaBrokers === undefined) return { what, ok: true, detail: 'embedded (SQLite)' };
  const { openLog } = await import('./log.ts');
  try {
    const log = await openLog(config, createLogger({ ...config, logLevel: 'silent' }));
    const partitions = await log.partitions('documents');
    await log.close();
    return { what, ok: true, detail: `Kafka at ${config.kafkaBrokers.join(', ')}, ${partitions} partitions` };
  } catch (cause) {
    return { what, ok: false, detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

function catalog(config: Config): Finding {
  const { sources, problems } = openCatalog(config);
  const off = [...sources.values()].filter(({ disabled }) => disabled !== null).length;
  const detail = `${sources.size} sources, ${off} of them off`;
  return problems.length === 0
    ? { what: 'catalog', ok: true, detail }
    : { what: 'catalog', ok: false, detail: `${detail}; ${problems.join(' | ')}` };
}

function browser(config: Config): Finding {
  const needed = [...openCatalog(config).sources.values()].filter(
    ({ render, disabled }) => render === 'browser' && disabled === null,
  );
  try {
    accessSync(config.chromiumPath, constants.X_OK);
    return { what: 'browser', ok: true, detail: config.chromiumPath };
  } catch {
    const detail = `${config.chromiumPath} is not there; ${needed.length} sources need it: install Chromium or set CHROMIUM_PATH`;
    return { what: 'browser', ok: needed.length === 0, detail };
  }
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(3000) }).catch(() => null);
  return answer?.ok ?? false;
}
