import { isTierOnly } from '../../normalise/tiers.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { headRole } from './columns.ts';
import { withoutIdsBelowNames } from './ids-below-names.ts';
import type { Grid, Line } from './model.ts';
import { FAMILY, NOISE } from './names.ts';
import type { PageContext } from './page-context.ts';
import { alignCells } from './text-align.ts';
import { tableOfCompared } from './text-compared.ts';
import { inConditions } from './text-conditions.ts';
import { countedTable } from './text-counted.ts';
import { featuredTable } from './text-featured.ts';
import { type Fit, gridOf, type Row } from './text-grid.ts';
import { groupedTable } from './text-grouped.ts';
import { saysIncluded, tableOfIncluded } from './text-included.ts';
import { areNames, tableOfReaching } from './text-reaching.ts';
import { spread } from './text-spread.ts';
import { stridedTable } from './text-strided.ts';
import { ACTION, type Token, tokensOf } from './text-tokens.ts';
import { turnedTable } from './text-turned.ts';
import { unheadedTable } from './text-unheaded.ts';
import { withUnknownHeads } from './text-unknown-heads.ts';

/** A table whose cells stand on lines of their own: the text copy of a page. */
export interface TextTable {
  /** Lines it takes: first, and one past the last. */
  readonly start: number;
  readonly end: number;
  readonly grid: Grid;
  /** A comparison of plans: some of its rows may have been taken for cards. */
  readonly ofPlans?: true;
}

/** A record as its lines stand: words, prices, and what comes behind them. */
interface Cells {
  readonly words: readonly Token[];
  readonly tail: readonly Token[];
  readonly prices: readonly (readonly Token[])[];
  /** What its cells say before their amounts, of which its name has several. */
  readonly condition?: Token;
}

const WIDEST = 16;

/** Finds headers and the records that fit under them, and tables that stand on their side. */
export function findTextTables(lines: readonly Line[], page: PageContext): TextTable[] {
  const tokens = withoutIdsBelowNames(
    tokensOf(lines, page).filter((token) => !ACTION.test(token.folded) && (token.empty || !NOISE.test(token.folded))),
  );
  const tables: TextTable[] = [];
  const included = saysIncluded(tokens);
  let at = 0;
  while (at < tokens.length) {
    const compared = tableOfCompared(tokens, at);
    const reaching = compared ?? tableOfReaching(tokens, at);
    const turned =
      reaching ??
      turnedTable(tokens, at) ??
      groupedTable(tokens, at) ??
      (included ? tableOfIncluded(tokens, at) : null);
    if (turned !== null) {
      tables.push({
        start: tokens[reaching?.first ?? at]?.from ?? 0,
        end: tokens[turned.next - 1]?.to ?? lines.length,
        grid: turned.grid,
        ...(compared === null ? {} : { ofPlans: true }),
      });
      at = turned.next;
      continue;
    }
    if (!tokens[at]?.head && featuredTable(tokens, at) === null) {
      const unheaded = unheadedTable(tokens, at, page);
      if (unheaded !== null)
        tables.push({
          start: tokens[at]?.from ?? 0,
          end: tokens[unheaded.next - 1]?.to ?? lines.length,
          grid: unheaded.grid,
        });
      at = unheaded?.next ?? at + 1;
      continue;
    }
    let end = at;
    while (end < tokens.length && (end === at || tokens[end]?.head)) end++;
    const widened = withUnknownHeads(tokens, at, end);
    const worded = bestFit(widened.tokens, at, widened.end) ?? bestFitOverGap(tokens, at, end);
    const fit = countedFit(tokens, at, worded?.next ?? end, worded) ?? worded;
    if (fit === null || isFreePlan(fit)) {
      at = end;
      continue;
    }
    const first = fit.header[0]?.from ?? 0;
    tables.push({ start: first, end: tokens[fit.next - 1]?.to ?? lines.length, grid: gridOf(fit) });
    at = fit.next;
  }
  return tables;
}

/** "Monthly", "Yearly", "Free", "$0": a switch over the first of several plans, and no table of one row. */
const isFreePlan = ({ rows: [row, ...others] }: Fit): boolean =>
  others.length === 0 && row !== undefined && row.prices.flat().every(({ text }) => !/[1-9]/.test(text));

