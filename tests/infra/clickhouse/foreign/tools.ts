import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CACHE = here('../../../../.cache/foreign-clients');

/** A foreign client, ready to run, or why it is not. */
export type ForeignClient =
  | { readonly kind: 'ready'; run(...args: string[]): Promise<string> }
  | { readonly kind: 'missing'; readonly reason: string };

async function output(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(file, [...args], { maxBuffer: 64 << 20, ...options });
  return stdout;
}

const has = (command: string, flag: string): boolean => spawnSync(command, [flag]).status === 0;

/** Installs once; what is pinned names the directory, so that another version is another installation. */
async function prepared(
  name: string,
  pinned: string,
  install: (directory: string) => Promise<void>,
): Promise<string | ForeignClient> {
  const digest = createHash('sha256')
    .update(readFileSync(here(pinned)))
    .digest('hex')
    .slice(0, 12);
  const directory = join(CACHE, `${name}-${digest}`);
  const done = join(directory, '.installed');
  if (existsSync(done)) return directory;
  try {
    mkdirSync(directory, { recursive: true });
    await install(directory);
    writeFileSync(done, '');
    return directory;
  } catch (error) {
    return {
      kind: 'missing',
      reason: `${name} could not be installed: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** Python's clickhouse-connect, by pip, in an environment of its own, reading as read.py does. */
export const python = (): Promise<ForeignClient> => pythonWith([here('./python/read.py')]);

/** The same Python; the argument of its run is a program. */
export const pythonProgram = (): Promise<ForeignClient> => pythonWith(['-c']);

async function pythonWith(first: readonly string[]): Promise<ForeignClient> {
  if (!has('python3', '--version')) return { kind: 'missing', reason: 'python3 is not installed' };
  const directory = await prepared('python', './python/requirements.txt', async (target) => {
    await output('python3', ['-m', 'venv', target]);
    await output(join(target, 'bin/pip'), ['install', '-q', '-r', here('./python/requirements.txt')]);
  });
  if (typeof directory !== 'string') return directory;
  return { kind: 'ready', run: (...args) => output(join(directory, 'bin/python'), [...first, ...args]) };
}

/** The ClickHouse JDBC driver, by Maven. */
export async function java(): Promise<ForeignClient> {
  if (!has('java', '-version') || !has('mvn', '-v'))
    return { kind: 'missing', reason: 'java (17 or later) or mvn is not installed' };
  const directory = await prepared('java', './java/pom.xml', async (target) => {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${target}`];
    await output('mvn', ['-q', '-B', '-f', here('./java/pom.xml'), ...goal]);
  });
  if (typeof directory !== 'string') return directory;
  return {
    kind: 'ready',
    run: (...args) => output('java', ['-cp', `${directory}/*`, here('./java/Read.java'), ...args]),
  };
}

/** clickhouse-go, which Grafana's data source is built on. */
export async function go(): Promise<ForeignClient> {
  if (!has('go', 'version')) return { kind: 'missing', reason: 'go is not installed' };
  const directory = await prepared('go', './go/go.sum', async (target) => {
    await output('go', ['build', '-o', join(target, 'read'), '.'], { cwd: here('./go') });
  });
  if (typeof directory !== 'string') return directory;
  return { kind: 'ready', run: (...args) => output(join(directory, 'read'), args) };
}

export async function curl(): Promise<ForeignClient> {
  if (!has('curl', '--version')) return { kind: 'missing', reason: 'curl is not installed' };
  return { kind: 'ready', run: (...args) => output('curl', ['-sS', ...args]) };
}
