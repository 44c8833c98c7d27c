import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { read } from './rows.ts';

const page = readFileSync(new URL('../../../../docs/mapping.md', import.meta.url), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(page)?.[1] ?? '';

test('the example of docs/mapping.md gives the prices it says', () => {
  const { prices, problems } = read(block('json'), { mapping: parse(block('yaml')) });
  const cells = prices.map(({ product, meter, tier, amount, currency, per, evidence }) =>
    [product, meter, tier ?? '', amount, currency, String(per), evidence].join('|'),
  );
  const documented = [...page.matchAll(/^\| (acme.*) \|$/gm)].map((match) =>
    (match[1] ?? '')
      .split('|')
      .map((cell) => cell.trim())
      .join('|'),
  );
  expect(cells).toEqual(documented);
  expect(documented).toHaveLength(4);
  expect(problems).toEqual([]);
});