/** The table that counting tells, where one begins among some tokens; one whose columns are in any order only with more prices than its words tell, or as many in fewer lines. */
function countedFit(tokens: readonly Token[], start: number, end: number, worded: Fit | null): Fit | null {
  let counted = featuredTable(tokens, start);
  for (let at = start; counted === null && at < end; at++) counted = countedTable(tokens, at);
  const known = pricesOf(worded?.rows ?? []) + (worded !== null && isUntidy(worded) ? 0 : 1);
  for (let at = start; counted === null && at < end; at++) {
    const strided = stridedTable(tokens, at);
    if (strided !== null && strided.rows.flatMap(({ prices }) => prices).filter(({ money }) => money).length >= known)
      counted = strided;
  }
  // Names that share their amounts, and amounts that say conditions, end what is counted, and not what is told by its words.
  const goesOn = worded?.rows.some(({ shared, condition }) => shared || condition !== undefined) === true;
  if (counted === null || (worded !== null && worded.next > counted.next && goesOn)) return null;
  const rows = counted.rows.map(({ words, prices }) => ({
    sections: [],
    shared: false,
    words: words.map((token) => [token]),
    prices: prices.map((token) => [token]),
  }));
  return {
    header: [...counted.words, ...counted.priced],
    front: counted.words,
    priced: counted.priced,
    group: null,
    rows,
    next: counted.next,
    score: 0,
  };
}

/** Its words have not told its cells apart. */
const isUntidy = ({ rows }: Fit): boolean =>
  rows.filter(({ words, prices }) => [...words, ...prices].some((cell) => cell.length > 1)).length * 2 > rows.length;

const pricesOf = (rows: readonly Row[]): number =>
  rows.flatMap(({ prices }) => prices.flat()).filter(({ money }) => money).length;

/** A tooltip in a header ("info", an id) breaks its run: the header goes on where more price columns follow. */
function bestFitOverGap(tokens: readonly Token[], start: number, end: number): Fit | null {
  let after = end;
  while (after < end + 3 && after < tokens.length && isAside(tokens[after])) after++;
  if (after === end || !tokens[after]?.priceHead || !tokens[after + 1]?.priceHead) return null;
  const joined = [...tokens.slice(0, end), ...tokens.slice(after)];
  let stop = end;
  while (stop < joined.length && joined[stop]?.head) stop++;
  const fit = bestFit(joined, start, stop);
  return fit === null ? null : { ...fit, next: fit.next + after - end };
}

const isAside = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.head &&
  !token.money &&
  !token.bare &&
  !token.empty &&
  token.level === 0 &&
  token.folded.length <= 40;

function bestFit(tokens: readonly Token[], start: number, end: number): Fit | null {
  // Numbers without a currency count only where amounts with one make no table.
  for (const bare of [false, true]) {
    let best: Fit | null = null;
    // A first cell may itself look like a header ("On-demand", "Storage"): the header may end before the run does.
    for (let stop = end; stop > start && stop >= end - 3; stop--) {
      // A header left out must be a row label: an amount follows it.
      const left = tokens[stop];
      const next = tokens[stop + 1];
      if (stop < end && left?.priceHead && !(next?.money || next?.empty || next?.bare)) break;
      for (let width = Math.min(stop - start, WIDEST); width >= 1; width--) {
        for (const unnamed of [false, true]) {
          const found = fitted(tokens, stop - width, stop, bare, unnamed);
          // What was taken for a header is most often one.
          const fit = found === null ? null : { ...found, score: found.score - (end - stop) * found.rows.length * 1.2 };
          if (fit !== null && (best === null || fit.score > best.score)) best = fit;
        }
      }
    }
    if (best !== null) return best;
  }
  return null;
}

/** A header says what its first column holds, or its prices say enough to stand alone. */
function namesProducts(header: readonly Token[], front: readonly (Token | null)[], priced: readonly Token[]): boolean {
  const plain = priced.every((token) => token.label.directions.length === 0 && token.label.unit === null);
  if (front.some((token) => token !== null && headRole(token.folded) !== null)) return true;
  return !plain && (header.length > 1 || priced[0]?.label.unit !== null);
}

