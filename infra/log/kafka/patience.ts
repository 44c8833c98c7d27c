import { isRetriable } from '../errors.ts';
import { withRetry } from '../retry.ts';
import { explain } from './errors.ts';

/** Asks again while a cluster settles (leaders are elected, topics spread), then says what did not answer. */
export async function patiently<T>(brokers: readonly string[], doing: string, work: () => Promise<T>): Promise<T> {
  const retryIf = (error: Error) => isRetriable(error) || ('retriable' in error && error.retriable === true);
  try {
    return await withRetry({ retryIf, attempts: 10, initialDelayMs: 50, maxDelayMs: 2_000 }, work);
  } catch (thrown) {
    throw thrown instanceof Error && !thrown.name.startsWith('KafkaJS') ? thrown : explain(thrown, brokers, doing);
  }
}
