import type { Rate } from '../rates.ts';

const KEPT =
  /\b(?:keep|keeping|store|storing|hold|holding|park|parking) (?:an?|one|1|each|every) ?([gt])(?:i?b|igabyte|erabyte)\b.*\bmonth/;
const MOVED =
  /\b(?:send|sending|move|moving|transfer|transferring|download|downloading|serve|serving|fetch|fetching|pull|pulling) (?:an?|one|1|each|every) ?(?:[gt]i?b|gigabyte|terabyte)\b/;
const CALLED =
  /^(?:per |every )?(an?|one|1|\d[\d,]*|thousand|million)(?: ?(k|m|thousand|million))? (?:[a-z]+ )?(?:writes|reads|puts|gets|lists|requests|operations|calls|searches|queries|lookups)\b/;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** "Keep a GB for a month", "Send a GB to the internet", "1,000 writes": what the label of a row says is done for the price; null where it says nothing of the kind. */
export function rateOfDoing(label: string): Rate | null {
  const rate = (meter: Rate['meter'], per: number): Rate => ({ start: 0, end: 0, meter, per, side: null });
  const kept = KEPT.exec(label);
  if (kept) return rate('storage_gb_month', kept[1] === 't' ? 1000 : 1);
  if (MOVED.test(label)) return rate('other', 1);
  const [, count = '', scale = ''] = CALLED.exec(label) ?? [];
  if (count === '') return null;
  return rate('request', (COUNTS[count] ?? Number(count.replaceAll(',', ''))) * (COUNTS[scale] ?? 1));
}