function fitted(
  tokens: readonly Token[],
  first: number,
  data: number,
  bareAllowed: boolean,
  unnamed: boolean,
): Fit | null {
  const header = tokens.slice(first, data);
  const from = header.findIndex((token) => token.priceHead);
  if (from < 0) return null;
  let to = from;
  while (header[to]?.priceHead) to++;
  const named = header.slice(from, to);
  // "List price (per 1M tokens)" over "Input", "Cached", "Output" spans them: it is no column.
  const spanned = named.slice(1).map((token) => token.label.directions.length);
  const group =
    named[0]?.label.directions.length === 0 &&
    ((named.length > 2 && spanned.every((count) => count > 0)) || (named.length === 2 && (spanned[0] ?? 0) > 1))
      ? named[0]
      : null;
  const priced = group === null ? named : named.slice(1);
  const cut = tokens[first - 1];
  if (from === 0 && cut?.priceHead && (cut.label.directions.length > 0 || cut.label.unit !== null)) return null;
  // "Monthly", "Annual" over cards of one amount each: a switch.
  const other = isOneOfTimes(tokens[data]) || (priced.length === 1 && isOneOfTimes(cut));
  if (other && isOneOfTimes(priced.at(-1))) return null;
  const behind = header.slice(to);
  if (behind.some((token) => token.priceHead)) return null;
  const front: (Token | null)[] = from === 0 || unnamed ? [null, ...header.slice(0, from)] : header.slice(0, from);
  if (
    unnamed &&
    (from === 0 || front.some((token) => token !== null && /^(?:product|version)$/.test(headRole(token.folded) ?? '')))
  )
    return null;
  const explicit = !bareAllowed;
  if (!namesProducts(header, front, priced)) return null;
  const isPrice = (token: Token | undefined) =>
    token !== undefined && (token.money || token.empty || (!explicit && token.bare));
  const real = (token: Token) => token.money || (!explicit && token.bare);
  if (
    bareAllowed &&
    ![...header].some(
      (token) => token.label.currency !== null || token.label.unit !== null || headRole(token.folded) === 'unit',
    )
  )
    return null;
  const directed =
    priced.some((token) => token.label.directions.length > 0) &&
    !front.some((token) => token !== null && headRole(token.folded) === 'meter');
  const records: Cells[] = [];
  let score = 0;
  let next = data;
  for (let at = data; at < tokens.length; ) {
    if (records.length > 0 && (turnedTable(tokens, at) !== null || turnedTable(tokens, at + 1) !== null)) break;
    const words: Token[] = [];
    while (at < tokens.length && !isPrice(tokens[at])) {
      const token = tokens[at];
      if (
        token === undefined ||
        token.folded.length > 90 ||
        words.length > front.length + 6 ||
        ((token.level > 0 || (token.sentence && token.folded.includes(' '))) && records.length > 0)
      )
        break;
      words.push(token);
      at++;
    }
    if (at >= tokens.length || !isPrice(tokens[at]) || startsTable(words, front)) break;
    // Under "Input" and "Output" no record brings a label of its own: labelled values are cards.
    if (directed && words.some((token) => token.priceHead && token.label.directions.length > 0)) break;
    // Nor does one with a line or two more than there are columns: "Batch", "For night jobs", "Orca 3", "Input".
    const isLabelled = words.at(-1)?.priceHead === true && (words.at(-1)?.label.directions.length ?? 0) > 0;
    if (isLabelled && words.length > front.length + 1) break;
    const run: Token[] = [];
    while (at < tokens.length && isPrice(tokens[at])) {
      const token = tokens[at];
      if (token !== undefined) run.push(token);
      at++;
    }
    const conditioned = inConditions(run, priced.length);
    // Dashes in front of the prices stand in columns of words, or in one of their own that the header lacks; empties behind them are buttons.
    let lead = 0;
    while (conditioned === null && run.length - lead > priced.length && run[lead]?.empty) lead++;
    words.push(...run.splice(0, lead).slice(0, Math.max(0, front.length - words.length)));
    while (conditioned === null && run.length > priced.length && run.at(-1)?.empty) {
      run.pop();
      if (behind.length > 0) at--;
    }
    const prices = conditioned === null ? spread(run, priced.length) : [];
    // Fewer prices than the header has: another table, or the end.
    if (prices === null) break;
    // A first record may be free, if it fills its columns.
    if (!run.some(real) && records.length === 0 && words.length !== front.length) break;
    const tail: Token[] = [];
    for (const _ of behind) {
      const token = tokens[at];
      if (token === undefined || token.money || !tailFits(token, behind[tail.length])) break;
      tail.push(token);
      at++;
    }
    const aligned = alignCells([words], front);
    if (words.every(({ empty }) => empty) && records.length === 0) break;
    if (words.length > front.length + 2 && aligned.score < 0 && !areNames(words)) break;
    records.push(...(conditioned ?? [{ prices }]).map((row) => ({ words, tail, ...row })));
    score +=
      run.filter(real).length * 2 +
      (aligned.score / Math.max(1, words.length)) * 2 -
      (tail.length < behind.length ? 1 : 0);
    next = at;
  }
  const rows = rowsOf(records, front, behind);
  if (rows.length === 0 || !rows.some((row) => row.prices.some((cell) => cell.some(real)))) return null;
  if (rows.every((row) => row.prices.flat().every(isNamed))) return null;
  if (rows.every(({ words }) => words.flat().length > 0 && words.flat().every(({ empty }) => empty))) return null;
  if (rows.length === 1 && priced.length === 1 && header.length < 2) return null;
  if (priced.length === 1 && areConditions(rows, front)) return null;
  // A header column that no record fills is the title over the table.
  const unfilled = front.filter((_, column) => rows.every((row) => (row.words[column]?.length ?? 0) === 0)).length;
  return {
    header,
    front: [...front, ...behind],
    priced,
    group: group ?? null,
    rows,
    next,
    score: score + header.length * 0.1 - unfilled * rows.length * 1.5,
  };
}

