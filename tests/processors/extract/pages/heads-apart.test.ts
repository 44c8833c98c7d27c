import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string, lang: string | null = null): string[] =>
  readPage(pageOf(body, { format: 'html', lang })).prices.map(
    ({ product, meter, tier, currency, amount, per }) =>
      `${product} ${meter}${tier === null ? '' : ` [${tier}]`} ${currency} ${amount}/${per}`,
  );

const row = (cells: readonly string[], tag: 'td' | 'th') =>
  `<tr>${cells.map((cell, at) => (at === 0 && tag === 'td' ? `<th scope="row">${cell}</th>` : `<${tag}>${cell}</${tag}>`)).join('')}</tr>`;

test('a header in a table of its own over rows that begin with a header cell', () => {
  const page = (heads: readonly string[], ...rows: string[][]) =>
    `<h1>Pricing</h1><div><table><thead>${row(heads, 'th')}</thead></table></div><div><table><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`;
  expect(
    read(
      page(
        ['Model', 'Task', 'Input per 1M tokens', 'Output per 1M tokens'],
        ['orca-3', 'Chat', '€0.15', '€0.60'],
        ['orca-3-mini', 'Chat', '€0.05', '€0.20'],
      ),
    ),
  ).toEqual([
    'orca-3 input EUR 0.15/1000000',
    'orca-3 output EUR 0.6/1000000',
    'orca-3-mini input EUR 0.05/1000000',
    'orca-3-mini output EUR 0.2/1000000',
  ]);
  expect(
    read(
      page(
        ['プラン', '構成', '1時間', '1カ月'],
        ['H100プラン', 'H100 80GB ×1', '900円', '250,000円'],
        ['V100プラン', 'V100 32GB ×1', '350円', '80,000円'],
      ),
      'ja',
    ),
  ).toEqual([
    'H100プラン gpu_hour JPY 900/1',
    'H100プラン month JPY 250000/1',
    'V100プラン gpu_hour JPY 350/1',
    'V100プラン month JPY 80000/1',
  ]);
});

test('names in a first column that nothing heads', () => {
  const table = (...rows: string[][]) =>
    `<h1>Pricing</h1><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  expect(
    read(
      table(
        ['', 'Memory', 'GPU', 'Price per hour'],
        ['h1.large', '240 GB', '1× H100 80 GB', '$2.70'],
        ['h1.huge', '960 GB', '4× H100 80 GB', '$10.80'],
      ),
    ),
  ).toEqual(['h1.large instance_hour USD 2.7/1', 'h1.huge instance_hour USD 10.8/1']);
  expect(
    read(
      table(
        ['', 'Price', 'Parameter'],
        ['Basic search', '$5 / 1,000 requests', 'web_search'],
        ['Browser use', '$0.08 / hour', 'browser_use'],
      ),
    ),
  ).toEqual(['Basic search request USD 5/1000', 'Browser use other USD 0.08/1']);
  expect(
    read(
      table(
        ['', 'Monthly price', 'Small model cost (per 1K chars)', 'Large model cost (per 1K chars)'],
        ['Starter', '$14 / month', '$0.006', '$0.04'],
        ['Pro', '$29 / month', '$0.003', '$0.02'],
      ),
    ),
  ).toEqual([
    'Starter month USD 14/1',
    'Small model other [Starter] USD 0.006/1000',
    'Large model other [Starter] USD 0.04/1000',
    'Pro month USD 29/1',
    'Small model other [Pro] USD 0.003/1000',
    'Large model other [Pro] USD 0.02/1000',
  ]);
});

test('badges in cells of labels are none of what they say', () => {
  const page = (badge: string) =>
    `<h1>Extra storage</h1><table><tr><th>Capacity</th><th>Price per month</th></tr><tr><td>20 GB${badge}</td><td>$1 / month</td></tr><tr><td>100 GB</td><td>$4 / month</td></tr></table>`;
  expect(read(page(''))).toHaveLength(2);
  expect(read(page(' <span>New</span>'))).toEqual(read(page('')));
});
