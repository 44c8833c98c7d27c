/** npm run bench -- [suite ...] [--full] [--scale N] [--json FILE]. docs/bench.md says what each suite measures. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figure, machine } from './harness.ts';
import { message } from './messages.ts';
import { isSuite, SUITE_NAMES } from './suites.ts';
import { table } from './table.ts';

const PROCESS = fileURLToPath(new URL('suite-process.ts', import.meta.url));

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const scale = Number(options.scale);
const unknown = positionals.filter((name) => !isSuite(name));
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`usage: npm run bench -- [${SUITE_NAMES.join('|')} ...] [--full] [--scale N] [--json FILE]`);
  process.exit(2);
}
const suites = positionals.length > 0 ? positionals : SUITE_NAMES;

const on = machine();
process.stdout.write(
  `${on['cores']} cores (${on['cpu']}), ${on['memoryGiB']} GiB, node ${on['node']}, load ${on['load']}\n`,
);
const figures: Figure[] = [];
const notes: { suite: string; text: string }[] = [];
let failed = false;
for (const suite of suites) {
  process.stdout.write(`\n${suite}\n`);
  const result = await run(suite);
  process.stdout.write(`${table(result.figures)}\n`);
  for (const text of result.notes) process.stdout.write(`  note: ${text}\n`);
  figures.push(...result.figures);
  notes.push(...result.notes.map((text) => ({ suite, text })));
  failed ||= !result.ok;
}
if (options.json !== undefined) {
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine: on, full: options.full, scale, figures, notes }, null, 2)}\n`,
  );
}
process.exitCode = failed ? 1 : 0;

/** A process for each suite: none inherits another's heap, compiled code or open files. */
async function run(suite: string): Promise<{ ok: boolean; figures: Figure[]; notes: string[] }> {
  const child = fork(PROCESS, [suite, String(options.full), String(scale)], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc', '--disable-warning=TimeoutNegativeWarning'],
  });
  const heard: Figure[] = [];
  const said: string[] = [];
  child.on('message', (raw) => {
    const told = message.parse(raw);
    if (told.kind === 'figure') heard.push(told.figure);
    else said.push(told.text);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) said.push(`the suite failed (exit ${code}); figures up to there stand`);
  return { ok: code === 0, figures: heard, notes: said };
}
