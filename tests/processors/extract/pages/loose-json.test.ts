import { expect, test } from 'vitest';
import { looseJson } from '../../../../processors/extract/pages/loose-json.ts';
import { readJson } from '../../../../processors/extract/pages/read-page.ts';
import { makeDocument } from '../../../support/document.ts';

const rows = (body: string) =>
  readJson(makeDocument({ kind: 'page', format: 'json', body })).prices.map(
    ({ product, meter, amount }) => `${product} ${meter} ${amount}`,
  );

test('one entry a line', () => {
  expect(rows('{"model":"kite-1","input_per_million":0.5}\n{"model":"kite-2","input_per_million":2.50}\n')).toEqual([
    'kite-1 input 0.5',
    'kite-2 input 2.5',
  ]);
});

test.each([
  ['a call', 'callback({"prices": [{"gpu": "H100", "price_per_hour": 2.4}]});'],
  ['an assignment', 'var gpus = [{gpu: "H100", price_per_hour: 2.4,},];'],
  [
    'an export with a type',
    "// our list\nexport const GPUS: Record<string, Card> = {'H100': {price_per_hour: 2.4}} as const;\n",
  ],
  ['comments', '/* list */\n[\n  // the big one\n  {"gpu": "H100", "price_per_hour": 2.4}\n]'],
])('data of a script: %s', (_name, body) => {
  expect(rows(body)).toEqual(['H100 gpu_hour 2.4']);
});

test('a text, a script and a broken document are no data', () => {
  expect(looseJson('The H100 costs $2.40 an hour.')).toBeNull();
  expect(looseJson('const a = {"price": 1}; run(a);')).toBeNull();
  expect(looseJson('{"gpu": "H100", "price_per_hour": 2.4')).toBeNull();
});
