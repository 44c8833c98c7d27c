import type { KafkaMessage } from 'kafkajs';
import type { TopicName } from '../../contracts/topics.ts';
import { TOMBSTONE } from '../encode.ts';
import type { ConsumedRecord } from '../port.ts';

export function recordOf(topic: TopicName, partition: number, message: KafkaMessage): ConsumedRecord {
  return {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key?.toString() ?? '',
    bytes: message.value ?? TOMBSTONE,
    arrivedAt: Number(message.timestamp),
  };
}
