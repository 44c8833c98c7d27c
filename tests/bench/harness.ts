/** What every suite measures with. A figure never stands alone: beside it is what the machine, or a neighbour, did in the same run. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { z } from 'zod';

export const figure = z.object({
  suite: z.string(),
  name: z.string(),
  value: z.number().or(z.nan()),
  unit: z.string(),
  /** The limit of the machine, the naive way, the neighbour: measured side by side. Ratios are ours to theirs. */
  against: z.array(z.object({ name: z.string(), value: z.number().or(z.nan()) })),
});
export type Figure = z.infer<typeof figure>;

export interface Bench {
  /** The large sizes too. */
  readonly full: boolean;
  /** Scratch, gone after the suite. */
  readonly folder: string;
  /** Kept between runs: generated markets, the Python environment, Kafka's jars. */
  readonly cache: string;
  /** A size of the suite, scaled by --scale; never below 1. */
  size(normal: number): number;
  figure(name: string, value: number, unit: string, against?: Readonly<Record<string, number>>): void;
  /** What was left out and why, or what a reader must know to trust a figure. */
  note(text: string): void;
}

export type Suite = (bench: Bench) => Promise<void>;

/** Where a bench cannot run: the caller notes it and goes on. */
export class Absent extends Error {}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Lets contestants take turns, so that whatever else the machine does falls on all alike, and gives the median of what each measured.
 * The first round warms up and is not counted where there are more.
 */
export async function sideBySide<K extends string>(
  rounds: number,
  contestants: Readonly<Record<K, () => Promise<number> | number>>,
): Promise<Record<K, number>> {
  const names = Object.keys(contestants).filter((name): name is K => name in contestants);
  const measured = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const value = await contestants[name]();
      if (round > 0 || rounds === 1) measured.get(name)?.push(value);
    }
  }
  const medians: Partial<Record<K, number>> = {};
  for (const [name, values] of measured) medians[name] = median(values);
  return complete(medians, names);
}

function complete<K extends string>(partial: Partial<Record<K, number>>, names: readonly K[]): Record<K, number> {
  const isComplete = (record: Partial<Record<K, number>>): record is Record<K, number> =>
    names.every((name) => record[name] !== undefined);
  if (!isComplete(partial)) throw new Error('a contestant measured nothing');
  return partial;
}

/** Waits for a condition; throws when it does not come true. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { everyMs = 10, timeoutMs = 600_000 } = {},
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** Resident memory of a process, MiB; 0 where the system does not tell. */
export function residentMiB(pid: number | undefined = process.pid): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

export function machine(): Record<string, string | number> {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    node: process.version,
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    /** Work waiting per core before we began: above 1, somebody else is measuring too. */
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
