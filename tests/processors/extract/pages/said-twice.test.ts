import { expect, test } from 'vitest';
import { read } from './read.ts';

test('a summary at the head of a page, and the same amounts for text below it', () => {
  expect(
    read(`<h1>Egret 5</h1><div><div><div>Price</div><div>$1.35 • $11</div><div>Input • Output</div></div></div>
<h2>Pricing</h2><div class="card"><div><span>Text tokens</span><span>Per 1M tokens</span></div><div><div><div>Input</div><div>$1.35</div></div><div><div>Cached input</div><div>$0.135</div></div><div><div>Output</div><div>$11.00</div></div></div></div>`),
  ).toEqual([
    'Egret 5 input Text USD 1.35/1000000',
    'Egret 5 cached_input Text USD 0.135/1000000',
    'Egret 5 output Text USD 11/1000000',
  ]);
});
