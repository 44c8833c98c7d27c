import { marketOf } from '../../infra/contracts/market.ts';
import type { Signal } from '../../infra/contracts/signal.ts';
import { type UpcomingChange, upcomingChange } from '../../infra/contracts/upcoming.ts';

/** How often a provider's own prices are looked at while one of its announced changes is due. */
export const WATCH_EVERY_MS = 15 * 60_000;

/** Announced price changes whose day is near: their providers' sources are looked at more often. Told by `signals`. */
export class Expectations {
  readonly #bySignal = new Map<string, { readonly revision: number; readonly change: UpcomingChange | null }>();

  heard(signal: Signal): void {
    const known = this.#bySignal.get(signal.signal_id);
    if (known !== undefined && known.revision >= signal.revision) return;
    this.#bySignal.set(signal.signal_id, { revision: signal.revision, change: upcomingChange(signal) });
  }

  /** True while an announced change of this provider is due. */
  expects(provider: string | undefined, now: number): boolean {
    if (provider === undefined) return false;
    const today = new Date(now).toISOString().slice(0, 10);
    return this.#bySignal
      .values()
      .some(
        ({ change }) =>
          change !== null &&
          marketOf(change.provider) === marketOf(provider) &&
          change.from <= today &&
          today <= change.until,
      );
  }
}
