import { describe, expect, it } from 'vitest';
import { readCell } from '../../../../processors/extract/pages/cell.ts';
import { currencyContext } from '../../../../processors/normalise/currency.ts';

const context = currencyContext({ lang: 'zh', url: 'https://x.example', text: '价格' });
const read = (lines: string | string[], bare = false) =>
  readCell(typeof lines === 'string' ? [lines] : lines, context, bare).map(({ amount, words, bound }) => [
    amount.amount,
    amount.currency,
    words,
    bound,
  ]);
const amounts = (lines: string | string[], bare = false) => read(lines, bare).map(([amount]) => amount);

describe('a cell', () => {
  it('gives each amount the words it belongs to', () => {
    expect(read('$0.15 input$0.60 output')).toEqual([
      ['0.15', 'USD', 'input', null],
      ['0.6', 'USD', 'output', null],
    ]);
    expect(read(['Input: $2.50', 'Output: $10.00']).map(([, , words]) => words)).toEqual(['Input:', 'Output:']);
    expect(read('$1.25, prompts <= 200k $2.50, prompts > 200k').map(([, , words]) => words)).toEqual([
      ', prompts ≤ 200k',
      ', prompts > 200k',
    ]);
  });

  it('joins what stands on lines of its own', () => {
    expect(amounts(['$', '2.50', '/ 1M tokens'])).toEqual(['2.5']);
    expect(amounts('$2 .0000/ 1 hour')).toEqual(['2']);
  });

  it.each([
    ['¥2 ($0.28)', ['2']],
    ['$0.03 / MTok (equivalent to approximately $0.0024/minute)', ['0.03', '0.0024']],
    ['原价 4 元 现价 2 元', ['2']],
    ['$0.075 (13.3M / $1)*', ['0.075']],
    ['5厘', ['0.005']],
    ['1,234.50 元', ['1234.5']],
    ['0,75 €/hour', ['0.75']],
    ['$100K', []],
    ['Free', []],
    ['-', []],
    ['50% off', []],
    ['30分钟', []],
  ])('%s', (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it('tells the ends of a range', () => {
    expect(read('$0.10 - $0.20 / hour').map(([amount, , , bound]) => [amount, bound])).toEqual([
      ['0.1', 'min'],
      ['0.2', 'max'],
    ]);
  });

  it('reads bare numbers only where its column says they are prices', () => {
    expect(amounts('0.0144')).toEqual([]);
    expect(amounts('0.0144', true)).toEqual(['0.0144']);
    expect(amounts('文本输入：0.70', true)).toEqual(['0.7']);
    expect(amounts('262,144 tokens', true)).toEqual([]);
    expect(amounts('v1.2 beta', true)).toEqual([]);
  });
});
