import { expect, test } from 'vitest';
import { read } from './read.ts';

const div = (...cells: readonly string[]) => `<div>${cells.map((text) => `<div>${text}</div>`).join('')}</div>`;

/** Tables and cards made of elements that are neither: what the cells hold says which is the header, and what is a label. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a header in a language whose words nobody listed',
    `<html lang="de"><h1>Preise</h1><div>${div('Sprachmodell', 'Preis je 1 Mio. Input-Token', 'Preis je 1 Mio. Output-Token')}${div('Reiher 2', '0,15 €', '0,65 €')}${div('Reiher 3', '0,65 €', '0,85 €')}</div>`,
    [
      'Reiher 2 input EUR 0.15/1000000',
      'Reiher 2 output EUR 0.65/1000000',
      'Reiher 3 input EUR 0.65/1000000',
      'Reiher 3 output EUR 0.85/1000000',
    ],
  ],
  [
    'a title over the header of bare amounts',
    `<h1>Servers</h1><div><p>Price in USD per instance and hour</p>${div('Size', 'Frankfurt', 'Singapore')}${div('Egret 2', '0.084', '0.118')}${div('Egret 4', '0.168', '0.236')}</div>`,
    [
      'Egret 2 instance_hour Frankfurt USD 0.084/1',
      'Egret 2 instance_hour Singapore USD 0.118/1',
      'Egret 4 instance_hour Frankfurt USD 0.168/1',
      'Egret 4 instance_hour Singapore USD 0.236/1',
    ],
  ],
  [
    'tabs over as many panels of as many rows head none of them',
    `<h1>Realtime</h1><p>Prices per 1M tokens.</p><div>${['Text', 'Audio', 'Image'].map((tab) => `<button role="tab" aria-controls="${tab}">${tab} tokens</button>`).join('')}</div>
${[
  ['Text', '4', '16'],
  ['Audio', '32', '64'],
  ['Image', '5', '8'],
]
  .map(
    ([tab, input, output]) =>
      `<div role="tabpanel" id="${tab}"><div>${div('Model', 'Input', 'Output')}${div('egret-live', `$${input}`, `$${output}`)}${div('egret-mini', `$1${input}`, `$1${output}`)}</div></div>`,
  )
  .join('')}`,
    [
      'egret-live input Text tokens USD 4/1000000',
      'egret-live input Audio tokens USD 32/1000000',
      'egret-live input Image tokens USD 5/1000000',
      'egret-live output Text tokens USD 16/1000000',
      'egret-live output Audio tokens USD 64/1000000',
      'egret-live output Image tokens USD 8/1000000',
      'egret-mini input Text tokens USD 14/1000000',
      'egret-mini input Audio tokens USD 132/1000000',
      'egret-mini input Image tokens USD 15/1000000',
      'egret-mini output Text tokens USD 116/1000000',
      'egret-mini output Audio tokens USD 164/1000000',
      'egret-mini output Image tokens USD 18/1000000',
    ],
  ],
  [
    'parts of one amount in elements of their own are no cells',
    `<html lang="zh"><h1>定价</h1><h2>开发机</h2><div><div><h3>白鹭 H800 80GB</h3><div><span>显存 80GB</span><span>16 核 CPU</span><span>120GB 内存</span></div><div><span>¥</span><span>13</span><span>.80</span> /卡/小时</div></div><div><h3>白鹭 L40 48GB</h3><div><span>显存 48GB</span><span>22 核 CPU</span><span>96GB 内存</span></div><div><span>¥</span><span>4</span><span>.20</span> /卡/小时</div></div></div>`,
    ['白鹭 H800 80GB gpu_hour CNY 13.8/1', '白鹭 L40 48GB gpu_hour CNY 4.2/1'],
  ],
  [
    'cells of a grid without rows',
    `<h1>GPUs</h1><div style="display:grid;grid-template-columns:repeat(3,1fr)">${['GPU', 'Memory', 'On-demand, per GPU-hour', 'Egret H100', '80 GB', '$2.40', 'Egret L4', '24 GB', '$0.60'].map((text) => `<div>${text}</div>`).join('')}</div>`,
    ['Egret H100 gpu_hour USD 2.4/1', 'Egret L4 gpu_hour USD 0.6/1'],
  ],
  [
    'a title, a remark and the cards under them are no grid',
    `<div><h2>Egret pricing</h2><p>Price per 1M tokens</p><h3>Models</h3><div>${[
      'Egret 2|0.15|0.60',
      'Egret 3|0.25|0.80',
    ]
      .map((card) => card.split('|'))
      .map(
        ([name, input, output]) =>
          `<div><h4>${name}</h4><ul><li><span>Input</span><span>$${input}</span></li><li><span>Output</span><span>$${output}</span></li></ul></div>`,
      )
      .join('')}</div></div>`,
    [
      'Egret 2 input USD 0.15/1000000',
      'Egret 2 output USD 0.6/1000000',
      'Egret 3 input USD 0.25/1000000',
      'Egret 3 output USD 0.8/1000000',
    ],
  ],
  [
    'labels below their values',
    `<h1>Pricing</h1><div><div><div>Egret 2</div><div><b>$0.40</b><small>Input / 1M tokens</small></div><div><b>$1.60</b><small>Output / 1M tokens</small></div><div><b>128K</b><small>Context</small></div></div><div><div>Egret 2 mini</div><div><b>$0.10</b><small>Input / 1M tokens</small></div><div><b>$0.40</b><small>Output / 1M tokens</small></div><div><b>128K</b><small>Context</small></div></div></div>`,
    [
      'Egret 2 input USD 0.4/1000000',
      'Egret 2 output USD 1.6/1000000',
      'Egret 2 mini input USD 0.1/1000000',
      'Egret 2 mini output USD 0.4/1000000',
    ],
  ],
  [
    'a tag that many cards show is no label, and a name before it no value',
    `<html lang="zh"><h1>价格</h1><h2>模型</h2><div>${[
      '白鹭 V3|国产算力|4',
      '白鹭 R1|国产算力|2',
      '苍鹭 2|长文本|1',
      '苍鹭 3|多语言|3',
    ]
      .map((card) => card.split('|'))
      .map(
        ([name, tag, price]) =>
          `<div><div><span>${name}</span><span>${tag}</span></div><div><span>输入</span><b>￥${price} / 百万 tokens</b></div></div>`,
      )
      .join('')}</div>`,
    [
      '白鹭 V3 input CNY 4/1000000',
      '白鹭 R1 input CNY 2/1000000',
      '苍鹭 2 input CNY 1/1000000',
      '苍鹭 3 input CNY 3/1000000',
    ],
  ],
  [
    'lines of a name and a price in a currency of two signs share no label',
    `<html lang="pt"><h1>Armazenamento</h1><ul><li>Garça Standard R$ 0,1190 por GB/mês</li><li>Garça Fria R$ 0,0560 por GB/mês</li></ul>`,
    ['Garça Standard storage_gb_month BRL 0.119/1', 'Garça Fria storage_gb_month BRL 0.056/1'],
  ],
  [
    'ways of buying over amounts are no titles of the cards',
    `<h1>GPUs</h1><div>${['Egret H100|3.08|2.38|12', 'Egret H200|3.50|2.56|24', 'Egret B200|7.90|5.60|36']
      .map((card) => card.split('|'))
      .map(
        ([name, now, later, term]) =>
          `<div><div><div class="title">${name}</div><span>Popular</span></div><div><div><div class="small first">On-Demand</div><div>$${now}<span>/GPU/hour</span></div></div><div><div><div class="small">Reserved (${term}-month)</div><span>Save 23%</span></div><div>$${later}<span>/GPU/hour</span></div></div></div></div>`,
      )
      .join('')}</div>`,
    [
      'Egret H100 gpu_hour USD 3.08/1',
      'Egret H100 gpu_hour commit_1y USD 2.38/1',
      'Egret H200 gpu_hour USD 3.5/1',
      'Egret H200 gpu_hour commit_24mo USD 2.56/1',
      'Egret B200 gpu_hour USD 7.9/1',
      'Egret B200 gpu_hour commit_3y USD 5.6/1',
    ],
  ],
  [
    'machines by their own names beside the cards in them',
    `<h1>Machines</h1><table><tr><th>Type</th><th>GPU</th><th>CPU</th><th>Price / hour</th></tr><tr><td>Egret Small</td><td>1x Heron A40</td><td>12 cores</td><td>$1.40</td></tr><tr><td>Egret Huge</td><td>8x Heron A40</td><td>48 cores</td><td>$11.20</td></tr></table>`,
    ['Egret Small instance_hour USD 1.4/1', 'Egret Huge instance_hour USD 11.2/1'],
  ],
  [
    'a size of machine that is called standard',
    `<h1>Compute</h1><h2>Standard VMs</h2><table><tr><th>Size</th><th>vCPU</th><th>Price</th></tr><tr><td>standard-2</td><td>2</td><td>$0.05 / hour</td></tr><tr><td>standard-4</td><td>4</td><td>$0.10 / hour</td></tr></table>`,
    ['standard-2 instance_hour USD 0.05/1', 'standard-4 instance_hour USD 0.1/1'],
  ],
  [
    'per token, and what so many tokens cost',
    `<h1>Models</h1><p>Pay per token. All prices per million tokens.</p><table><tr><th>Model</th><th>Input</th></tr><tr><td>Egret 5</td><td>$0.28</td></tr></table>`,
    ['Egret 5 input USD 0.28/1000000'],
  ],
  [
    'an image that comes out is no token',
    `<h1>API pricing</h1><h2>Price per output image</h2><table><tr><th>Model</th><th>Price</th></tr><tr><td>Egret Draw 2</td><td>$0.03</td></tr></table>`,
    ['Egret Draw 2 image USD 0.03/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
