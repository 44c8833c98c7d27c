import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alert } from '../../../infra/contracts/alert.ts';
import { announcement } from '../../../infra/contracts/announcement.ts';
import { deadLetter } from '../../../infra/contracts/dead-letter.ts';
import { document } from '../../../infra/contracts/document.ts';
import { fetchAttempt } from '../../../infra/contracts/fetch.ts';
import { price } from '../../../infra/contracts/price.ts';
import { priceChange } from '../../../infra/contracts/price-change.ts';
import { signal } from '../../../infra/contracts/signal.ts';

const page = readFileSync('docs/records.md', 'utf8');
const records = {
  document,
  fetch: fetchAttempt,
  price,
  'price change': priceChange,
  announcement,
  signal,
  alert,
  'dead letter': deadLetter,
};

test.each(Object.entries(records))('docs/records.md tells every field of a %s', (_name, schema) => {
  const untold = Object.keys(schema.shape).filter((field) => !page.includes(`\`${field}\``));
  expect(untold).toEqual([]);
});
