import { expect, test } from 'vitest';
import { withTableOfRows } from '../../../../processors/extract/pages/tableless-rows.ts';
import { read } from './read.ts';

const rows = `<tr><td>Brant 40</td><td>48 GB</td><td>$0.99/h</td></tr>
<tr><td>Brant 80</td><td>80 GB</td><td>$2.19/h</td></tr>`;
const prices = ['Brant 40 instance_hour USD 0.99/1', 'Brant 80 instance_hour USD 2.19/1'];

test.each([
  [
    'begins within its header',
    `<th>Instance</th><th>VRAM</th><th>On demand price</th></tr></thead><tbody>${rows}</tbody></table><span>Taxes apart.</span>`,
  ],
  [
    'stands in an element of another kind',
    `<div class="rates"><thead><tr><th>Instance</th><th>VRAM</th><th>On demand price</th></tr></thead>${rows}</div><p>Taxes apart.</p>`,
  ],
  [
    'begins behind a remark',
    `<!-- cut from <table> --><tr><th>Instance</th><th>VRAM</th><th>On demand price</th></tr>${rows}<p>Taxes apart.</p>`,
  ],
])('a part of a table that %s', (_name, html) => {
  expect(read(html)).toEqual(prices);
});

test('a part that begins within a cell, before whole tables', () => {
  const html = `Brant 20</td><td>24 GB</td><td>$0.49/h</td></tr>${rows}</table>
    <h2>Models</h2><table><tr><th>Model</th><th>Input / 1M tokens</th></tr><tr><td>Teal</td><td>$2</td></tr></table>`;
  expect(read(html)).toHaveLength(4);
});

test.each([
  `<p>Rates</p><table><tr><td>Brant</td></tr></table>`,
  `<script>var row = '<tr><td>' + name + '</td></tr>';</script><div>$2 per hour</div>`,
  `<p>No rows at all.</p>`,
])('any other page stays as it is: %s', (html) => {
  expect(withTableOfRows(html)).toBe(html);
});
