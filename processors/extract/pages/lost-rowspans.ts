import { findDirections } from '../../normalise/directions.ts';
import { remembered } from '../../normalise/remembered.ts';
import { isTierOnly } from '../../normalise/tiers.ts';
import type { SpannedCell } from './grid.ts';
import { isNoPrice } from './no-price.ts';
import { textOf } from './plain-header.ts';
import { showsCurrency, showsMoney } from './shows-money.ts';

type Row = readonly SpannedCell[];
/** The texts of a row. */
type Texts = readonly string[];

/** Where the cells of a row stand, by column: the place of each among those of the row, null where the cell above reaches down. */
type Places = readonly (number | null)[];

/** How far below a row that is whole one may stand that lacks its cells. */
const FARTHEST = 60;

/**
 * The rows of a copy that lacks what the cells above reach down to: such a row has fewer cells than a whole one, and they stand under the
 * columns of their kind, in their order. What it lacks is what stands above.
 */
export function withLostRowspans(rows: readonly Row[], headed: boolean): readonly SpannedCell[][] {
  const first = headed ? 1 : 0;
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const texts = rows.map((row) => row.map(textOf));
  const columns = new Columns(width, headed ? (texts[0] ?? []) : []);
  const places: (Places | null)[] = texts.map((row, at) => {
    if (at >= first && row.length === width) columns.add(row, null);
    return null;
  });
  let since = FARTHEST;
  for (let at = first; at < rows.length; at++) {
    const row = texts[at] ?? [];
    since = row.length === width ? 0 : since + 1;
    if (row.length < 2 || since > FARTHEST) {
      // A row of one cell stands over those below it: nothing reaches down past it.
      if (row.length < 2) since = FARTHEST;
      continue;
    }
    const found = row.length === width ? null : columns.placesOf(row);
    if (found === null) continue;
    places[at] = found;
    columns.add(row, found);
  }
  return rows.map((row, at) => cellsOf(row, at, places));
}

function cellsOf(cells: Row, at: number, places: readonly (Places | null)[]): SpannedCell[] {
  const own = places[at] ?? cells.map((_, index) => index);
  return own.flatMap((index, column) => {
    const cell = index === null ? undefined : cells[index];
    if (cell === undefined) return [];
    let down = 1;
    while (places[at + down]?.[column] === null) down++;
    return [{ ...cell, rowspan: down }];
  });
}

type Kind = 'money' | 'number' | 'tier' | 'way' | 'none' | 'words';

interface Profile {
  readonly kinds: Set<Kind>;
  readonly shapes: Set<string>;
}

/** What stands in the columns of a table. */
class Columns {
  readonly #profiles: readonly Profile[];
  readonly #ofMoney: readonly boolean[];

  constructor(width: number, header: Texts) {
    this.#profiles = Array.from({ length: width }, () => ({ kinds: new Set<Kind>(), shapes: new Set<string>() }));
    this.#ofMoney = this.#profiles.map((_, column) => showsCurrency(header[column] ?? ''));
  }

