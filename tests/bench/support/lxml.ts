import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench } from '../harness.ts';

const run = promisify(execFile);
const READER = fileURLToPath(new URL('lxml-reader.py', import.meta.url));
const answer = z.object({ seconds: z.number(), parse_seconds: z.number(), prices: z.number() });

/** Seconds a Python lxml reader takes over the pages, median of the rounds; null, and a note, where there is no Python or lxml. */
export async function lxmlSeconds(
  bench: Bench,
  pages: readonly string[],
  rounds: number,
): Promise<z.infer<typeof answer> | null> {
  try {
    const python = await pythonWithLxml(join(bench.cache, 'bench-python'));
    const child = spawn(python, [READER], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify({ pages, rounds }));
    return answer.parse(await json(child.stdout));
  } catch (cause) {
    bench.note(`without Python's lxml: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`);
    return null;
  }
}

/** An environment of our own in the cache, made once. */
async function pythonWithLxml(folder: string): Promise<string> {
  const python = join(folder, 'bin', 'python');
  if (!existsSync(python)) await run('python3', ['-m', 'venv', folder]);
  const has = await run(python, ['-c', 'import lxml']).then(
    () => true,
    () => false,
  );
  if (!has) await run(python, ['-m', 'pip', 'install', '-q', 'lxml']);
  return python;
}
