import { Unavailable } from '../errors.ts';

/** Answers that blame the record: sending it again cannot help. */
const RECORD_AT_FAULT = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TIMESTAMP']);

const REBALANCE = new Set(['REBALANCE_IN_PROGRESS', 'NOT_COORDINATOR_FOR_GROUP']);
const EXPELLED = new Set(['ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'FENCED_INSTANCE_ID']);

/** Kafka's name of the error ("ILLEGAL_GENERATION"), wherever in the chain of causes it stands. */
export function protocolError(error: unknown): string | null {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('type' in current && typeof current.type === 'string') return current.type;
  }
  return null;
}

/** The group is being shared out anew: end what is running, then join again. */
export const isRebalance = (error: unknown): boolean => REBALANCE.has(protocolError(error) ?? '');

/** The group goes on without this member: whatever it still holds is somebody else's now. */
export const isExpelled = (error: unknown): boolean => EXPELLED.has(protocolError(error) ?? '');

/** The cluster has no coordinator for the group just now (its broker died); kafkajs takes this for final, but one will be elected. */
export function isLeaderless(error: unknown): boolean {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if (current.name === 'KafkaJSGroupCoordinatorNotFound' || current.name === 'KafkaJSNoBrokerAvailableError')
      return true;
  }
  return false;
}

/** The same failure in words a user can act on; `Unavailable` unless the record itself is at fault. */
export function explain(error: unknown, brokers: readonly string[], doing: string): Error {
  const detail = error instanceof Error ? error.message : String(error);
  if (RECORD_AT_FAULT.has(protocolError(error) ?? ''))
    return new Error(`Kafka refuses ${doing}: ${detail}`, { cause: error });
  return new Unavailable(
    `Kafka at ${brokers.join(', ')} did not take ${doing} (${detail}); check that it runs and that KAFKA_BROKERS is right`,
    {
      cause: error,
    },
  );
}
