import { expect, test } from 'vitest';
import { read } from './read.ts';

const cards = (over: string, ...items: readonly [string, string][]): string =>
  `${over}<div>${items.map(([name, price]) => `<div class="card"><h3>${name}</h3><p>80 GB of memory</p><p>${price}</p></div>`).join('')}</div>`;

const offer = (name: string, parts: string, price: string): string =>
  `<div class="offer"><dt class="offer__name">${name}</dt><dd>${parts}</dd><dd>${price}<span>/hour</span></dd></div>`;

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a text over cards says that they are of instances',
    cards(
      '<h1>GPU</h1><p>All prices are per instance, without VAT.</p>',
      ['A100', '$2.10/hour'],
      ['L40S', '$1.10/hour'],
    ),
    ['A100 instance_hour USD 2.1/1', 'L40S instance_hour USD 1.1/1'],
  ],
  [
    'the same over a list of terms, whose machines have codes',
    `<h1>GPU machines</h1><p>All prices are per instance, without tax.</p><dl>${offer('B200-1-180G', '1 × B200, 28 vCPU', '€4.10')}${offer('B200-8-180G', '8 × B200, 224 vCPU', '€32.80')}</dl>`,
    ['B200-1-180G instance_hour EUR 4.1/1', 'B200-8-180G instance_hour EUR 32.8/1'],
  ],
  [
    'a text over cards says that they are of cards',
    cards('<h1>GPU servers</h1><p>Prices are shown per GPU.</p>', ['A100', '$2.10/hour'], ['L40S', '$1.10/hour']),
    ['A100 gpu_hour USD 2.1/1', 'L40S gpu_hour USD 1.1/1'],
  ],
  [
    'codes of flavours under instances, and cards',
    `<h1>GPU instances</h1><table><tr><th>Name</th><th>Price / hour</th></tr><tr><td>a100-2-160</td><td>$4.10</td></tr><tr><td>A100-80</td><td>$2.05</td></tr></table>`,
    ['a100-2-160 instance_hour USD 4.1/1', 'A100-80 gpu_hour USD 2.05/1'],
  ],
  [
    'codes of flavours under instances, in French',
    `<h2>Instances GPU</h2><table><tr><th>Nom</th><th>Mémoire</th><th>Prix / heure</th></tr><tr><td>b200-360</td><td>360 Go</td><td>4,20 €</td></tr><tr><td>b200-720</td><td>720 Go</td><td>8,40 €</td></tr></table>`,
    ['b200-360 instance_hour EUR 4.2/1', 'b200-720 instance_hour EUR 8.4/1'],
  ],
  [
    'how many of a card behind its name',
    `<h2>GPU pricing</h2><table><tr><th>GPU</th><th>Price</th></tr><tr><td>NVIDIA H100</td><td>$3.10 per hour</td></tr><tr><td>NVIDIA H100 (8x)</td><td>$24.80 per hour</td></tr></table>`,
    ['NVIDIA H100 gpu_hour USD 3.1/1', 'NVIDIA H100 (8x) instance_hour USD 24.8/1'],
  ],
  [
    'Japanese',
    `<html lang="ja"><h2>GPU</h2><p>1ノードあたりの料金です。</p><table><tr><th>プラン</th><th>1時間</th></tr><tr><td>V-1 H100</td><td>450円</td></tr></table>`,
    ['V-1 H100 instance_hour JPY 450/1'],
  ],
  [
    'Japanese, of containers',
    `<h2>コンテナ</h2><p>1コンテナあたりの料金です。</p><table><tr><th>プラン</th><th>従量（1時間）</th></tr><tr><td>M B200</td><td>980円</td></tr></table>`,
    ['M B200 instance_hour JPY 980/1'],
  ],
  [
    'German, per card',
    `<html lang="de"><h2>GPU-Server</h2><p>Alle Preise gelten pro GPU.</p><table><tr><th>Name</th><th>Preis pro Stunde</th></tr><tr><td>H100</td><td>2,45 €</td></tr></table>`,
    ['H100 gpu_hour EUR 2.45/1'],
  ],
];

test.each(cases)('what an hour is of: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});

test('under a heading of processors a machine is none of cards, whatever stands above', () => {
  const cards = (name: string, price: string) =>
    `<div><div>${name}</div><div>$${price} / hour</div><div>4 GB RAM</div><div>2 cores</div></div>`;
  expect(
    read(`<h1>Rent</h1><h2>GPU Cloud</h2><h3>Cards</h3><div>${cards('Vole A100', '1.40')}${cards('Vole L4', '0.60')}</div>
<h3>CPU</h3><div>${cards('V1', '0.01')}${cards('V2', '0.02')}</div>`),
  ).toEqual([
    'Vole A100 gpu_hour USD 1.4/1',
    'Vole L4 gpu_hour USD 0.6/1',
    'V1 instance_hour USD 0.01/1',
    'V2 instance_hour USD 0.02/1',
  ]);
});

test('a name of processors is a machine, on a page of cards too', () => {
  const table = (name: string) =>
    `<title>Egret GPUs</title><h1>GPU prices</h1><table><tr><th>Code</th><th>Memory</th><th>$/hr</th></tr><tr><td>${name}</td><td>4 GB</td><td>$0.04</td></tr></table>`;
  expect(read(table('e-2vcpu-4gb'))).toEqual(['e-2vcpu-4gb instance_hour USD 0.04/1']);
});

test('a code with a card in it is a machine where its processors and memory have columns', () => {
  const table = (name: string) =>
    `<h1>Rent</h1><table><tr><th>Plan</th><th>GPUs</th><th>vCPUs</th><th>RAM</th><th>Hourly</th></tr><tr><td>${name}</td><td>1</td><td>30</td><td>200 GB</td><td>$2.40</td></tr></table>`;
  expect(read(table('VC3.H100-16.200GB')).map((line) => line.replace(' 1 ', ' '))).toEqual([
    'VC3.H100-16.200GB instance_hour USD 2.4/1',
  ]);
  expect(read(table('H100-SXM-80GB')).map((line) => line.replace(' 1 ', ' '))).toEqual([
    'H100-SXM-80GB gpu_hour USD 2.4/1',
  ]);
});

test('hourly rates of the machine and of its accelerator', () => {
  const page = `<h1>Blocks</h1><table><tr><th>Instance</th><th>Effective Instance Hourly Rate</th><th>Effective Accelerator Hourly Rate</th></tr><tr><td>q5.48xlarge</td><td>$39.20 USD</td><td>$4.90 USD</td></tr></table>`;
  expect(read(page)).toEqual(['q5.48xlarge instance_hour USD 39.2/1', 'q5.48xlarge gpu_hour USD 4.9/1']);
});

test('bare numbers under counts of cards are prices where a text says of what and in which money', () => {
  expect(
    read(
      '<h2>On-demand, hourly price in EUR</h2><table><tr><th>GPU type</th><th>1 GPU</th><th>8 GPUs</th></tr><tr><th>L4</th><td>0.69</td><td>5.52</td></tr><tr><th>H200</th><td>3.19</td><td>25.52</td></tr></table>',
    ),
  ).toEqual([
    'L4 instance_hour 1 GPU EUR 0.69/1',
    'L4 instance_hour 8 GPUs EUR 5.52/1',
    'H200 instance_hour 1 GPU EUR 3.19/1',
    'H200 instance_hour 8 GPUs EUR 25.52/1',
  ]);
});
