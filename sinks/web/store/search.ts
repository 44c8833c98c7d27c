import { z } from 'zod';
import { signal } from '../../../infra/contracts/signal.ts';
import { browsePrices, latestPrice } from './prices.ts';
import { signalsStatement } from './signals.ts';
import type { Store } from './store.ts';

export const searchResult = z.object({ signals: z.array(signal), prices: z.array(latestPrice) });

/** Signals that mention the text, and price series whose provider, product or key holds all of its words. */
export const search = async (store: Store, text: string, limit: number, abort?: AbortSignal) => {
  const [signals, prices] = await Promise.all([
    store.rows(signalsStatement({ q: text }, undefined, limit), signal, abort),
    browsePrices(store, { q: text }, limit, abort),
  ]);
  return { signals, prices };
};