const isOneOfTimes = (token: Token | undefined): boolean =>
  /^(?:monthly|annual(?:ly)?|yearly)$/i.test(token?.folded ?? '');

/** The cells of each record under its columns: records of equally many words have them in the same ones. */
function rowsOf(records: readonly Cells[], front: readonly (Token | null)[], behind: readonly Token[]): Row[] {
  const alike = Map.groupBy(records, ({ words }) => words.length);
  const columnsOf = new Map(
    [...alike].map(([length, same]) => [
      length,
      alignCells(
        same.map(({ words }) => words),
        front,
      ).columns,
    ]),
  );
  return records.flatMap(({ words, tail, ...priced }): Row[] => {
    // Names that share the prices below them.
    if (front.length === 1 && areNames(words))
      return words.map((name) => ({
        sections: [],
        shared: true,
        words: [[name], ...behind.map((_, column) => tail.slice(column, column + 1))],
        ...priced,
      }));
    const columns = columnsOf.get(words.length) ?? [];
    const under = (column: number): readonly Token[] => words.filter((_, index) => columns[index] === column);
    return [
      {
        sections: under(-1),
        shared: false,
        words: [
          ...front.map((_, column) => under(column)),
          ...behind.map((_, column) => tail.slice(column, column + 1)),
        ],
        ...priced,
      },
    ];
  });
}

/** "≤ 200K", "$3", "> 200K", "$6" under "Input": what a card is paid for, each under its condition, and no table of names. */
const areConditions = (rows: readonly Row[], front: readonly (Token | null)[]): boolean =>
  rows.every(({ words }) => words.flat().length > 0 && words.flat().every(({ folded }) => isTierOnly(folded))) &&
  !front.some((token) => token !== null && headRole(token.folded) !== null);

/** "Orca 3 $0.70/hr": a line of a name and its price, and no cell. */
const isNamed = ({ money, folded, label }: Token): boolean =>
  money && /^\p{L}/u.test(folded) && label.residue.length > 1 && label.directions.length === 0;

/** Words that hold a header of their own, or that of the table once more, end the table above. */
function startsTable(words: readonly Token[], front: readonly (Token | null)[]): boolean {
  const heads = front.flatMap((token) => token?.folded ?? []);
  const again = heads.filter((text) => words.some(({ folded }) => folded === text)).length;
  if (again > 1 && again * 2 > heads.length) return true;
  if (front.some((token) => token !== null && headRole(token.folded) === 'meter'))
    return (
      words.filter((token) => token.priceHead && token.label.priced).length > 0 &&
      words.some((token) => headRole(token.folded) === 'product')
    );
  const last = words.findLastIndex(
    (token) =>
      token.priceHead && (token.label.unit !== null || token.label.priced || token.label.directions.length > 0),
  );
  return (
    last >= 0 &&
    last < words.length - 1 &&
    words.some((token) => token.head && /^(?:product|version)$/.test(headRole(token.folded) ?? ''))
  );
}

/** A cell behind the prices: a unit, a size, a quota. A name there is the next record's: its own cell spanned rows. */
function tailFits(token: Token, column: Token | undefined): boolean {
  if (column === undefined || token.folded.length > 90) return false;
  if (token.empty) return true;
  if (/\bper\b/.test(column.folded)) return /\d/.test(token.folded);
  if (headRole(column.folded) === 'unit') return token.label.unit !== null || unitOnly(token.folded) !== null;
  if (/\bgpus?\b|accelerator/i.test(column.folded)) return /\d/.test(token.folded);
  if (FAMILY.test(token.folded) || isTierOnly(token.folded) || token.label.directions.length > 0) return false;
  if (column.label.measure || column.label.sum || /\b(?:gpus?|v?cpus?|ram)\b/i.test(column.folded))
    return /^[^\d]{0,4}[\d,.]+\s*(?:$|[a-z万亿千次张秒分小]{1,12}\b|[万亿千次张秒分小])/i.test(token.folded);
  return !token.head;
}
