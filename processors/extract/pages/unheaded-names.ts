import { type Column, share } from './columns.ts';
import { FAMILY } from './names.ts';
import { CODE } from './product-column.ts';

/**
 * The first column where nothing heads it and its cells are names all the same: another in nearly every row, or of models, which no other
 * column has more of. Null elsewhere.
 */
export function unheadedNames(
  columns: readonly Column[],
  written: (index: number) => readonly string[],
): Column | null {
  const [first, ...others] = columns;
  if (first?.index !== 0 || first.header !== '') return null;
  if (others.some(({ role, header }) => role === 'product' && SAYS_NAMES.test(header))) return null;
  const values = written(0);
  // "Basic search" may be a unit by its last word, "per search" and "Requests" are units.
  const worded =
    first.role === 'unit' && values.every((value) => /^\p{L}+ [\p{L} ]+$/u.test(value) && !/\bper\b/i.test(value));
  if (first.role !== 'note' && !worded) return null;
  const models = (column: Column) =>
    share(written(column.index), (value) => CODE.test(value) || (/\d/.test(value) && FAMILY.test(value)));
  // What a machine is made of names none, nor does the identifier beside a name.
  const rivals = others.filter(
    ({ header, index, role }) =>
      role !== 'version' && !PARTS.test(header) && !written(index).some((value) => OF_SEVERAL.test(value)),
  );
  if (rivals.some((column) => models(column) > Math.max(0.5, models(first)))) return null;
  const apart =
    new Set(values).size > values.length * 0.7 && values.every((value) => /\p{L}/u.test(value) && value.length <= 60);
  return apart || models(first) > 0.5 ? first : null;
}

/** A header that says its column holds names, and not what the named is made of. */
const SAYS_NAMES = /^(?!.*gpu).*(?:model|模型|name|名称|product|产品|service|服务)/i;
const PARTS = /gpu|accelerator|显卡|卡型|\bcards?\b/i;
/** "2x H100": parts of a machine. */
const OF_SEVERAL = /^\d+ ?[x×*]/i;
