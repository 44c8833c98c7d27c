import { isRegionOnly } from '../../normalise/regions.ts';
import { isTierOnly } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { headRole, isCountedNoun, type Role } from './columns.ts';
import { FAMILY } from './names.ts';
import type { Token } from './text-tokens.ts';

/** How well a cell fits a column by what the column's header says it holds. */
function fitOf(cell: Token, role: Role | null, column: Token | null): number {
  const text = cell.folded;
  const tier = cell.empty || isTierOnly(text);
  const region = isRegionOnly(text);
  const meter = cell.label.directions.length > 0 && cell.label.isVocabulary;
  const name = FAMILY.test(text) || /[a-z].*\d|\d.*[a-z]/i.test(text);
  if (role === 'tier')
    return tier || /\d/.test(text) || /^(?:hd|standard|premium|low|medium|high|basic|default)$/i.test(text) ? 3 : -1;
  if (column?.label.sum && (cell.empty || /\d/.test(text))) return 2;
  if (role === 'region') return region ? 3 : -1;
  if (role === 'meter') return meter ? 3 : name ? -1 : 0.5;
  if (role === 'unit') return cell.label.unit !== null || unitOnly(text) !== null ? 3 : isCountedNoun(text) ? 2 : -2;
  // "Model size" over "7B" and "Heron 8B" names what is sold.
  if (column?.label.measure && role !== 'product' && (tier || /\d/.test(text)) && !FAMILY.test(text)) return 2.5;
  // "Not available" may stand in any column but that of the names.
  if (cell.empty && role !== 'product' && role !== 'version') return 0.5;
  if (tier && !name) return -1.5;
  if (region || meter) return -1;
  if (role === 'product' || role === 'version') return name ? 3 : 1.5;
  if (column === null || column.label.measure || column.label.sum) return /\d/.test(text) || cell.empty ? 1.5 : 0;
  return name && FAMILY.test(text) ? 0 : 0.8;
}

/**
 * The columns of the cells of records with equally many cells, the same for each of them, in order; -1 for cells in front that belong to no
 * column: a section row. The score is that of one record.
 */
export function alignCells(
  records: readonly (readonly Token[])[],
  columns: readonly (Token | null)[],
): { columns: number[]; score: number } {
  const width = columns.length;
  const length = records[0]?.length ?? 0;
  const roles = columns.map((column) => (column === null ? 'product' : headRole(column.folded)));
  const fitAt = (i: number, j: number): number =>
    records.reduce((sum, record) => {
      const cell = record[i];
      return cell === undefined ? sum : sum + fitOf(cell, roles[j] ?? null, columns[j] ?? null);
    }, 0) / records.length;
  // best[i][j]: cells from i on, columns from j on.
  const best = Array.from({ length: length + 1 }, () => new Array<number>(width + 1).fill(Number.NEGATIVE_INFINITY));
  const choice = Array.from({ length: length + 1 }, () => new Array<'put' | 'skip' | 'more'>(width + 1).fill('skip'));
  const at = (i: number, j: number): number => best[i]?.[j] ?? Number.NEGATIVE_INFINITY;
  const set = (i: number, j: number, value: number, how: 'put' | 'skip' | 'more') => {
    const row = best[i];
    const how_ = choice[i];
    if (row !== undefined && how_ !== undefined && value > (row[j] ?? Number.NEGATIVE_INFINITY)) {
      row[j] = value;
      how_[j] = how;
    }
  };
  for (let j = 0; j <= width; j++) set(length, j, -0.4 * (width - j), 'skip');
  for (let i = length - 1; i >= 0; i--) {
    for (let j = width; j >= 0; j--) {
      // A further line of the cell before it.
      if (j > 0) set(i, j, at(i + 1, j) - (i === 0 ? 1.2 : 0.9), 'more');
      else set(i, j, at(i + 1, j) - 1.1, 'more');
      if (j < width) {
        set(i, j, at(i, j + 1) - 0.4, 'skip');
        set(i, j, at(i + 1, j + 1) + fitAt(i, j), 'put');
      }
    }
  }
  const placed: number[] = [];
  let i = 0;
  let j = 0;
  while (i < length) {
    const how = choice[i]?.[j] ?? 'more';
    if (how === 'skip') j++;
    else if (how === 'put') {
      placed.push(j);
      i++;
      j++;
    } else {
      placed.push(j - 1);
      i++;
    }
  }
  return { columns: placed, score: at(0, 0) };
}
