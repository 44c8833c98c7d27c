import { fold } from '../../normalise/fold.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import type { Unit } from '../../normalise/units.ts';
import { type Column, headRole, tellsRowsApart } from './columns.ts';

/**
 * The column of a table without names whose rows say under "Unit" what is counted, and of which kind: "Page, printed" over "Page, handwritten" and
 * "Voice minute". They are what is sold, each by what it counts. Null where there is none, and where all it holds are plain units.
 */
export function countedColumn(
  columns: readonly Column[],
  written: (index: number) => readonly string[],
): Column | null {
  const column = columns.find(({ header }) => headRole(fold(header)) === 'unit');
  const names = column === undefined ? [] : written(column.index);
  const counted = names.filter((name) => countedBy(name) !== null).length;
  const areKinds = tellsRowsApart(names) && names.some((name) => unitOnly(fold(name)) === null);
  return column !== undefined && areKinds && counted * 2 >= names.length ? { ...column, role: 'unit' } : null;
}

/** What a name counts: "Page, OCR", "Image (HD)" by what it begins with, "Voice minute", "Standard search" by its last word. Tokens have ways instead. */
export function countedBy(name: string): Unit | null {
  const folded = fold(name);
  const lead = /^[^,(:;-]+/.exec(folded)?.[0].trim() ?? '';
  const unit = unitOnly(lead) ?? unitOnly(/\p{L}+$/u.exec(lead)?.[0] ?? '');
  return unit === null || NOT_SOLD.has(unit.dimension) ? null : unit;
}
const NOT_SOLD: ReadonlySet<string> = new Set(['token', 'gb', 'month', 'year', 'day', 'instance_hour', 'gpu_hour']);
