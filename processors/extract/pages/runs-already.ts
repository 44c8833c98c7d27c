import { fold } from '../../normalise/fold.ts';
import type { Reading } from './cell.ts';
import type { DataRow } from './segments.ts';

interface Priced {
  readonly row: DataRow;
  readonly readings: readonly Reading[];
}

const STATUS = /^(?:(?:instance|server|current) )?(?:status|state)$|^(?:(?:实例|当前|运行))?状态$/i;
const RUNS =
  /^\W*(?:running|stopped|stopping|starting|paused|terminated|provisioning|运行中|已停止|停止|已关机|创建中)\W*$/i;

/** What is charged so far for machines that run already, as a console lists them ("Running | $4.28"), without what it says a rate of. */
export function withoutRunning<One extends Priced>(
  found: readonly One[],
  headers: readonly (readonly string[])[],
): readonly One[] {
  const status = headers.findIndex((texts) => STATUS.test(fold(texts.at(-1) ?? '').trim()));
  if (status < 0) return found;
  return found.filter(
    ({ row, readings }) =>
      !RUNS.test(fold(row.cells[status]?.text ?? '')) || readings.some(({ amount }) => amount.unit !== null),
  );
}
