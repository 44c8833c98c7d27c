import { createHash } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import { CONTRACT_VERSION } from '../contracts/common.ts';
import type { DeadLetter } from '../contracts/dead-letter.ts';

interface Failure {
  readonly stage: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly bytes: Buffer;
  readonly error: Error;
  readonly attempts: number;
}

/** The letter about one failed record: everything needed to look at it and to try it again. */
export function deadLetterOf(failure: Failure): DeadLetter {
  const { stage, topic, partition, offset, key, bytes, error, attempts } = failure;
  return {
    version: CONTRACT_VERSION,
    dead_letter_id: createHash('sha256')
      .update(JSON.stringify([stage, topic, partition, offset]))
      .digest('hex')
      .slice(0, 32),
    stage,
    topic,
    partition,
    offset,
    key,
    raw: bytes.toString('base64'),
    error: `${error.name}: ${error.message}`,
    attempts,
    failed_at: new Date().toISOString(),
    app_version: packageJson.version,
    status: 'open',
    resolved_at: null,
  };
}
