import type { Assets } from './assets.ts';
import type { SignalHub } from './live/hub.ts';
import type { WebOptions } from './options.ts';
import type { Store } from './store/store.ts';

/** What every group of routes is made from. */
export interface Parts {
  readonly options: WebOptions;
  readonly store: Store;
  readonly hub: SignalHub;
  readonly assets: Assets;
}
