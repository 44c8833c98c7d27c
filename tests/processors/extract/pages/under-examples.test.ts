import { expect, test } from 'vitest';
import { read } from './read.ts';

const list = `- Lumen Large: $0.12/min (=$7.20/hr)
- Lumen Small: $0.01/min (=$0.60/hr)`;
const rates = ['Lumen Large other USD 0.12/1', 'Lumen Small other USD 0.01/1'];

test('rates under a heading of estimates are rates', () => {
  expect(read(`# Pricing\n\n### Language model estimates\n\n${list}\n`, 'md')).toEqual(rates);
  const tabs = `# Pricing\n\n<Accordion title="Language Model Estimates">\n${list}\n</Accordion>\n`;
  expect(read(tabs, 'md')).toEqual(rates);
});

test('what all of it comes to is none', () => {
  for (const heading of ['Cost estimates', 'Usage estimates'])
    for (const sum of ['A small team: $40 / month', '100 calls at $0.12/min × 100 min = $12'])
      expect(read(`# Pricing\n\n## Models\n\n${list}\n\n## ${heading}\n\n- ${sum}\n`, 'md')).toEqual(rates);
});

test('a fee is called so, and by whose it is', () => {
  const table = '| Carrier | Price per minute |\n|---|---|\n| Nord | $0.01 |\n';
  const fee = (who: string) => `# Costs\n\nOn top of that, ${who} a routing fee of $0.002 per minute.\n\n${table}`;
  expect(read(fee('Bellbird charges'), 'md')[0]).toBe('Bellbird routing fee other USD 0.002/1');
  expect(read(fee('we charge'), 'md')[0]).toBe('routing fee other USD 0.002/1');
});
