import { expect, onTestFinished, test } from 'vitest';
import { extract } from '../../../processors/extract/extract.ts';
import { startReaders, Unreadable } from '../../../processors/extract/readers.ts';
import { makeDocument } from '../../support/document.ts';

const table = (price: string) =>
  makeDocument({
    body: `<h1>API pricing</h1><table><tr><th>Model</th><th>Input ($ / 1M tokens)</th></tr><tr><td>Orca 2</td><td>${price}</td></tr></table>`,
  });

function readers(options: Parameters<typeof startReaders>[0] = {}) {
  const started = startReaders(options);
  onTestFinished(() => started.stop());
  return started;
}

test('a thread reads what the function reads, and answers are not mixed up', async () => {
  const { extract: read } = readers({ threads: 2 });
  const pages = Array.from({ length: 12 }, (_, index) => table(`$${index + 1}.50`));
  expect(await Promise.all(pages.map((page) => read(page)))).toEqual(pages.map((page) => extract(page)));
});

test('a document that does not end is given up by name; the next one is read', async () => {
  const { extract: read } = readers({
    threads: 1,
    patienceMs: 3_000,
    filename: new URL('./fixtures/hanging-thread.ts', import.meta.url).href,
  });
  const endless = makeDocument({ body: 'never ends', url: 'https://vendor.example/pricing' });
  const [hung, next] = await Promise.allSettled([read(endless), read(table('$3.00'))]);
  expect(hung).toMatchObject({ status: 'rejected', reason: expect.any(Unreadable) });
  expect(hung).toMatchObject({ reason: { message: expect.stringContaining('https://vendor.example/pricing') } });
  expect(next).toMatchObject({ status: 'fulfilled', value: { reading: null } });
});
