import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../processors/extract/article/plain-text.ts';

test('line breaks, nested blocks and entities', () => {
  expect(plainText('<div>a<br>b&nbsp;&amp;&nbsp;c<div>d</div></div><h2>e</h2>')).toBe('a\nb & c\nd\n## e');
});

describe('a figure stays the figure a reader sees', () => {
  test.each([
    [
      'the mark of a footnote is no digit',
      '<p>It costs $0.10<sup>1</sup> per million<sup><a href="#n">[2]</a></sup>.</p>',
      'It costs $0.10 per million.',
    ],
    ['the same in a cell', '<table><tr><td>A</td><td>$3<sup>*</sup><sup>2</sup></td></tr></table>', '| A | $3 |'],
    ['a power of ten is one', '<p>about 1.4×10<sup>14</sup> tokens</p>', 'about 1.4×10^14 tokens'],
    ['an ordinal keeps its letters', '<p>May 1<sup>st</sup></p>', 'May 1st'],
    ['a struck out price no longer holds', '<p>Now <del>$10</del> <s>$9</s> $8</p>', 'Now $8'],
    ['marks without width do not cut a figure', '<p>1\u200b000\u00ad000 to\u200bkens</p>', '1000000 tokens'],
  ])('%s', (_what, html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('tables', () => {
  test('a cell stands in every row and column that it spans', () => {
    const html = `<table><caption>List prices</caption><thead><tr><th rowspan="2">Model</th><th colspan="2">USD per 1M tokens</th></tr><tr><th>Input</th><th>Output</th></tr></thead>
      <tbody><tr><td rowspan="2">Large</td><td>$3</td><td>$15</td></tr><tr><td>$6</td><td>$22</td></tr></tbody></table>`;
    expect(plainText(html)).toBe(
      [
        'List prices',
        '| Model | USD per 1M tokens | USD per 1M tokens |',
        '| Model | Input | Output |',
        '| Large | $3 | $15 |',
        '| Large | $6 | $22 |',
      ].join('\n'),
    );
  });

  test('what stands on several lines of a cell stands apart on one', () => {
    expect(plainText('<table><tr><td><p>Large</p><p>new</p></td><td>$3<br>per hour</td></tr></table>')).toBe(
      '| Large new | $3 per hour |',
    );
  });

  test('a table that only places an article is none, the one inside it is', () => {
    const html = `<table><tr><td>Menu</td><td><h1>价格公告</h1><p>${'自五月起价格上调。'.repeat(60)}</p><table><tr><td>甲</td><td>5%</td></tr></table></td></tr></table>`;
    const lines = plainText(html).split('\n');
    expect(lines).toContain('# 价格公告');
    expect(lines).toContain('| 甲 | 5% |');
    expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(1);
  });

  test('a span beyond reason is a mistake', () => {
    expect(plainText('<table><tr><td rowspan="99999">a</td><td colspan="x">b</td></tr></table>')).toBe('| a | b |');
  });
});
