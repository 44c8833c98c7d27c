import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Opening } from './opening.ts';

const WORKER = fileURLToPath(new URL('crash-worker.ts', import.meta.url));

/** Starts the worker, kills it with -9 after it has said so many lines, and returns everything it said. */
export async function runUntilKilled(mode: 'append' | 'consume', opening: Opening, lines: number): Promise<string[]> {
  const worker = spawn(process.execPath, [WORKER, mode, JSON.stringify(opening)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A test that gives up waiting must not leave it running: the run would wait for it.
  onTestFinished(() => void worker.kill('SIGKILL'));
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const said: string[] = [];
  for await (const line of createInterface({ input: worker.stdout })) {
    said.push(line);
    if (said.length === lines) worker.kill('SIGKILL');
  }
  await ended;
  return said;
}
