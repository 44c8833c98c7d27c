const DAY = 86_400_000;

/** Days since 1970-01-01 (UTC), both ends inclusive. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

/** The days a partial date covers. A fiscal year may begin in any month: FY2025, and each of its quarters, spans what companies call by that name. */
export function spanOf(partial: string): DaySpan {
  const fiscal = /^FY(\d{4})/.exec(partial);
  if (fiscal !== null) {
    const year = Number(fiscal[1]);
    return { start: day(year - 1, 2), end: day(year + 1, 4) - 1 };
  }
  const year = Number(partial.slice(0, 4));
  const rest = partial.slice(5);
  const part = /^([QH])(\d)$/.exec(rest);
  if (part !== null) {
    const months = part[1] === 'Q' ? 3 : 6;
    const first = (Number(part[2]) - 1) * months + 1;
    return { start: day(year, first), end: day(year, first + months) - 1 };
  }
  if (rest === '') return { start: day(year, 1), end: day(year + 1, 1) - 1 };
  const month = Number(rest.slice(0, 2));
  if (rest.length === 2) return { start: day(year, month), end: day(year, month + 1) - 1 };
  const exact = day(year, month, Number(rest.slice(3)));
  return { start: exact, end: exact };
}

/** Day of a timestamp (UTC). */
export function dayOf(timestamp: string): number {
  return Math.floor(Date.parse(timestamp) / DAY);
}

export function isoDay(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

function day(year: number, month: number, date = 1): number {
  return Date.UTC(year, month - 1, date) / DAY;
}
