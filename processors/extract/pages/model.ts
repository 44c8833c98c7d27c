/** What a page is made of once its markup is read: tables, and runs of lines between them, each under its headings. */

export interface Cell {
  /** The lines, joined: asked for often. */
  readonly text: string;
  /** Lines as a reader sees them, struck-through text and footnote marks left out; tidy, not folded. */
  readonly lines: readonly string[];
  /** True for `th`, `thead` and ARIA column headers. */
  readonly header: boolean;
  /** False where a span of another cell reaches in here. */
  readonly origin: boolean;
  /** False where the span reaches in from the left: a section row is one cell across. */
  readonly across: boolean;
}

/** Rows of equal length; spans are resolved by repeating the cell. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly caption: string | null;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** What stands around a block: the nearest comes last in every list. */
export interface Surroundings {
  readonly headings: readonly Heading[];
  readonly tabs: readonly string[];
  /** Text between the last heading and the block. */
  readonly before: readonly string[];
  /** How many of them stand under the last heading, the others under those around it. */
  readonly own: number;
  /** Text right after the block: footnotes and unit notes. */
  readonly after: readonly string[];
}

export interface Line {
  readonly text: string;
  /** 1 to 6 for a heading, 0 for text. */
  readonly level: number;
  /** Ids of the repeated elements (cards, rows, list items) the line stands in, outermost first. Empty where nothing repeats. */
  readonly path: readonly number[];
}

export type Block =
  | { readonly kind: 'table'; readonly grid: Grid; readonly around: Surroundings }
  | { readonly kind: 'lines'; readonly lines: readonly Line[]; readonly around: Surroundings };

export interface PageModel {
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /** All visible text, for what is said once for the whole page. */
  readonly text: string;
}

/** Longer lines are cut: no price list has them, and patterns must not meet them. */
export const LONGEST_LINE = 3000;

export const EMPTY_CELL: Cell = { text: '', lines: [], header: false, origin: true, across: true };
