import { expect, it } from 'vitest';
import { applyAnnouncements, loadMerge } from '../../../processors/merge/merge.ts';
import { announce, Book } from './builders.ts';
import { noon } from './story.ts';

const NOW = noon('2026-03-26');
const read = (version: string, object: string | null, value_max: string) =>
  announce({
    subject: 'openai',
    direction: 'increase',
    unit: 'percent',
    object,
    value_min: value_max,
    value_max,
    quote: `by ${value_max}`,
    announcement_id: `by ${value_max}`,
    extractor_version: version,
  });

/** The document as two versions of the extractor read it: the newer one names the product and drops a misreading. */
const older = [read('1.9', null, '20'), read('1.9', null, '70')];
const newer = [read('1.10', 'GPT-5', '20')];

it.each([
  ['newer after older', [older, newer]],
  ['older after newer', [newer, older]],
  ['mixed', [[...newer, ...older]]],
])('a document says what its newest extractor reads: %s', (_name, batches) => {
  const book = new Book();
  for (const batch of batches) book.write(applyAnnouncements(loadMerge(book), batch, NOW));
  book.write(applyAnnouncements(loadMerge(book), newer, NOW));
  expect(book.current()).toMatchObject([{ object: 'GPT-5', value_max: '20', mentions: 1 }]);
  expect([...book.entries()].filter(([key]) => key.startsWith('claim|'))).toHaveLength(1);
});
