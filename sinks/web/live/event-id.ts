import type { StoredSignal } from '../store/stored-signal.ts';

/** Names one revision of one signal, and when we learnt it: enough to go on from it, in any process. */
export const eventId = (signal: Pick<StoredSignal, 'recorded_at' | 'signal_id' | 'revision'>): string =>
  `${signal.recorded_at}/${signal.revision}/${signal.signal_id}`;

/** When the named revision was learnt, or null where the id is not one of ours. */
export const eventTime = (id: string | undefined): string | null => {
  const time = id?.split('/')[0] ?? '';
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) && !Number.isNaN(Date.parse(time)) ? time : null;
};
