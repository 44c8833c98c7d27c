import { expect, test } from 'vitest';
import { read } from './read.ts';

const html = (cell: string) =>
  `<h1>价格</h1><table><tr><th>模型</th><th>输入（元/百万 Tokens）</th></tr><tr><td>lusi-3</td><td>${cell}</td></tr><tr><td>lusi-4</td><td>8</td></tr></table>`;
const markdown = (cell: string) =>
  `# 价格\n\n| 模型 | 输入（元/百万 Tokens） |\n|---|---|\n| lusi-3 | ${cell} |\n| lusi-4 | 8 |\n`;
const prices = ['lusi-3 input CNY 0.3/1000000', 'lusi-4 input CNY 8/1000000'];

test.each(['0.3（~~刊例价 0.6~~）', '0.3 (~~0.6~~)', '0.3（原价 ~~0.6~~）', '~~0.6~~ 0.3', '0.3 [<del>0.6</del>]'])(
  'Markdown: %s',
  (cell) => {
    expect(read(markdown(cell), 'md')).toEqual(prices);
  },
);

test.each([
  '0.3（<del>刊例价 0.6</del>）',
  '0.3 <span>(list <s>0.6</s>)</span>',
  '0.3（<span style="text-decoration: line-through">0.6</span>）',
])('HTML: %s', (cell) => {
  expect(read(html(cell))).toEqual(prices);
});
