import { TOPICS, type TopicName } from '../contracts/topics.ts';
import type { AppendRecord } from './port.ts';

export const TOMBSTONE = Buffer.from('null');

export const isTombstone = (topic: TopicName, bytes: Buffer): boolean =>
  TOPICS[topic].compacted && bytes.equals(TOMBSTONE);

/**
 * The bytes a record travels as.
 * @throws Error when they exceed the topic's limit: trying again cannot help.
 */
export function encode(topic: TopicName, record: AppendRecord): Buffer {
  const bytes = toBytes(topic, record);
  const limit = TOPICS[topic].maxMessageBytes;
  if (bytes.length > limit) {
    throw new Error(
      `${topic}: the record of key ${record.key} has ${bytes.length} bytes; the topic takes up to ${limit}`,
    );
  }
  return bytes;
}

function toBytes(topic: TopicName, { key, value }: AppendRecord): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const json: unknown = JSON.stringify(value);
  if (typeof json !== 'string') throw new Error(`${topic}: the record of key ${key} has no JSON form`);
  return Buffer.from(json);
}