  add(row: Texts, places: Places | null): void {
    this.#profiles.forEach(({ kinds, shapes }, column) => {
      const index = places === null ? column : places[column];
      const text = index === null || index === undefined ? undefined : row[index];
      if (text === undefined) return;
      kinds.add(kindOf(text));
      shapes.add(shapeOf(text));
    });
  }

  /** Null where a row stands as it is written, or may stand in several ways that are none of this. */
  placesOf(row: Texts): Places | null {
    const lacking = this.#profiles.length - row.length;
    if (!row.some((text) => isPrice(kindOf(text))) || this.#fits(row)) return null;
    // Best sum for the cells up to one, standing up to a column: the last that is left out first.
    const best: (readonly [number, Places] | undefined)[][] = Array.from({ length: row.length + 1 }, () =>
      Array.from({ length: this.#profiles.length + 1 }, () => undefined),
    );
    for (let cell = 0; cell <= row.length; cell++) {
      for (let column = cell; column <= cell + lacking; column++) {
        const over = column > cell ? best[cell]?.[column - 1] : undefined;
        const before = cell > 0 ? best[cell - 1]?.[column - 1] : undefined;
        const skipped: [number, Places] | null =
          over === undefined ? null : [over[0] - this.#missed(column - 1) - gapAfter(over[1]), [...over[1], null]];
        const taken: [number, Places] | null =
          before === undefined
            ? null
            : [before[0] + this.#likeness(row[cell - 1] ?? '', column - 1), [...before[1], cell - 1]];
        const start: [number, Places] | null = cell === 0 && column === 0 ? [0, []] : null;
        const found = [start, taken, skipped].filter((one) => one !== null).sort((a, b) => b[0] - a[0])[0];
        if (found !== undefined) best[cell]?.splice(column, 1, found);
      }
    }
    const whole = best[row.length]?.[this.#profiles.length];
    return whole === undefined || whole[0] <= 0 || lacksTwice(whole[1]) ? null : whole[1];
  }

  /** True where each cell may stand in the column that it is written in. */
  #fits(row: Texts): boolean {
    return row.every((text, column) => this.#likeness(text, column) > NEVER);
  }

  /** A column of prices is seldom one that the cell above reaches down to. */
  #missed(column: number): number {
    const kinds = this.#profiles[column]?.kinds;
    return kinds?.has('money') === true ? 1.5 : kinds?.has('number') === true ? 0.5 : 0;
  }

  #likeness(text: string, column: number): number {
    const { kinds, shapes } = this.#profiles[column] ?? { kinds: new Set<Kind>(), shapes: new Set<string>() };
    const kind = kindOf(text);
    const unknown = [...kinds].every((one) => one === 'none');
    if (kind === 'none') return 0.5;
    if (kinds.has(kind)) return kind === 'words' ? 1 + 2 * nearest(shapeOf(text), shapes) : 3;
    if (unknown) return isPrice(kind) ? 1 : kind === 'tier' ? 1.5 : 0.5;
    // "$2.50" among bare numbers under "Price ($)", "3" among "≤ 8".
    if (isPrice(kind)) return kinds.has('money') || (kinds.has('number') && this.#ofMoney[column] === true) ? 1 : NEVER;
    return kinds.has('words') || kinds.has('tier') || kinds.has('way') ? 0 : NEVER;
  }
}
const NEVER = -100;

/** What reaches down stands before what does not, as a rule. */
const gapAfter = (places: Places): number => (places.length > 0 && places.at(-1) !== null ? 0.1 : 0);

/** True for a row that would lack a cell among its own and one behind them: it may be written so. */
const lacksTwice = (places: Places): boolean => {
  const first = places.findIndex((place) => place !== null);
  const last = places.findLastIndex((place) => place !== null);
  return last < places.length - 1 && places.slice(first, last).includes(null);
};

const isPrice = (kind: Kind): boolean => kind === 'money' || kind === 'number';

const kindOf = remembered((text): Kind => {
  if (text === '' || isNoPrice(text)) return 'none';
  if (/^[~≈约]?\d[\d,]*(?:\.\d+)?\*?$/.test(text)) return 'number';
  if (isTierOnly(text)) return 'tier';
  if (showsMoney(text)) return 'money';
  return findDirections(text).length > 0 ? 'way' : 'words';
});

/**
 * How a text is written: its scripts, and whether it has figures, hyphens, points or blanks before a remark in brackets, and one. "Egret 2" and
 * "Egret 1" are alike, "Idle time (min 1)" and "Requests (per 1,000)" are not.
 */
function shapeOf(text: string): string {
  const plain = text.replace(REMARK, '');
  return [/\p{Script=Han}/u, /^\p{Lu}/u, /^\p{Ll}/u, /^\d/, /\d/, /-/, /\./, /\s/]
    .map((pattern) => Number(pattern.test(plain)))
    .concat(Number(/[([（]/.test(text)))
    .join('');
}
const REMARK = /\s*[(（][^()（）]*[)）]$/;

/** From 0 to 1: how near a shape comes to one of others. */
function nearest(shape: string, others: ReadonlySet<string>): number {
  const shares = [...others].map((other) => [...shape].filter((mark, at) => mark === other[at]).length / shape.length);
  return Math.max(0, ...shares);
}
