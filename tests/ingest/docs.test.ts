import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceReference } from '../../ingest/catalog/reference.ts';
import { failureReference } from '../../ingest/fetch/failure-reference.ts';

const docs = join(import.meta.dirname, '../../docs/sources.md');

/** The page with its generated parts made anew. `vitest run -u` writes them. */
function renewed(): string {
  const parts: Record<string, () => string> = {
    'ingest/catalog/schema.ts': sourceReference,
    'ingest/fetch/failure.ts': failureReference,
  };
  return readFileSync(docs, 'utf8').replace(
    /(<!-- made from (\S+) -->\n)[\s\S]*?(\n<!-- end -->)/g,
    (whole, start: string, from: string, end: string) => {
      const make = parts[from];
      return make === undefined ? whole : `${start}${make()}${end}`;
    },
  );
}

test('docs/sources.md is what the code does', async () => {
  expect(renewed()).toContain('| `schedule.cron` | string | required |');
  await expect(renewed()).toMatchFileSnapshot(docs);
});
