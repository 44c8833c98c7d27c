import { expect, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';

const read = (body: string): string[] =>
  readPage(pageOf(body)).prices.map(
    ({ product, meter, mode, tier, currency, amount, per }) =>
      `${product} ${meter} ${mode} ${tier ?? '-'} ${currency} ${amount}/${per}`,
  );

test('traditional Chinese is read as simplified is, names stay as they are written', () => {
  const page = `<h1>模型定價</h1><table><tr><th>模型名稱</th><th>輸入價格（元/百萬 tokens）</th><th>輸出價格（元/百萬 tokens）</th></tr>
<tr><td>海燕大語言模型 2</td><td>12</td><td>36</td></tr></table>`;
  expect(read(page)).toEqual([
    '海燕大語言模型 2 input standard - CNY 12/1000000',
    '海燕大語言模型 2 output standard - CNY 36/1000000',
  ]);
});

test("on a page that names Taiwan's dollar its 元 is that dollar, and a unit may stand in brackets alone", () => {
  const page = `<h1>主機價格</h1><p>幣別：新台幣</p><table><tr><th>主機類別</th><th>主機型號</th><th>GPU<br>(張)</th><th>CPU<br>(核心)</th><th>記憶體<br>(GB)</th><th>定價<br>(小時)</th></tr>
<tr><td rowspan="2">記憶體加大主機<sup>⁕</sup></td><td>m.one</td><td>1</td><td>8</td><td>120</td><td>71.00</td></tr>
<tr><td>m.four</td><td>4</td><td>32</td><td>480</td><td>284.00</td></tr></table><ul><li>公網 IP：90 元/月</li></ul>`;
  expect(read(page)).toEqual([
    'm.one instance_hour standard 1 TWD 71/1',
    'm.four instance_hour standard 4 TWD 284/1',
    '公網 IP month standard - TWD 90/1',
  ]);
});

test('時間 stays the hours of a Japanese list', () => {
  const page = `<h1>料金</h1><table><tr><th>プラン</th><th>料金</th></tr><tr><td>GPUサーバー A100</td><td>300円/時間</td></tr></table>`;
  expect(read(page)).toEqual(['GPUサーバー A100 instance_hour standard - JPY 300/1']);
});

test('words that Taiwan has of its own are read as the mainland calls them', () => {
  const page = `<h1>模型定價</h1><table><tr><th>模型</th><th>輸入（元/百萬 tokens）</th><th>快取輸入（元/百萬 tokens）</th></tr><tr><td>海燕 2</td><td>12</td><td>3</td></tr></table>`;
  expect(read(page)).toEqual([
    '海燕 2 input standard - CNY 12/1000000',
    '海燕 2 cached_input standard - CNY 3/1000000',
  ]);
});
