import { clauseAt, weighty } from '../context.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { hasHan } from '../text.ts';

/** Where the clause ends, if it is short: "$46.7 billion in revenue for the quarter". */
const clauseEndAfter = (reading: Reading, q: Quantity): number => {
  const [, end] = clauseAt(reading, q.start);
  return Math.min(reading.text.length, Math.max(q.end + 24, Math.min(end, q.end + 44)));
};

/** Between semicolons, in Chinese: 资本开支270亿元；三年3800亿的计划…. */
export const stretch = ({ text }: Reading, q: Quantity): string => {
  if (!hasHan(text)) return text;
  const stop = text.slice(q.end).search(/[;；]/);
  return text.slice(
    Math.max(text.lastIndexOf(';', q.start), text.lastIndexOf('；', q.start)) + 1,
    stop < 0 ? text.length : q.end + stop,
  );
};

/** In Chinese a clause and no more: 二季度收入422亿美元，AI业务年化收入…. */
export const ownClause = (reading: Reading, q: Quantity): string =>
  hasHan(reading.text) ? reading.text.slice(...clauseAt(reading, q.start)) : clauseAround(reading, q);

/** What is said of a figure, and of none behind it. */
export const upToNext = (reading: Reading, q: Quantity): string =>
  hasHan(reading.text)
    ? reading.text.slice(0, clauseAt(reading, q.start)[1])
    : beforeSemicolon(reading.text.slice(0, nextFigureAt(reading, q)), q.end);
const beforeSemicolon = (text: string, from: number): string => {
  const stop = text.indexOf(';', from);
  return stop < 0 ? text : text.slice(0, stop);
};

/** Where the next figure of a sentence begins. */
export const nextFigureAt = ({ text, quantities }: Reading, q: Quantity): number =>
  quantities.find((other) => other.start >= q.end && weighty(other))?.start ?? text.length;

export const clauseAround = (reading: Reading, q: Quantity): string => {
  // "sales of $4 billion, an AI arm that runs at $2 billion a year": what is said of the next figure is not said of this one.
  const stop = reading.text.slice(q.end).search(/[;；]/);
  const next = hasHan(reading.text) ? (stop < 0 ? reading.text.length : q.end + stop) : nextFigureAt(reading, q);
  return reading.text.slice(clauseAt(reading, q.start)[0], Math.min(clauseEndAfter(reading, q), next));
};
