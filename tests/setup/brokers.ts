import { inject } from 'vitest';
import './kafka.ts';

/** Addresses of the Kafka for this test run, starting it when this is the first to ask; none where there is none. */
export async function kafkaBrokers(): Promise<string[]> {
  const answer = await fetch(inject('kafkaDesk'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text.split(',').filter((address) => address !== '');
}
