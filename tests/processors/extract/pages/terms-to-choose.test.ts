import { expect, test } from 'vitest';
import { read } from './read.ts';

const select = (...options: readonly string[]) =>
  `<select>${options.map((text) => `<option> ${text} </option>`).join('')}</select>`;
const card = (head: string, spec: string, offers: string) =>
  `<div class="box">${head}<ul><li>${spec}</li></ul><div>${offers}</div></div>`;
const page = (...cards: readonly string[]) => read(`<h1>Servers</h1><div>${cards.join('')}</div>`);

test('a list to choose a term from says what each costs', () => {
  expect(
    page(
      card('<h3>Heron S</h3>', '2 vCPU', select('1 month - $9.00', '12 months - $90.00 (save $18.00)')),
      card('<h3>Heron M</h3>', '4 vCPU', select('1 month - $19.00', '12 months - $190.00 (save $38.00)')),
    ),
  ).toEqual([
    'Heron S month USD 9/1',
    'Heron S month 12 months USD 90/12',
    'Heron M month USD 19/1',
    'Heron M month 12 months USD 190/12',
  ]);
});

test('terms that a word says', () => {
  expect(
    page(
      card('<h3>Heron S</h3>', '2 vCPU', select('$5.00 USD Monthly', '$13.50 USD Quarterly', '$50.00 USD Annually')),
      card('<h3>Heron M</h3>', '4 vCPU', select('Monthly - $9.00', 'Semi-Annually - $49.00', 'Biennially - $160.00')),
    ),
  ).toEqual([
    'Heron S month USD 5/1',
    'Heron S month Quarterly USD 13.5/3',
    'Heron S year USD 50/1',
    'Heron M month USD 9/1',
    'Heron M month Semi-Annually USD 49/6',
    'Heron M year Biennially USD 160/2',
  ]);
});

test('a list to choose anything else from is no price', () => {
  expect(
    page(
      card('<h3>Heron S</h3>', '2 vCPU', `<p>$9.00 / month</p>${select('4 GB (+$5.00/month)', '8 GB (+$9.00/month)')}`),
      card('<h3>Heron M</h3>', '4 vCPU', `<p>$19.00 / month</p>${select('USD', 'EUR')}`),
    ),
  ).toEqual(['Heron S month USD 9/1', 'Heron M month USD 19/1']);
});

test('terms in a cell, and a tagline in a heading below the name', () => {
  const host = (name: string, line: string, ...options: readonly string[]) =>
    `<div class="box"><h3>${name}</h3><h4>${line}</h4>${['CPU', '内存', '带宽', '流量'].map((label) => `<dl><dt>${label}：</dt><dd>不限</dd></dl>`).join('')}<div>${select(...options)}</div></div>`;
  expect(
    page(
      host('白鹭 1 型', '价格实惠，适合入门', '1年380元', '2年532元（省228元）'),
      host('白鹭 2 型', '性价比高，适合展示', '1年880元', '2年1056元（省704元）'),
    ),
  ).toEqual([
    '白鹭 1 型 year CNY 380/1',
    '白鹭 1 型 year 2年 CNY 532/2',
    '白鹭 2 型 year CNY 880/1',
    '白鹭 2 型 year 2年 CNY 1056/2',
  ]);
  expect(
    page(
      card('<h3>Heron</h3><h4>For small teams, fast and simple</h4>', '2 vCPU', '<p>$9.00 / month</p>'),
      card('<h3>Puffin</h3><h4>For large teams, fast and strong</h4>', '4 vCPU', '<p>$19.00 / month</p>'),
    ),
  ).toEqual(['Heron month USD 9/1', 'Puffin month USD 19/1']);
});
