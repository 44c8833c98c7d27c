import { Partitioners } from 'kafkajs';

const byKey = Partitioners.DefaultPartitioner();

/** Kafka's own rule (murmur2 of the key), so that both adapters and any Java producer put a key into the same partition. */
export function partitionOf(key: string, partitions: number): number {
  return byKey({ topic: '', partitionMetadata: metadata(partitions), message: { key, value: null } });
}

const cache = new Map<number, Parameters<typeof byKey>[0]['partitionMetadata']>();

function metadata(partitions: number): Parameters<typeof byKey>[0]['partitionMetadata'] {
  const known = cache.get(partitions);
  if (known !== undefined) return known;
  const made = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 0,
    replicas: [],
    isr: [],
  }));
  cache.set(partitions, made);
  return made;
}
