import type { z } from 'zod';
import type { Source } from '../../../ingest/catalog/load.ts';
import { sourceSchema } from '../../../ingest/catalog/schema.ts';

/** A source of the catalog that lives on loopback and needs no patience. */
export function testSource(given: Partial<z.input<typeof sourceSchema>> & { urls: string[] }): Source {
  const {
    url: _,
    urls,
    ...rest
  } = sourceSchema.parse({
    id: 'test',
    name: 'Test',
    kind: 'page',
    schedule: { cron: '* * * * *' },
    politeness: { delay_seconds: 0, concurrency: 4 },
    allow_private: true,
    ...given,
  });
  return { ...rest, urls: urls ?? [], disabled: null, file: 'test.yaml' };
}
