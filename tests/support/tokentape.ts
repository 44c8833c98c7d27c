import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Free ports, no built-in sources, quiet: what a test wants unless it says otherwise. */
const QUIET: Environment = {
  CLICKHOUSE_EMBEDDED_PORT: '0',
  WEB_PORT: '0',
  HEALTH_PORT: '0',
  CATALOG_BUILTIN: 'false',
  LOG_FORMAT: 'json',
};

/** A data folder that goes when the test does. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'tokentape-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** Starts the command as a user would; `tokentape` without npm's wrapping, so that signals reach it. */
export function spawnTokentape(args: readonly string[], env: Environment): ChildProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(KAFKA_|CLICKHOUSE_|WEB_|TOKENTAPE_|VITEST)/.test(name)),
  );
  return spawn(process.execPath, ['infra/cli/tokentape.mjs', ...args], {
    env: { ...inherited, ...QUIET, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function tokentape(args: readonly string[], env: Environment, input = ''): Promise<RunResult> {
  const child = spawnTokentape(args, env);
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, ...output };
}

/** Asks a running process's store; null while it does not answer. */
export async function ask(dataDir: string, query: string): Promise<Record<string, unknown>[] | null> {
  try {
    const { url } = JSON.parse(readFileSync(join(dataDir, 'clickhouse.json'), 'utf8'));
    const answer = await fetch(
      `${url}/?database=tokentape&default_format=JSONEachRow&output_format_json_quote_decimals=1`,
      {
        method: 'POST',
        body: query,
      },
    );
    if (!answer.ok) return null;
    const text = await answer.text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  } catch {
    return null;
  }
}

/** Polls until `look` gives something, or fails with what it last saw. */
export async function eventually<T>(what: string, look: () => Promise<T | null>, timeoutMs = 60_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const seen = await look();
    if (seen !== null) return seen;
    await sleep(50);
  }
  throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
}
