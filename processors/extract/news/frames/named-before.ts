import type { Quantity } from '../quantity.ts';
import type { Rate } from '../rates.ts';

/** "Writes are $4.50 per million requests, reads $0.36 per million": the same things, not named again, where alone they would be tokens. */
export function rateNamedBefore(
  text: string,
  money: readonly Quantity[],
  rates: Map<Quantity, { rate: Rate; own: boolean }>,
): void {
  money.forEach((q, i) => {
    const [own, before] = [rates.get(q), rates.get(money[i - 1] ?? q)];
    if (!own?.own || !before || own.rate.meter !== 'token' || before.rate.meter === 'token') return;
    if (own.rate.per === before.rate.per && !/tok|词元/.test(text.slice(own.rate.start, own.rate.end)))
      rates.set(q, { rate: { ...before.rate, start: own.rate.start, end: own.rate.end }, own: true });
  });
}
