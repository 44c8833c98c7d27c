import { marketOf } from '../../infra/contracts/market.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import type { SignalCondition } from './rule.ts';

/** True where the signal is what the rule asks for. Percentages and meters of a repriced page count change by change. */
export function matches(when: SignalCondition, signal: Signal): boolean {
  if (when.kind !== undefined && !when.kind.includes(signal.kind)) return false;
  if (when.provider !== undefined && !when.provider.some((pattern) => isProvider(pattern, signal.subject)))
    return false;
  if (when.origin !== undefined && !when.origin.includes(signal.origin)) return false;
  if (when.state !== undefined && (signal.state === null || !when.state.includes(signal.state))) return false;
  if (when.min_confidence !== undefined && signal.confidence < when.min_confidence) return false;
  if (when.min_mentions !== undefined && signal.mentions < when.min_mentions) return false;
  return matchesChange(when, signal) || matchesAnnouncement(when, signal);
}

/** Shell-style pattern, case-insensitive. */
export function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu').test(text);
}

function matchesChange(when: SignalCondition, signal: Signal): boolean {
  return signal.changes.some(
    (change) =>
      (when.product === undefined || when.product.some((pattern) => glob(pattern, change.product))) &&
      (when.meter === undefined || when.meter.includes(change.meter)) &&
      (when.direction === undefined ||
        when.direction.some((wanted) => wanted === change.direction || wanted === signal.direction)) &&
      (when.min_percent === undefined || (change.pct !== null && Math.abs(change.pct) >= when.min_percent)),
  );
}

function matchesAnnouncement(when: SignalCondition, signal: Signal): boolean {
  if (signal.origin === 'observed') return false;
  if (when.product !== undefined && !when.product.some((pattern) => isMentioned(pattern, signal))) return false;
  if (when.meter !== undefined && (signal.meter === null || !when.meter.includes(signal.meter))) return false;
  if (when.direction !== undefined && (signal.direction === null || !when.direction.includes(signal.direction)))
    return false;
  return when.min_percent === undefined || announcedPercent(signal) >= when.min_percent;
}

/** Objects and quotes are phrases: the pattern may match any run of them. */
function isMentioned(pattern: string, { object, citations }: Signal): boolean {
  return [object, ...citations.map(({ quote }) => quote)].some((text) => text !== null && glob(`*${pattern}*`, text));
}

/** The largest move the announcement speaks of, in percent; 0 where it gives none. */
function announcedPercent(signal: Signal): number {
  const ends = [signal.value_min, signal.value_max].flatMap((end) => (end === null ? [] : [Math.abs(Number(end))]));
  const largest = Math.max(0, ...ends);
  if (signal.unit === 'percent') return largest;
  if (signal.unit === 'times')
    return signal.direction === 'decrease' ? (1 - 1 / Math.max(1, largest)) * 100 : (largest - 1) * 100;
  return Math.abs(signal.growth_pct ?? 0);
}

function isProvider(pattern: string, subject: string | null): boolean {
  if (subject === null) return pattern === '*';
  return glob(pattern, subject) || marketOf(pattern.toLowerCase()) === marketOf(subject);
}
