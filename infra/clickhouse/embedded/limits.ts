import { ClickHouseFailure } from './errors.ts';
import { isIgnoredSetting, isOpenSetting, LIMITS } from './gate/settings.ts';

/** What one statement of the read-only user may use. */
export interface ReaderLimits {
  readonly seconds: number;
  readonly memoryBytes: number;
  readonly resultRows: number;
  readonly resultBytes: number;
  /** Statements at a time; more wait their turn, so that readers never starve the pipeline. */
  readonly concurrency: number;
}

export const READER_LIMITS: ReaderLimits = {
  seconds: 60,
  memoryBytes: 2 * 1024 ** 3,
  resultRows: 20_000_000,
  resultBytes: 1024 ** 3,
  concurrency: 6,
};

/** The settings a reader's statement runs with: its own harmless ones, limits only ever tightened. */
export function readerSettings(asked: ReadonlyMap<string, string>, limits: ReaderLimits): Map<string, string> {
  const settings = new Map<string, string>();
  const ceilings = new Map([
    ['max_execution_time', limits.seconds],
    ['max_memory_usage', limits.memoryBytes],
    ['max_result_rows', limits.resultRows],
    ['max_result_bytes', limits.resultBytes],
  ]);
  for (const [name, value] of asked) {
    if (LIMITS.has(name) || isIgnoredSetting(name)) continue;
    if (!isOpenSetting(name)) {
      throw new ClickHouseFailure(164, 'READONLY', `Cannot modify '${name}' setting in readonly mode`);
    }
    settings.set(name, value);
  }
  for (const [name, ceiling] of ceilings) {
    const value = Number(asked.get(name) ?? 0);
    settings.set(name, String(value > 0 && value < ceiling ? value : ceiling));
  }
  return settings;
}

/** At most `size` at a time; the rest wait in order. */
export function turnstile(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
