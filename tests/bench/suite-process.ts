/** Runs one suite: argv is its name, whether the large sizes are wanted, and the scale. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePatternsAtOnce } from '../../infra/cli/compile-patterns.ts';
import { Absent, type Bench } from './harness.ts';
import type { Message } from './messages.ts';
import { isSuite, SUITES } from './suites.ts';

const [, , suite = '', full, scale] = process.argv;
if (!isSuite(suite)) throw new Error(`no suite ${suite}`);

// As the command does.
compilePatternsAtOnce();
const folder = mkdtempSync(join(tmpdir(), `tokentape-bench-${suite}-`));
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));
mkdirSync(cache, { recursive: true });
const tell = (told: Message) => process.send?.(told);
const bench: Bench = {
  full: full === 'true',
  folder,
  cache,
  size: (normal) => Math.max(1, Math.round(normal * Number(scale))),
  figure: (name, value, unit, against = {}) =>
    tell({
      kind: 'figure',
      figure: {
        suite,
        name,
        value,
        unit,
        against: Object.entries(against).map(([other, theirs]) => ({ name: other, value: theirs })),
      },
    }),
  note: (text) => tell({ kind: 'note', text }),
};
try {
  const run = await SUITES[suite]();
  await run(bench);
} catch (cause) {
  if (!(cause instanceof Absent)) throw cause;
  bench.note(cause.message);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.disconnect();
