import { expect, test } from 'vitest';
import { read } from './read.ts';

const list = (...pairs: readonly [string, string][]): string =>
  `<dl>${pairs.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>`;

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'definitions under hours of the day, the unit said over all',
    `<html lang="zh"><h1>价格</h1><p>以下价格单位均为：元/百万tokens，优惠时段为 00:30-08:30。</p>
<section><h3>quill-3</h3><div><h4>标准时段</h4>${list(['输入（缓存未命中）', '4'], ['输入（缓存命中）', '1'], ['输出', '10'])}</div><div><h4>优惠时段</h4>${list(['输入（缓存未命中）', '2'], ['输入（缓存命中）', '0.5'], ['输出', '5'])}</div></section>
<section><h3>quill-3-mini</h3><div><h4>标准时段</h4>${list(['输入', '0.9'], ['输出', '1.8'])}</div><div><h4>优惠时段</h4>${list(['输入', '0.5'], ['输出', '0.9'])}</div></section>
<section><h3>quill-2</h3><div><h4>标准时段</h4>${list(['输入', '1'], ['输出', '2.5'])}</div></section>`,
    [
      'quill-3 input CNY 4/1000000',
      'quill-3 cached_input CNY 1/1000000',
      'quill-3 output CNY 10/1000000',
      'quill-3 input off_peak CNY 2/1000000',
      'quill-3 cached_input off_peak CNY 0.5/1000000',
      'quill-3 output off_peak CNY 5/1000000',
      'quill-3-mini input CNY 0.9/1000000',
      'quill-3-mini output CNY 1.8/1000000',
      'quill-3-mini input off_peak CNY 0.5/1000000',
      'quill-3-mini output off_peak CNY 0.9/1000000',
      'quill-2 input CNY 1/1000000',
      'quill-2 output CNY 2.5/1000000',
    ],
  ],
  [
    'rows of two cells',
    `<h1>Pricing</h1><p>Prices in USD per 1M tokens.</p><h3>Quill 5</h3><div><div><span>Input</span><span>0.40</span></div><div><span>Cached input</span><span>0.10</span></div><div><span>Output</span><span>1.60</span></div></div>`,
    ['Quill 5 input USD 0.4/1000000', 'Quill 5 cached_input USD 0.1/1000000', 'Quill 5 output USD 1.6/1000000'],
  ],
  [
    'numbers that nothing makes money are limits',
    `<h1>Quill 5</h1><p>Limits of the API.</p>${list(['Input', '128000'], ['Output', '16000'])}`,
    [],
  ],
];

test.each(cases)('ways of tokens beside numbers without a currency: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});

test('a header of two columns in another language heads a table of plain elements', () => {
  const row = (...cells: readonly string[]) =>
    `<div class="tr">${cells.map((text) => `<div class="td">${text}</div>`).join('')}</div>`;
  const notes =
    '<ul><li>가입 시 크레딧 5만 원을 드립니다.</li><li>예) emb-2로 입력 10,000 토큰을 쓰면 0.1원 × 10 = 1원</li></ul>';
  expect(
    read(
      `<html lang="ko"><h3>임베딩</h3><p>과금 단위: 1,000 토큰</p><div>${row('모델', '입력')}${row('emb-2', '0.1원')}${row('emb-3', '0.2원')}</div>${notes}`,
    ),
  ).toEqual(['emb-2 input KRW 0.1/1000', 'emb-3 input KRW 0.2/1000']);
});

test('a line that reckons, or says that it is an example, states no price', () => {
  const page = (line: string) => `<h1>Vole GPU</h1><div><h3>Vole A100</h3><p>$1.20 / hour</p></div><p>${line}</p>`;
  for (const line of ['Example: ten hours come to $12.00 / job', '10 h × $1.20 = $12.00 / job', 'z. B. $3.60 / job'])
    expect(read(page(line))).toEqual(['Vole A100 gpu_hour USD 1.2/1']);
});
