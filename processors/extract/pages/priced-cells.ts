import { scale } from '../../normalise/decimal.ts';
import { fold } from '../../normalise/fold.ts';
import { unitOnly } from '../../normalise/unit-phrase.ts';
import { bareAmount, findAmounts } from './amounts.ts';
import { type Reading, readCell } from './cell.ts';
import { headRole } from './columns.ts';
import { describesFields, isByExample } from './decoys.ts';
import type { Label } from './label.ts';
import { withoutListed } from './listed-prices.ts';
import type { Cell } from './model.ts';
import type { PageContext } from './page-context.ts';
import { partsOf } from './parts-of-cells.ts';
import { CARD_COUNT } from './per-machine.ts';
import { headsOfAlike, placesOver } from './places-over-prices.ts';
import { withoutRunning } from './runs-already.ts';
import { withoutTotals } from './said-in-total.ts';
import type { DataRow, Segment } from './segments.ts';
import { readTerms } from './terms-to-choose.ts';
import { withTotalsOfTerms } from './totals-of-terms.ts';
import { withUnitsInTurn } from './units-in-turn.ts';

export interface PricedCell {
  readonly row: DataRow;
  readonly column: number;
  readonly cell: Cell;
  readonly readings: readonly Reading[];
}

/** Cells that hold prices: amounts with a currency, and bare numbers under a header (or beside a label) that speaks of prices. */
export function pricedCells(
  segment: Segment,
  headers: readonly (readonly string[])[],
  far: readonly Label[],
  over: Label | undefined,
  page: PageContext,
): PricedCell[] {
  const found: PricedCell[] = [];
  if (describesFields(headers)) return found;
  const headLabel = placesOver(headsOfAlike(segment, headers, page), page);
  const columnLabels = headers.map((texts) => texts.map(headLabel));
  const money = far.some(
    (label) => (label.currency !== null || label.unit?.dimension === 'token') && (label.priced || label.unit !== null),
  );
  // "Amounts in US dollars per 1M tokens" over rows without a header: the last number of each.
  const headless = segment.header.length === 0 && over !== undefined && over.currency !== null && over.unit !== null;
  // Beside amounts with their currency "Actions / month" counts actions.
  const signed = segment.rows.some((row) =>
    row.cells.some((cell) => findAmounts(fold(cell.text), page.currencies).length > 0),
  );
  const mayPrice = (label: Label) => speaksOfPrice(label) && !(signed && countsInTime(label));
  const pricesNamed = columnLabels.some((labels) => labels.at(-1)?.priced === true);
  const ofUnits = headers.map((texts) => headRole(fold(texts.at(-1) ?? '')) === 'unit');
  for (const row of segment.rows) {
    const words = row.cells
      .filter((cell) => cell.across && isWords(cell.text, page))
      .map((cell) => page.label(cell.text));
    // "New streams per minute" counts streams: a unit alone makes a price only where money is spoken of.
    const rowPriced = words.some(
      (label) => mayPrice(label) && (money || !isUnitAlone(label)) && !label.measure && !label.sum,
    );
    // Beside an amount with its currency a bare number is something else.
    const monied = row.cells.filter((cell) => findAmounts(fold(cell.text), page.currencies).length > 0).length;
    const rowMoney = monied > 0;
    const allMoney = monied === row.cells.length;
    // "Fast SSD" beside "GB" under "Unit" is sold by it.
    const rowMeasure =
      !rowPriced &&
      !row.cells.some(({ text }, column) => ofUnits[column] === true && text !== '') &&
      words.slice(0, 2).some((label) => label.measure && !NUMBERED.test(label.text) && !MEASURED.test(label.text));
    const rowSum =
      (words.slice(0, 1).some((label) => SUM_ROW.test(label.text)) && !isWholeOfParts(row, segment, page)) ||
      (words.some(({ text }) => /^\d+% off$/.test(text)) && (words.length === 1 || isNamedAgain(row, segment)));
    row.cells.forEach((cell, column) => {
      const labels = columnLabels[column] ?? [];
      const leaf = labels.at(-1);
      const text = fold(cell.text);
      if (text === '' || !/\d/.test(text) || rowSum || isByExample(text)) return;
      if (column === 0 && segment.header.length > 0 && row.cells.length > 2 && !headsPrices(leaf) && !allMoney) return;
      const ofTerms = readTerms(cell.lines, (line) => readCell([line], page.currencies, false));
      let readings = ofTerms ?? withoutTotals(readCell(cell.lines, page.currencies, false), text);
      // A column of sums, unless its amounts are per something: "Estimated cost: $0.006 / minute".
      const ofCredits = page.creditCurrency !== null && leaf?.unit != null && /credits?|积分/i.test(leaf.text);
      if (!ofCredits && labels.some((label) => label.sum && label.directions.length === 0)) {
        // So much money for a million tokens is a price, whatever it is called: "Credits per 1M tokens" over "$0.50".
        readings = readings.filter(
          (reading) => isRate(reading) || leaf?.unit?.dimension === 'token' || PER_CREDIT.test(leaf?.text ?? ''),
        );
        if (readings.length === 0) return;
      }
      // "Price per hour" over a bare number says it all, whatever stands in its row.
      const stated = leaf !== undefined && leaf.unit !== null && (leaf.priced || leaf.currency !== null);
      if (readings.length === 0 && (!rowMeasure || stated) && leaf?.measure !== true) {
        const columnPriced =
          labels.some(
            (label) =>
              mayPrice(label) &&
              (!rowMoney ||
                (label.priced && !IN_UNITS.test(label.text)) ||
                label.currency !== null ||
                label.unit !== null),
          ) ||
          (money &&
            leaf !== undefined &&
            isCondition(leaf) &&
            (!rowMoney || far.some((label) => partsOf(label, slashed(text), page) !== null)));
        const named = headRole(fold(leaf?.text ?? ''));
        const open = named === null || named === 'mode' || named === 'region' || named === 'tier' || named === 'term';
        const currency =
          [...labels, ...words].some((label) => label.currency !== null) ||
          money ||
          page.currency !== null ||
          ofCredits;
        // "Score" beside "Price" over the rows of a unit each.
        const other = leaf !== undefined && named === null && !leaf.isVocabulary && pricesNamed;
        const last = headless && !rowMoney && column === row.cells.length - 1 && column > 0;
        // "1M tokens" under "Unit".
        if (named === 'unit' && unitOnly(text) !== null) return;
        if ((columnPriced || last || (rowPriced && open && !rowMoney && !other)) && currency)
          readings = readCell(cell.lines, page.currencies, true);
      }
      if (readings.length > 0 && !(text.length > 160 && readings.length < 2))
        found.push({ row, column, cell, readings: withUnitsInTurn(readings, cell.text, leaf?.text ?? '') });
    });
  }
  const own = withoutDearerRivals(withoutEstimates(found, columnLabels));
  const rates = withTotalsOfTerms(withoutRunning(own, headers), headers);
  return withoutRetold(withoutListed(rates, columnLabels), columnLabels, page);
}

