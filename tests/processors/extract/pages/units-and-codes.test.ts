import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows
    .map(
      (cells, at) => `<tr>${cells.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`,
    )
    .join('')}</table>`;

/** Cards, their memory and their price by the hour. */
const SIZED: readonly (readonly string[])[] = [
  ['NVIDIA A100', '40GB', '$1.44'],
  ['NVIDIA A10', '24GB', '$0.62'],
  ['NVIDIA L4', '24GB', '$0.44'],
  ['NVIDIA L40S', '48GB', '$0.97'],
  ['NVIDIA T4', '16GB', '$0.31'],
];

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'codes of errors and of answers are no prices',
    `<html lang="zh"><h1>价格（元/千tokens）</h1>${table(['模型', '输入'], ['白鹭-2', '0.5'])}<h2>错误码</h2>${table(
      ['错误码', 'HTTP 状态码', '含义'],
      ['1010', '400', '输入 tokens 超过长度'],
      ['1011', '429', '请求过多'],
    )}`,
    ['白鹭-2 input CNY 0.5/1000'],
  ],
  [
    'status codes beside a price list in dollars',
    `<h1>Pricing</h1><p>USD per 1M tokens</p>${table(['Model', 'Input'], ['Egret 2', '0.5'])}${table(
      ['Error', 'Status code', 'Meaning'],
      ['limit', '429', 'Too many input tokens'],
    )}`,
    ['Egret 2 input USD 0.5/1000000'],
  ],
  [
    'what a size uses up is no price beside what that costs',
    `<h1>Serving</h1>${table(
      ['Instance size', 'DBUs / hour', 'Price / hour'],
      ['Small', '10.48', '$0.734'],
      ['Large', '112.00', '$7.840'],
    )}`,
    ['Small instance_hour USD 0.734/1', 'Large instance_hour USD 7.84/1'],
  ],
  [
    'what one unit of use costs is a price',
    `<h1>Serving</h1>${table(['Plan', 'Price per DBU'], ['Crane', '$0.07'], ['Heron', '$0.09'])}`,
    ['Crane other USD 0.07/1', 'Heron other USD 0.09/1'],
  ],
  [
    'cards by the minute are no cards by the hour',
    `<h1>Training</h1><div><div><h3>Egret H100 node</h3><p>$0.11 / GPU / min</p></div><div><h3>Egret H200 node</h3><p>$0.15 / GPU / min</p></div></div>`,
    ['Egret H100 node other USD 0.11/1', 'Egret H200 node other USD 0.15/1'],
  ],
  [
    'thousands with a point, a month of thirty days',
    `<html lang="de"><h1>Preise</h1>${table(
      ['Modell', 'Abrechnungseinheit', 'Preis'],
      ['Reiher Blick', '1.000 Seiten', '1,20 €'],
      ['Reiher Ablage', 'pro GB und 30 Tage', '0,15 €'],
      ['Reiher Bild', 'pro Bild', '0,03 €'],
    )}`,
    ['Reiher Blick other EUR 1.2/1000', 'Reiher Ablage storage_gb_month EUR 0.15/1', 'Reiher Bild image EUR 0.03/1'],
  ],
  [
    'gigabytes and months in French',
    `<html lang="fr"><h1>Tarifs</h1>${table(
      ['Stockage', 'Prix'],
      ['Héron disque', '0,05 € par Go et par mois'],
      ['Héron archive', '0,01 € par Go par mois'],
    )}`,
    ['Héron disque storage_gb_month EUR 0.05/1', 'Héron archive storage_gb_month EUR 0.01/1'],
  ],
  [
    'a card of one size is not the row of another that costs the same',
    `<h1>Rent</h1><div>${SIZED.map(([card, , price], at) => `<div><h3>${card} ${at === 0 ? '80GB' : SIZED[at]?.[1]}</h3><p>${price} / hour</p></div>`).join('')}</div><h2>All</h2>${table(['GPU', 'VRAM', 'Price per hour'], ...SIZED)}`,
    [
      'NVIDIA A100 80GB gpu_hour USD 1.44/1',
      ...SIZED.map(([card = '', , price = '']) => `${card} gpu_hour USD ${price.slice(1)}/1`),
    ],
  ],
  [
    'an instance beside the card in it, in German',
    `<html lang="de"><h1>Preise</h1>${table(
      ['Instanz', 'GPU', 'Preis pro Stunde'],
      ['Reiher-S', '1 × NVIDIA H200', '3,70 €'],
      ['Reiher-M', '2 × NVIDIA H200', '7,40 €'],
    )}`,
    ['Reiher-S instance_hour EUR 3.7/1', 'Reiher-M instance_hour EUR 7.4/1'],
  ],
  [
    'a model by the hour of the machine it needs',
    `<h1>Marketplace</h1>${table(
      ['Model', 'Recommended instance', 'Software price'],
      ['Egret 2', 'ml.g5.xlarge', '$2.50/hour'],
      ['Egret 3', 'Standard_NC6s_v3', '$1.50/hour'],
    )}`,
    ['Egret 2 instance_hour USD 2.5/1', 'Egret 3 instance_hour USD 1.5/1'],
  ],
  [
    'the model or interface beside what it can do',
    `<html lang="zh"><h1>价格</h1>${table(
      ['能力', '模型 / 接口', '单价（元）', '单位'],
      ['文生图', 'egret-draw-2', '0.05', '张'],
      ['联网搜索', 'egret-find', '0.03', '次'],
    )}`,
    ['egret-draw-2 image CNY 0.05/1', 'egret-find request CNY 0.03/1'],
  ],
  [
    'packages of several things; that they are used up first makes them no priority',
    `<html lang="zh"><h1>资源包</h1><p>资源包优先于按量抵扣。</p>${table(
      ['资源包', '规格', '有效期', '价格（元）'],
      ['白鹭推理资源包', '1000万 tokens', '3个月', '96'],
      ['白鹭推理资源包', '1亿 tokens', '6个月', '900'],
      ['白鹭绘图资源包', '5000张', '12个月', '600'],
    )}`,
    [
      '白鹭推理资源包 other 1000万 tokens CNY 96/1',
      '白鹭推理资源包 other 1亿 tokens CNY 900/1',
      '白鹭绘图资源包 other 5000张 CNY 600/1',
    ],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
