import { expect, test } from 'vitest';
import { read } from './read.ts';

test('columns that blanks set in preformatted text are a table', () => {
  const page = `<h1>Pricing</h1><pre>
Rates of our models:

Model            Input        Output
tern-3           $0.50/1M     $1.50/1M
tern-3-mini      $0.10/1M     $0.40/1M
</pre>`;
  expect(read(page)).toEqual([
    'tern-3 input USD 0.5/1000000',
    'tern-3 output USD 1.5/1000000',
    'tern-3-mini input USD 0.1/1000000',
    'tern-3-mini output USD 0.4/1000000',
  ]);
});

test('other preformatted text is read as it was', () => {
  expect(read('<h1>Pricing</h1><pre>curl -d "budget=$5" https://api.example</pre>')).toEqual([]);
});

test('an amount that a script puts in, the same in every region', () => {
  const page = (amounts: string) =>
    `<h1>Pricing</h1><table><tr><th>Model</th><th>Input (per 1M tokens)</th></tr><tr><td>Tern 3</td><td><span data-amount='{"regional":{${amounts}}}'>$-</span></td></tr></table>`;
  expect(read(page('"us-east":0.7,"us-west":0.7'))).toEqual(['Tern 3 input USD 0.7/1000000']);
  expect(read(page('"us-east":0.7,"us-west":0.8'))).toEqual([]);
});