/** "Monthly cost" over nothing but "~$0.75", "≈ ¥30", and no price beside it: what some usage would come to. */
function withoutEstimates(found: readonly PricedCell[], labels: readonly (readonly Label[])[]): PricedCell[] {
  const columns = new Set(found.map(({ column }) => column));
  const isBill = [...columns].every((column) => BILL.test(labels[column]?.at(-1)?.text ?? ''));
  return isBill &&
    found.every(
      ({ cell, readings }) =>
        /^\s*[~≈≃约]/.test(fold(cell.text)) && readings.every(({ amount }) => amount.unit === null),
    )
    ? []
    : [...found];
}

/** "$0.005" over rows of "$0.021 +320%", "$0.018 +260%": what others ask, and how much more that is. */
function withoutDearerRivals(found: readonly PricedCell[]): PricedCell[] {
  if (!found.some(({ cell }) => DEARER.test(cell.text))) return [...found];
  const dearer = new Set(found.filter(({ cell }) => DEARER.test(cell.text)).map(({ row }) => row));
  const rows = new Set(found.map(({ row }) => row));
  return dearer.size > 1 && dearer.size === rows.size - 1 ? found.filter(({ row }) => !dearer.has(row)) : [...found];
}
const DEARER = /^\p{Sc}\s?[\d.,]+\+?\s*\(?\+\s?\d+(?:\.\d+)?\s?%/u;

const BILL = /\b(?:monthly|annual|yearly|total)\b|每月|月度|总/i;

/**
 * What a page says twice: a cell that tells in a sentence what the cells beside it say one by one ("¥2 / M tokens in, ¥3 / M tokens out"), and
 * a bare number under a header that says nothing of it, beside itself with its currency and unit.
 */
function withoutRetold(
  found: readonly PricedCell[],
  labels: readonly (readonly Label[])[],
  page: PageContext,
): PricedCell[] {
  const alone = Map.groupBy(
    found.filter(({ readings }) => readings.length === 1),
    ({ row }) => row,
  );
  const waysOver = ({ column }: PricedCell) => (labels[column] ?? []).flatMap(({ directions }) => directions);
  const saysNothing = (cell: PricedCell): boolean =>
    waysOver(cell).length === 0 && (labels[cell.column] ?? []).every(({ unit }) => unit === null);
  /** The same number, and of the same way of tokens where both say one. */
  const isSaid = (reading: Reading, one: PricedCell): boolean => {
    const over = waysOver(one);
    const own = page.label(reading.words).directions;
    return (
      one.readings.some((other) => numberIn(other) === numberIn(reading)) &&
      (over.length === 0 ? isBare(one) : own.some((way) => over.includes(way)))
    );
  };
  return found.filter((cell) => {
    const others = (alone.get(cell.row) ?? []).filter((one) => one !== cell);
    if (cell.readings.length > 1) return !cell.readings.every((reading) => others.some((one) => isSaid(reading, one)));
    const whole = isBare(cell) && saysNothing(cell) ? others.filter(isWhole) : [];
    return !whole.some(({ readings }) => readings.map(numberIn).join() === cell.readings.map(numberIn).join());
  });
}

const numberIn = ({ amount }: Reading): string => scale(amount.amount, 1, 1);
const isBare = ({ readings }: PricedCell): boolean => readings.every(({ amount }) => amount.currency === null);
const isWhole = ({ readings }: PricedCell): boolean =>
  readings.every(({ amount }) => amount.currency !== null && amount.unit !== null);

/** A row that repeats the name of another: "20% off" in it is what the other comes to. */
const isNamedAgain = (row: DataRow, segment: Segment): boolean =>
  segment.rows.some((other) => other !== row && other.cells[0]?.text === row.cells[0]?.text);

/** "Price per credit": what a credit costs, no sum of them. */
const PER_CREDIT = /\bper (?:api )?credit\b/i;
/** "Cost (API units)" beside "Cost (USD)". */
const IN_UNITS = /\((?:in )?(?:api )?(?:units?|credits?|points?|coins?|neurons?)\)/i;

/** "$0.006 / minute" under "Estimated cost" is a rate all the same; a month's bill is none. */
const isRate = ({ amount }: Reading): boolean =>
  amount.unit !== null && !/^(?:seat_)?(?:month|year)$/.test(amount.unit.unit.dimension);

/** "Memory 8": a machine's name. */
const NUMBERED = /^\p{L}{3,} \d{1,3}(?:\s|$)/u;

/** "80 tokens/s" beside a name: what was measured of it, and no row of measures. */
const MEASURED = /^[~<>≤≥]?\s*\d/;

/** A row that adds up, or states a threshold. */
const SUM_ROW =
  /^(?:grand )?(?:sub-?)?total\b|^sum\b|^est(?:imated\b|\.)|^minimum\b|^(?:monthly |spend(?:ing)? |usage )?limits?\b|^(?:(?:free|bonus|promo(?:tional)?|welcome|sign-?up|trial) )?credits?\b|^included?s?\b|^合计|^总计|^小计|^预计|^总费用|^免费额度|^充值|为例$/i;

/** "Total" with a rate below "CPU", "8 cores" and the like: what the parts cost together, which cost nothing by themselves. */
const isWholeOfParts = (row: DataRow, segment: Segment, page: PageContext): boolean =>
  segment.rows.length > 2 &&
  !segment.header.flat().some(({ text }) => OF_USE.test(text)) &&
  row.cells.every((cell) => findAmounts(fold(cell.text), page.currencies).every(({ unit }) => unit !== null)) &&
  segment.rows.every(
    (other) =>
      other === row ||
      (other.cells.filter(({ text }) => text !== '').length > 1 &&
        other.cells.every(({ text }) => findAmounts(fold(text), page.currencies).length === 0)),
  );

/** Over how much of each an example reckons with. */
const OF_USE = /\bquantity\b|\bqty\b|\busage\b|\bhours\b|用量|数量|menge|quantité|cantidad/i;

/** Cells of words: neither amounts nor sentences. */
const isWords = (text: string, page: PageContext): boolean =>
  text !== '' &&
  text.length < 80 &&
  bareAmount(fold(text)) === null &&
  findAmounts(fold(text), page.currencies).length === 0;

/** "Actions / month", "Builds per day": how many of something in a time. */
const countsInTime = (label: Label): boolean =>
  isUnitAlone(label) &&
  label.residue.length > 1 &&
  /^(?:second|minute|hour|day|month|year)$/.test(label.unit?.dimension ?? '');

const isUnitAlone = (label: Label): boolean =>
  !label.priced && label.directions.length === 0 && label.currency === null;

/** "512×512", "≤ 32K", "8 GPUs" over numbers under "元/张", "USD per hour": each price has its condition over it. */
const isCondition = (label: Label): boolean =>
  CARD_COUNT.test(label.text) ||
  (label.residue.length <= 1 &&
    (label.qualifiers.length > 0 ||
      label.tier !== null ||
      label.region !== null ||
      label.mode !== null ||
      TERM.test(label.text)));

/** How many bare numbers a cell sets side by side: "0.01 / 0.04 / 0.17". */
const slashed = (text: string): number => (/^[\d.]+(?:\s*\/\s*[\d.]+)+$/.test(text) ? text.split('/').length : 0);

/** "12 months", "1-year": for how long one buys. */
const TERM = /^\d{1,2}[ -]?(?:months?|mo|years?|yrs?|y|个月|月|年)$/i;

/** "Price", "Input (元/百万 token)" over the first column: prices, where no other names its rows. */
const headsPrices = (leaf: Label | undefined): boolean =>
  leaf !== undefined && (leaf.priced || (leaf.directions.length > 0 && leaf.unit !== null));

const speaksOfPrice = (label: Label) =>
  label.priced ||
  label.directions.length > 0 ||
  label.currency !== null ||
  (label.unit !== null && label.unit.dimension !== 'other');
