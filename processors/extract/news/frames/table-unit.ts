import { shift } from '../numbers.ts';
import type { Quantity } from '../quantity.ts';
import { readDeclaredUnit } from './declared.ts';
import type { Place, Table } from './table-model.ts';

/** What the figures of a column or row are counted in: "Capex ($B)", "Revenue (€M)", "Spending (billions)", "GPUs (thousands)". */
export interface ColumnUnit {
  /** Null where only the scale is said: the money stands in the cells, or none is counted. */
  readonly currency: string | null;
  readonly exponent: number;
  /** Only the money is said: of sums that have their millions and billions beside them. */
  readonly ofLarge?: true;
}

const SIGN = '(?:us ?)?\\$|usd|dollars?|€|eur|euros?|£|gbp|¥|rmb|cny|yuan';
const SCALE = 'trillions?|billions?|millions?|thousands?|tn|bn|mn|mm|000s?|[tbmk]';
/** "Spending by region, $ billion (Gartner)", "($B)", "(US$ bn)", "(in millions of dollars)", "[EUR m]", "(USD, billions)", "($ in millions, unaudited)", "(thousands)", and "capex, $bn", "capex $B" at the end. */
const HEADED = new RegExp(
  `[([](?:in |all in )?(?:(?<sign>${SIGN})[, ]*)?(?:in )?(?<scale>${SCALE})(?:(?: of)?,? ?(?<money>${SIGN}))?(?:[)\\],;]| of | units)|(?<=(?:^|[a-z0-9])[,:;]? )(?:in )?(?<sign2>${SIGN}) ?(?<scale2>${SCALE})(?: of)?(?=$|[.,;:]|,? \\(| \\|)`,
);
const EXPONENTS: Readonly<Record<string, number>> = { t: 12, b: 9, m: 6, k: 3, '0': 3 };

const currencyNamed = (word: string): string =>
  /\$|usd|dollar/.test(word) ? 'USD' : /€|eur/.test(word) ? 'EUR' : /£|gbp/.test(word) ? 'GBP' : 'CNY';

/** The unit that a head, a label or a line above says; null where it says none. */
export function columnUnit(text: string): ColumnUnit | null {
  const declared = readDeclaredUnit(text);
  if (declared) return declared;
  const g = HEADED.exec(text)?.groups;
  const scale = g?.['scale'] ?? g?.['scale2'];
  if (!g || scale === undefined) return null;
  const word = g['sign'] ?? g['money'] ?? g['sign2'];
  // "th" of "thousands" is none of trillions.
  const exponent = scale.startsWith('th') ? 3 : (EXPONENTS[scale[0] ?? ''] ?? 0);
  return { currency: word === undefined ? null : currencyNamed(word), exponent };
}

/** "US$" alone, "Revenue (RMB)", "Its accounts, in dollars": the money of sums that have their millions beside them. */
const MONEY_ALONE = new RegExp(`^(${SIGN})$|[([](?:in |all in )?(${SIGN})[)\\]]|[,:;] (?:all )?(?:in )?(${SIGN})$`);
function moneyAlone(text: string): ColumnUnit | null {
  const match = MONEY_ALONE.exec(text.trim());
  const word = match?.[1] ?? match?.[2] ?? match?.[3];
  return word === undefined ? null : { currency: currencyNamed(word), exponent: 0, ofLarge: true };
}

/** What the bare figures of a cell are in, by its column, its row, the corner of the table or the lines above. */
export function unitOfCell({ article, header }: Table, { head, label }: Place, above: string): ColumnUnit | null {
  const said = [head.text, label.text, header[0]?.text ?? '', above];
  for (const unitIn of [columnUnit, moneyAlone])
    for (const text of said) {
      const unit = unitIn(text);
      if (unit)
        return unit.currency === 'CNY' && !/人民币|rmb|cny/.test(text) ? { ...unit, currency: article.yuan } : unit;
    }
  return null;
}

/** A bare figure in the scale of its column. */
export const inScale = (value: string | null, { exponent }: ColumnUnit): string | null =>
  value === null ? null : shift(value, exponent);

/** A figure and nothing more, but for the sign of its money, in what is declared elsewhere. */
const BARE =
  /^(?:about |around |~ ?|≈ ?|c\. ?|约 ?|近 ?|[<>≥] ?|[-−–(])*(?:us)?[$€£¥]?\d[\d.,]*\+?(?: ?(?:[-–—~～]|to|至|到) ?[$€£¥]?[\d.,]+\+?)?(?:\)| ?\([a-z ]+\))?$/;

/** True where a cell has a bare figure, or one with the sign of its money, that its column says the scale of. */
export const isScaled = (text: string, q: Quantity, unit: ColumnUnit | null): unit is ColumnUnit =>
  unit !== null &&
  unit.ofLarge === undefined &&
  !q.large &&
  (q.unit === 'number'
    ? unit.currency !== null
    : q.unit === 'money' && (unit.currency === null || unit.currency === q.currency)) &&
  BARE.test(text);
