import { z } from 'zod';
import { browsePrices, latestPrice } from './prices.ts';
import { signalsStatement } from './signals.ts';
import type { Store } from './store.ts';
import { storedSignal } from './stored-signal.ts';

export const searchResult = z.object({ signals: z.array(storedSignal), prices: z.array(latestPrice) });

/** Signals that mention the text, and price series whose provider, product or key holds all of its words. */
export const search = async (store: Store, text: string, limit: number, abort?: AbortSignal) => {
  const [signals, prices] = await Promise.all([
    store.rows(signalsStatement({ q: text }, undefined, limit), storedSignal, abort),
    browsePrices(store, { q: text }, limit, abort),
  ]);
  return { signals, prices };
};
