import { fold } from '../../normalise/fold.ts';

/** "Pricing Calculator", "Estimate your cost": the title over a calculator, a line of its own in a text copy. */
const OPENS =
  /^(?:(?:pricing|price|cost|savings?) (?:calculator|estimator)|(?:estimate|calculate) (?:your|my|the) (?:costs?|bill|usage|price|spend|savings)|(?:cost|monthly) estimate)$/i;
/** What stands behind one. */
const CLOSES = /^(?:frequently asked|faqs?\b|compare\b|features$|(?:all )?plans\b|what['’]s included|questions\b)/i;
/** So far a calculator reaches. */
const LONGEST = 150;
const SIGN = /^\p{Sc}$/u;
const AMOUNT = /^\p{Sc}\s?\d[\d.,]*/u;
const NUMBER = /^\d[\d.,]*$/;
const UNIT = /^(?:\/|per\b)/i;
/** By the month: what it all comes to. */
const SUM = /(?:\/|\bper ) ?(?:mo|month|yr|year)\b/i;
/** "10 GB ×", "hrs = $17.52", "/GB = $2.80" */
const RECKONS = /[×=]/;
/** "Monthly rate:" */
const LABEL = /:$/;

/**
 * A text copy without what its calculator comes to: sums by the month, what is multiplied, and rates that the page states elsewhere. What only stands
 * there, an add-on with its rate, is left. Lines keep their places.
 */
export function withoutCalculatedSums(text: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => OPENS.test(line.trim()));
  if (start < 0) return text;
  const rest = lines.slice(start + 1, start + LONGEST);
  const closes = rest.findIndex((line) => CLOSES.test(line.trim()));
  const end = start + 1 + (closes < 0 ? rest.length : closes);
  const inside = amountsIn(lines, start + 1, end);
  const elsewhere = new Set(
    [...amountsIn(lines, 0, start), ...amountsIn(lines, end, lines.length)].map(({ said }) => said),
  );
  const isNone = ({ said, from, to }: Said): boolean =>
    SUM.test(said) ||
    lines.slice(from, to).some((line) => RECKONS.test(line)) ||
    RECKONS.test(lines[from - 1] ?? '') ||
    // A name over a rate makes it that of the name.
    (elsewhere.has(said) && !isNameOver(lines, from)) ||
    !/[/]|\bper\b/i.test(said);
  const dropped = new Set(
    inside.filter(isNone).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  if (dropped.size === 0) return text;
  const isReckoned = (line: string): boolean => NUMBER.test(line.trim()) || RECKONS.test(line);
  return lines
    .map((line, at) => (dropped.has(at) || (at > start && at < end && isReckoned(line)) ? '' : line))
    .join('\n');
}

interface Said {
  /** The amount with its unit, blanks left out. */
  readonly said: string;
  readonly from: number;
  readonly to: number;
}

/** Amounts with their units, on a line of their own or over several: "$", "0.024", "/hr ×". */
function amountsIn(lines: readonly string[], start: number, end: number): readonly Said[] {
  const found: Said[] = [];
  for (let at = start; at < end; at++) {
    const line = fold(lines[at] ?? '');
    const signed = SIGN.test(line) || /[=×]\s*\p{Sc}$/u.test(line);
    if (!(signed && NUMBER.test(fold(lines[at + 1] ?? ''))) && !AMOUNT.test(line)) continue;
    let to = at + (signed ? 2 : 1);
    if (UNIT.test(fold(lines[to] ?? '')) || RECKONS.test(lines[to] ?? '')) to++;
    const said = lines.slice(at, to).map(fold).join('').replaceAll(/\s/g, '');
    found.push({ said, from: at, to });
    at = to - 1;
  }
  return found;
}

/** A line of words that is neither a label nor cut off from a number: "Data Synchronization (CDC)". */
const isNameOver = (lines: readonly string[], at: number): boolean => {
  const over = fold(lines[at - 1] ?? '');
  return /^\p{Lu}.{5,}/u.test(over) && !LABEL.test(over) && !/\d/.test(over) && !/^(?:[A-Z]{2} )/.test(over);
};
