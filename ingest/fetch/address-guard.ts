import type { LookupFunction } from 'node:net';
import type { buildConnector } from 'undici';
import { guardedConnector } from '../../infra/net/address-guard.ts';
import { FetchFailure } from './failure.ts';

/** Connections of sources that may not live inside; an internal address is a failure of class `address`. */
export function publicConnector(
  options: { readonly connectTimeoutMs: number; readonly resolve?: LookupFunction } = { connectTimeoutMs: 10_000 },
): buildConnector.connector {
  return guardedConnector({
    ...options,
    refuse: (where, range) =>
      new FetchFailure(
        'address',
        `${where} is an internal address (${range}); if the source is meant to live there, set allow_private: true in its YAML`,
      ),
  });
}
