import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import { conformance } from './conformance.ts';

describe('embedded event log', () => {
  conformance(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'tokentape-log-'));
    const opening = { adapter: 'embedded' as const, path: join(directory, 'log.db'), partitions: 4 };
    const log = openEmbeddedLog(opening);
    return {
      log,
      opening,
      sessionMs: 50,
      join: (options) => log.consume(options),
      joinBriefly: (options) => log.consume(options),
      compact: async () => undefined,
      close: async () => {
        await log.close();
        await rm(directory, { recursive: true });
      },
    };
  });
});
