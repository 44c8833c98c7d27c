import { scanQuantities } from '../quantities.ts';
import type { Cell } from './table-model.ts';

/** "约台币/月", 折合人民币, "~INR/hr": a head that says that its column is worked out from another. */
const SAYS_SO =
  /^ ?[~≈约]|折合|折算|约合|换算|相当于|等值|\b(?:approx(?:\.|imate(?:ly)?)?|equivalent|equiv\.?|converted|conversion)(?![a-z])/;
const ROUGHLY = /^ ?(?:[~≈约]|大约|折合|合(?=\d)|about |around |roughly )/;

interface Column {
  /** The money that all its amounts are in; null where they are in several, or say none. */
  readonly currency: string | null;
  /** Its head says that it is worked out. */
  readonly saysSo: boolean;
  /** All its amounts are about so much. */
  readonly rough: boolean;
  readonly holdsFigures: boolean;
}

function columnOf(head: Cell, cells: readonly Cell[]): Column {
  const figures = cells.filter(({ text }) => /\d/.test(text)).map(({ text }) => text);
  const currencies = new Set(figures.map((text) => scanQuantities(text).find((q) => q.unit === 'money')?.currency));
  return {
    currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
    saysSo: SAYS_SO.test(head.text),
    rough: figures.length > 0 && figures.every((text) => ROUGHLY.test(text)),
    holdsFigures: figures.length > 0,
  };
}

/**
 * The columns that give what another column says once more, in other money: "~₹212" beside "$2.49". Nobody asks for what they
 * hold: the price is the one in the money it is charged in.
 */
export function convertedColumns(header: readonly Cell[], rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const columns = header.map((head, column) =>
    columnOf(
      head,
      rows.flatMap((row) => row[column] ?? []),
    ),
  );
  const isConverted = ({ currency, rough, saysSo }: Column): boolean =>
    currency !== null &&
    (rough || saysSo) &&
    columns.slice(1).some(
      (other) =>
        other.holdsFigures &&
        !other.rough &&
        !other.saysSo &&
        other.currency !== currency &&
        // Bare amounts, in what their head says.
        (other.currency !== null || saysSo),
    );
  return new Set(columns.flatMap((column, index) => (index > 1 && isConverted(column) ? [index] : [])));
}
