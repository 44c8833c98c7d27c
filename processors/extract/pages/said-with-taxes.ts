import type { Amount } from './amounts.ts';

/** "€2.80 ex. VAT/hour i.e. €3.44 incl. VAT/hour": one price, said with its taxes once more. The amounts of each line of a cell, without those. */
export function withoutTaxed(lines: readonly string[], perLine: readonly Amount[][]): readonly Amount[][] {
  const saidOf = (line: number, { start }: Amount): string => {
    const next = perLine[line]?.find((other) => other.start > start);
    return (lines[line] ?? '').slice(start, Math.min(start + LONGEST, next?.start ?? Number.POSITIVE_INFINITY));
  };
  const isNet = (line: number, amount: Amount): boolean => NET.test(saidOf(line, amount));
  if (!perLine.some((amounts, line) => amounts.some((amount) => isNet(line, amount)))) return perLine;
  return perLine.map((amounts, line) =>
    amounts.filter((amount) => isNet(line, amount) || !TAXED.test(saidOf(line, amount))),
  );
}

/** What is said of an amount is no longer. */
const LONGEST = 40;
const TAXED = /\bincl(?:uding|uded|\.)? (?:of )?(?:vat|tax|gst)|\bTTC\b|(?<!不)含税|税込/i;
const NET = /\bex(?:cl(?:uding|\.)?|\.)? (?:vat|tax|gst)|\bplus (?:vat|tax)|\bHT\b|不含税|税抜/i;
