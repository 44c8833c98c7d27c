import { expect, test } from 'vitest';
import { read } from './read.ts';

test('places beside amounts are where a price holds, and no products', () => {
  const network = (name: string, rows: readonly (readonly [string, string])[]) =>
    `<div class="net"><h2>${name}</h2>${rows.map(([place, price]) => `<div class="zone"><span>${place}</span><span><b>${price}</b>/GB</span></div>`).join('')}</div>`;
  expect(
    read(
      `<h1>Delivery</h1>${network('Core Network', [
        ['North America & Europe', '$0.02'],
        ['South America', '$0.05'],
        ['Middle East & Africa', '$0.07'],
        ['Oceania', '$0.04'],
      ])}`,
    ),
  ).toEqual([
    'Core Network other North America & Europe USD 0.02/1',
    'Core Network other South America USD 0.05/1',
    'Core Network other Middle East & Africa USD 0.07/1',
    'Core Network other Oceania USD 0.04/1',
  ]);
});

test('sizes of a picture beside amounts are conditions of what the card is about', () => {
  const card = (name: string, text: string, rows: readonly (readonly [string, string])[]) =>
    `<section class="model"><h2>${name}</h2><p>${text}</p><ul>${rows.map(([size, price]) => `<li><span>${size}</span><span>${price}</span></li>`).join('')}</ul></section>`;
  expect(
    read(
      `<h1>Video</h1>${card('Lumen 2', 'Video of up to 8 seconds.', [
        ['480p', '$0.04 per second'],
        ['1080p', '$0.21 per second'],
      ])}${card('Lumen 2 Quick', 'Half the time.', [
        ['480p', '$0.02 per second'],
        ['1080p', '$0.11 per second'],
      ])}${card('Still 1', 'Pictures.', [
        ['Still 1', '$0.03 per image'],
        ['Still 1 Mini', '$0.004 per image'],
      ])}`,
    ).map((line) => line.replace(/ (?:up to|\d+p).*(?= USD)/, '')),
  ).toEqual([
    'Lumen 2 second USD 0.04/1',
    'Lumen 2 second USD 0.21/1',
    'Lumen 2 Quick second USD 0.02/1',
    'Lumen 2 Quick second USD 0.11/1',
    'Still 1 image USD 0.03/1',
    'Still 1 Mini image USD 0.004/1',
  ]);
});

test('a column of traffic makes the gigabytes beside it move', () => {
  expect(
    read(`<h2>Wide Network</h2><table><tr><th>Monthly traffic</th><th>Price per GB</th></tr>
<tr><td>First 200TB</td><td>$0.006</td></tr><tr><td>Next 800TB</td><td>$0.003</td></tr></table>`),
  ).toEqual(['Wide Network other First 200TB USD 0.006/1', 'Wide Network other Next 800TB USD 0.003/1']);
  expect(
    read(`<h2>Vault</h2><table><tr><th>Stored data</th><th>Price per GB</th></tr>
<tr><td>First 200TB</td><td>$0.022</td></tr><tr><td>Next 800TB</td><td>$0.021</td></tr></table><p>Billed each month for the storage used.</p>`),
  ).toEqual(['Vault storage_gb_month First 200TB USD 0.022/1', 'Vault storage_gb_month Next 800TB USD 0.021/1']);
});

test('two amounts beside each other, the second one a whole unit of money', () => {
  expect(
    read(`<h1>API</h1><p>US dollars per 1M tokens, input / output.</p><table><tr><th>Model</th><th>Standard</th><th>Batch</th></tr>
<tr><td>pike-2</td><td>$0.25 / $2.00</td><td>$0.125 / $1.00</td></tr></table>`),
  ).toEqual([
    'pike-2 input USD 0.25/1000000',
    'pike-2 output USD 2/1000000',
    'pike-2 input batch USD 0.125/1000000',
    'pike-2 output batch USD 1/1000000',
  ]);
});

test('what a form works out is no price', () => {
  expect(
    read(`<h1>Clips</h1><section><h2>Lumen 2</h2><p>$0.04 per second</p></section>
<section><h3>Your clips</h3><label>Clips <input type="range"></label><output>$48.00 / month</output></section>`),
  ).toEqual(['Lumen 2 second USD 0.04/1']);
});

test('what goes in over lists of a card is a condition of its prices, and the name stands above it', () => {
  const list = (...prices: string[]) => `<ul>${prices.map((price) => `<li>${price} tokens</li>`).join('')}</ul>`;
  expect(
    read(`<h1>Prices</h1><h2>Live API</h2><div><h3>pike-live</h3><div>
<div><h4>Text</h4>${list('$3 / 1M input', '$12 / 1M output')}</div><div><h4>Audio</h4>${list('$24 / 1M input', '$48 / 1M output')}</div></div></div>`),
  ).toEqual([
    'pike-live input Text USD 3/1000000',
    'pike-live input Audio USD 24/1000000',
    'pike-live output Text USD 12/1000000',
    'pike-live output Audio USD 48/1000000',
  ]);
});

test('a grade and a size before the price of a picture are no name', () => {
  expect(
    read(`<h1>Prices</h1><div><h3>pike-draw-2</h3><ul><li>Low <span>512×512</span> <b>$0.01</b> / image</li>
<li>High <span>512×512</span> <b>$0.12</b> / image</li></ul></div>`),
  ).toEqual(['pike-draw-2 image 512×512; Low USD 0.01/1', 'pike-draw-2 image 512×512; High USD 0.12/1']);
});

test('a heading that ends in letters of a word for prices keeps them', () => {
  expect(read('<h1>Docs</h1><h2>Migrate</h2><p>$0.40 per 1,000 requests</p>')).toEqual([
    'Migrate request USD 0.4/1000',
  ]);
});
