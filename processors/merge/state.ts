import { z } from 'zod';
import { announcement } from '../../infra/contracts/announcement.ts';
import { stableId } from '../../infra/contracts/ids.ts';
import { signal } from '../../infra/contracts/signal.ts';
import type { Draft } from './announced-signal.ts';
import { changeGroup } from './change-group.ts';

/** A signal as it was last stated, without what only its evidence can fill. */
const stated = z.object({
  revision: z.number().int(),
  /** Of everything that was said: the same again is not said again. */
  hash: z.string(),
  bucket: z.string(),
  anchor: z.string(),
  retracted: z.boolean(),
  /** Lists emptied: enough to take the signal back. */
  outline: signal.omit({ revision: true }),
});
export type Stated = z.infer<typeof stated>;

/** What merge keeps on `merge_state`: one record per claim, group and signal, and what was written last. Keys are "type|market|id". */
export const stateRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim'), market: z.string(), announcement }),
  z.object({ type: z.literal('group'), market: z.string(), group: changeGroup }),
  z.object({ type: z.literal('signal'), market: z.string(), stated }),
  /** Keys of the signals of the last write: a crash may have kept them from being said. */
  z.object({ type: z.literal('last'), market: z.literal(''), keys: z.array(z.string()) }),
]);
export type StateRecord = z.infer<typeof stateRecord>;

export const LAST_KEY = 'last||';

export function stateKey(type: StateRecord['type'], market: string, id: string): string {
  return `${type}|${market}|${id}`;
}

export function hashOf(draft: Draft): string {
  return stableId(JSON.stringify(draft));
}

export function outlineOf(draft: Draft): Draft {
  return { ...draft, citations: [], changes: [] };
}
