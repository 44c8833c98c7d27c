import type { Anchor } from './date-anchor.ts';

const DAY = 86_400_000;
const NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The day that "Thursday", "yesterday" or "tomorrow" means, YYYY-MM-DD: the next such day behind "next", "from" or "will", else the
 * last one, which may be the day of the news itself. Null for other words, and where no day anchors it.
 */
export function readWeekday(text: string, { published, past, coming }: Anchor): string | null {
  if (published === null) return null;
  const shifted = (days: number): string => new Date(Date.parse(published) + days * DAY).toISOString().slice(0, 10);
  if (text === 'yesterday') return shifted(-1);
  if (text === 'tomorrow') return shifted(1);
  const weekday = NAMES.findIndex((name) => text.endsWith(name));
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(published).getUTCDay() + 7) % 7;
  if (coming) return shifted(ahead || 7);
  return shifted(ahead === 0 && !past ? 0 : ahead - 7);
}
