import { z } from 'zod';
import { type RecordOf, TOPICS, type TopicName } from '../contracts/topics.ts';
import { toError } from './errors.ts';
import type { ConsumedRecord } from './port.ts';
import type { StageRecord } from './stage-contract.ts';

/** The bytes are not what the topic's contract says. Trying again cannot help. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/**
 * The topic's record out of a log record's bytes, with the contract's defaults filled in.
 * @throws DecodeError naming the place and what was expected there, e.g. "prices 3@1204: prices[2].amount: expected a plain decimal".
 */
export function decode<T extends TopicName>(topic: T, record: ConsumedRecord): RecordOf<T>;
export function decode(topic: TopicName, record: ConsumedRecord) {
  const at = `${topic} ${record.partition}@${record.offset}`;
  return parse(TOPICS[topic].schema, parseJson(record.bytes, at), at);
}

function parseJson(bytes: Buffer, at: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (thrown) {
    throw new DecodeError(`${at}: expected UTF-8 JSON (${toError(thrown).message})`);
  }
}

function parse<S extends z.ZodType>(schema: S, value: unknown, at: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  const where = first === undefined ? '' : z.core.toDotPath(first.path);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new DecodeError(`${at}: ${where === '' ? 'the record' : where}: ${first?.message ?? 'invalid'}${more}`);
}

/** A log record with its bytes decoded into `value`, typed by its topic. */
export function decodeRecord<T extends TopicName>(topic: T, record: ConsumedRecord): StageRecord<T>;
export function decodeRecord(topic: TopicName, record: ConsumedRecord) {
  const { partition, offset, key, bytes, arrivedAt } = record;
  return { topic, partition, offset, key, bytes, arrivedAt, value: decode(topic, record) };
}
