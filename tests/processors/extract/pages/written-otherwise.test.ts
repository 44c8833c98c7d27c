import { expect, test } from 'vitest';
import { read } from './read.ts';

const cases: readonly [string, string, readonly string[]][] = [
  [
    'lakhs and apostrophes between the digits of a price',
    `<h1>GPU servers</h1><table><tr><th>Instance</th><th>Price per month</th></tr>
<tr><td>Banyan 8x H100</td><td>₹12,19,102.50</td></tr><tr><td>Banyan 4x H100</td><td>₹6,09,551</td></tr></table>
<h1>Servers in Zug</h1><table><tr><th>Instance</th><th>Price per month</th></tr><tr><td>Arve 2</td><td>$1'299.00</td></tr></table>`,
    ['Banyan 8x H100 month INR 1219102.5/1', 'Banyan 4x H100 month INR 609551/1', 'Arve 2 month USD 1299/1'],
  ],
  [
    'points between thousands, a comma before cents',
    `<h1>Preise</h1><table><tr><th>Instanz</th><th>Preis pro Monat</th></tr>
<tr><td>Linde 8x H100</td><td>11.249,00 €</td></tr><tr><td>Linde 4x H100</td><td>5 624,50 €</td></tr></table>`,
    ['Linde 8x H100 month EUR 11249/1', 'Linde 4x H100 month EUR 5624.5/1'],
  ],
  [
    'which way the tokens go, behind the name',
    `<h1>Pricing</h1><table><tr><th>SKU</th><th>Price per 1M tokens</th></tr>
<tr><td>Alm 70B – Input</td><td>$0.40</td></tr><tr><td>Alm 70B – Output</td><td>$1.20</td></tr>
<tr><td>Alm 8B (input)</td><td>$0.05</td></tr><tr><td>Alm 8B (output)</td><td>$0.10</td></tr></table>`,
    [
      'Alm 70B input USD 0.4/1000000',
      'Alm 70B output USD 1.2/1000000',
      'Alm 8B input USD 0.05/1000000',
      'Alm 8B output USD 0.1/1000000',
    ],
  ],
  [
    'grades of pictures over the columns are conditions, not products',
    `<h1>Tern Image</h1><table><tr><th>Size</th><th>Low</th><th>Medium</th><th>High</th></tr>
<tr><td>1024 x 1024</td><td>$0.01 / image</td><td>$0.04 / image</td><td>$0.16 / image</td></tr></table>`,
    [
      'Tern Image image 1024 x 1024; Low USD 0.01/1',
      'Tern Image image 1024 x 1024; Medium USD 0.04/1',
      'Tern Image image 1024 x 1024; High USD 0.16/1',
    ],
  ],
  [
    'one unit behind two labelled amounts is that of both',
    `<h1>GPU cloud pricing</h1><div><h3>NVIDIA L40S</h3><p>Pay as you go: $0.92 Annual commit: $0.64 per GPU hour</p></div>
<div><h3>NVIDIA H200</h3><p>Pay as you go: $3.92 Annual commit: $2.64 per GPU hour</p></div>`,
    [
      'NVIDIA L40S gpu_hour USD 0.92/1',
      'NVIDIA L40S gpu_hour commit_1y USD 0.64/1',
      'NVIDIA H200 gpu_hour USD 3.92/1',
      'NVIDIA H200 gpu_hour commit_1y USD 2.64/1',
    ],
  ],
  [
    'rows of a table role without cell roles, the name of the column repeated in each cell',
    `<h1>Model pricing</h1><div role="table"><div role="row"><div>Model</div><div>Input per 1M tokens</div><div>Output per 1M tokens</div></div>
<div role="row"><div><span>Model</span><span>Orca 3</span></div><div><span>Input</span><span>$2</span></div><div><span>Output</span><span>$8</span></div></div>
<div role="row"><div><span>Model</span><span>Orca 4</span></div><div><span>Input</span><span>$3</span></div><div><span>Output</span><span>$9</span></div></div></div>`,
    [
      'Orca 3 input USD 2/1000000',
      'Orca 3 output USD 8/1000000',
      'Orca 4 input USD 3/1000000',
      'Orca 4 output USD 9/1000000',
    ],
  ],
  [
    'what a button has still to unfold is on the page',
    `<h1>Model pricing</h1><div><button aria-expanded="false" aria-controls="old">Older models</button>
<div id="old" hidden><table><tr><th>Model</th><th>Input per 1M tokens</th></tr><tr><td>Orca 2</td><td>$5</td></tr></table></div></div>`,
    ['Orca 2 input USD 5/1000000'],
  ],
  [
    'what is said again for screen readers is not said twice',
    `<h1>Model pricing</h1><div><h3>Orca 3</h3><p>Input <span aria-hidden="true">$2</span><span class="sr-only">$2 dollars</span> / 1M tokens</p>
<p>Output <span aria-hidden="true">$8</span><span class="sr-only">$8 dollars</span> / 1M tokens</p></div>`,
    ['Orca 3 input USD 2/1000000', 'Orca 3 output USD 8/1000000'],
  ],
  [
    'regions under a caption that says what is priced',
    `<h1>H100 pricing per GPU hour</h1><table><tr><th>Frankfurt</th><th>Oregon</th></tr><tr><td>$2.90</td><td>$2.40</td></tr></table>`,
    ['H100 gpu_hour Frankfurt USD 2.9/1', 'H100 gpu_hour Oregon USD 2.4/1'],
  ],
  [
    'cards rented by the day or the month',
    `<h1>算力租赁价格</h1><table><tr><th>显卡型号</th><th>按小时(元/卡)</th><th>包日(元/卡)</th><th>包月(元/卡)</th></tr>
<tr><td>RTX 4090</td><td>1.98元/卡</td><td>42元/卡</td><td>1150元/卡</td></tr><tr><td>H800</td><td>12元/卡</td><td>270元/卡</td><td>7600元/卡</td></tr></table>`,
    [
      'RTX 4090 gpu_hour CNY 1.98/1',
      'RTX 4090 other CNY 42/1',
      'RTX 4090 month CNY 1150/1',
      'H800 gpu_hour CNY 12/1',
      'H800 other CNY 270/1',
      'H800 month CNY 7600/1',
    ],
  ],
  [
    'a head without its scroll bar over a table of its own',
    `<h1>Model pricing</h1><table><tr><th>Model</th><th>Input per 1M tokens</th><th></th></tr></table>
<table><tr><td>Orca 3</td><td>$2</td></tr><tr><td>Orca 4</td><td>$3</td></tr></table>`,
    ['Orca 3 input USD 2/1000000', 'Orca 4 input USD 3/1000000'],
  ],
  [
    'par and pro before a unit',
    `<h1>Tarifs</h1><table><tr><th>Modèle</th><th>Prix par million de tokens</th></tr><tr><td>Hêtre 7B</td><td>0,25 €</td></tr></table>
<h1>Stockage</h1><table><tr><th>Service</th><th>Prix</th></tr><tr><td>Stockage objet</td><td>0,01 € / Go par mois</td></tr></table>`,
    ['Hêtre 7B other EUR 0.25/1000000', 'Stockage objet storage_gb_month EUR 0.01/1'],
  ],
];

test.each(cases)('%s', (_, page, expected) => {
  expect(read(page)).toEqual(expected);
});
