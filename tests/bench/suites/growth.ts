import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { type Bench, residentMiB, until } from '../harness.ts';
import { drained } from '../support/drained.ts';
import { openSite, type Site } from '../support/site.ts';

const SOURCES = 20;
const TIMES = [1, 10, 100];
const HOSTS = 200;
const CLI = new URL('../../../infra/cli/tokentape.mjs', import.meta.url).pathname;

interface Grown {
  readonly sources: number;
  readonly startMs: number;
  readonly perSourceMs: number;
  readonly restartMs: number;
  readonly memoryMiB: number;
}

/** `tokentape run schedule fetch extract` over 1, 10 and 100 times the sources: what grows with them, and what must not. */
export async function growth(bench: Bench): Promise<void> {
  const site = await openSite(HOSTS);
  try {
    const grown: Grown[] = [];
    for (const times of TIMES) grown.push(await grow(bench, site, bench.size(SOURCES) * times));
    const [least] = grown;
    if (least === undefined) return;
    for (const one of grown) {
      const first = (value: (of: Grown) => number) => ({ [`with ${least.sources} sources`]: value(least) });
      const name = `${one.sources} sources`;
      bench.figure(
        `${name}: start to first request`,
        one.startMs,
        'ms',
        first((of) => of.startMs),
      );
      bench.figure(
        `${name}: schedule, fetch and extract, each`,
        one.perSourceMs,
        'ms',
        first((of) => of.perSourceMs),
      );
      bench.figure(
        `${name}: memory`,
        one.memoryMiB,
        'MiB',
        first((of) => of.memoryMiB),
      );
      bench.figure(
        `${name}: second start, all known, to ready`,
        one.restartMs,
        'ms',
        first((of) => of.restartMs),
      );
    }
  } finally {
    await site.stop();
  }
}

async function grow(bench: Bench, site: Site, sources: number): Promise<Grown> {
  const folder = join(bench.folder, String(sources));
  writeCatalog(join(folder, 'sources'), site, sources);
  const before = site.asked();
  const start = performance.now();
  const first = run(folder);
  const log = await openLogOf(folder);
  try {
    await until('the first request', () => site.asked() > before);
    const startMs = performance.now() - start;
    await until('every page fetched', () => site.asked() >= before + sources);
    await drained(log, 'fetch', ['fetch_jobs']);
    await drained(log, 'extract', ['documents']);
    const perSourceMs = (performance.now() - start - startMs) / sources;
    const memoryMiB = residentMiB(first.pid);
    await stop(first);
    const again = performance.now();
    const second = run(folder);
    await until('ready', () => isReady(second));
    const restartMs = performance.now() - again;
    await stop(second);
    return { sources, startMs, perSourceMs, restartMs, memoryMiB };
  } finally {
    await log.close();
  }
}

/** One page a source, looked at once a day, so that the run ends when all have been looked at. */
function writeCatalog(folder: string, site: Site, sources: number): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < sources; index++) {
    const source = {
      id: `bench-${index}`,
      name: `Bench ${index}`,
      provider: `vendor-${index}`,
      kind: 'page',
      url: site.page(index % HOSTS, sources * 100_000 + index),
      schedule: { cron: '0 0 * * *' },
      politeness: { delay_seconds: 0 },
      allow_private: true,
    };
    writeFileSync(join(folder, `${source.id}.yaml`), stringify(source));
  }
}

const ready = new WeakSet<ChildProcess>();
const isReady = (child: ChildProcess) => ready.has(child);

function run(folder: string): ChildProcess {
  const child = spawn(process.execPath, [CLI, 'run', 'schedule', 'fetch', 'extract'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      TOKENTAPE_DATA_DIR: folder,
      CATALOG_DIRS: join(folder, 'sources'),
      CATALOG_BUILTIN: 'false',
      HEALTH_PORT: '0',
      LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('tokentape runs')) ready.add(child);
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** The run's own log, to ask it how far it is. */
async function openLogOf(folder: string): Promise<EventLog> {
  return openEmbeddedLog({ path: join(folder, 'log.sqlite') });
}
