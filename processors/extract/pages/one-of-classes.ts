import type { Seen } from './card-records.ts';

/** "Standard" over "Nearline" and "Archive", each with its price: one of several classes, and no way of buying. */
export function withClasses(seen: readonly Seen[]): Seen[] {
  const leads = (one: Seen): boolean => seen[one.at + 1]?.kind === 'money' && isOwn(one, seen[one.at + 1]);
  const classes = seen.filter((one) => one.kind === 'title' && leads(one));
  return seen.map((one) => {
    const isClass =
      one.kind === 'label' && CLASS.test(one.text) && leads(one) && classes.some((other) => isBeside(one, other));
    return isClass ? { ...one, kind: 'title', label: one.label.with({ mode: null, residue: one.text }) } : one;
  });
}

const CLASS = /^(?:standard|标准型?)$/i;

/** Of one element that repeats. */
const isOwn = ({ line }: Seen, other: Seen | undefined): boolean =>
  line.path.length > 0 && line.path.join() === other?.line.path.join();

/** Of the next such element, or the one before. */
const isBeside = ({ at, line }: Seen, other: Seen): boolean =>
  Math.abs(other.at - at) <= 3 && other.line.path.length === line.path.length;
