import type { Token } from './text-tokens.ts';

/** A run of prices over its columns: one each, or equally many each, or all in the last where only one has any. */
export function spread(run: readonly Token[], columns: number): Token[][] | null {
  const cells = run.reduce<Token[][]>((all, token) => {
    const last = all.at(-1);
    if (last !== undefined && isBeside(token)) last.push(token);
    else all.push([token]);
    return all;
  }, []);
  if (cells.length < run.length && cells.length === columns) return cells;
  if (columns === 0 || run.length < columns) return null;
  if (run.length === columns) return run.map((token) => [token]);
  if (columns === 1) return [[...run]];
  const heads = run.slice(0, columns - 1);
  if (heads.every((token) => token.empty)) return [...heads.map((token) => [token]), [...run.slice(columns - 1)]];
  if (run.length % columns !== 0) return null;
  const each = run.length / columns;
  return Array.from({ length: columns }, (_, column) => run.slice(column * each, (column + 1) * each));
}

/** "$0.30", "$0.06 (cached)", "$1.20": an amount in brackets of its own stands in the cell of the one before it. */
const isBeside = ({ money, folded }: Token): boolean => money && ASIDE.test(folded);
const ASIDE = /\((?:cached|cache (?:read|hit)s?|cached input)\)$|^\(/;
