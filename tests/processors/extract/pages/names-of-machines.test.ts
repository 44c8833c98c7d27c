import { expect, test } from 'vitest';
import { read } from './read.ts';

const server = (name: string, memory: string, price: string) =>
  `${name}\n\n* AMD EPYC 9745\n\n* ${memory} DDR5 RAM (ECC)\n\n* Snapshots\n\nDetails\n\nbereits ab monatlich\n\n${price} €\n\n(inkl. 19% MwSt.)\n\n[Bestellen](https://example.com/${name.replaceAll(' ', '-')})`;

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'the code of a machine in every row beside a family that comes again',
    `<h1>Cloud servers</h1><table><tr><th>Model</th><th>Specification</th><th>vCPU</th><th>Price</th></tr>
<tr><td>Compute C7</td><td>C7.LARGE8</td><td>4</td><td>0.21USD/hr</td></tr><tr><td>Compute C7</td><td>C7.2XLARGE16</td><td>8</td><td>0.42USD/hr</td></tr>
<tr><td>Memory M7</td><td>M7.LARGE32</td><td>4</td><td>0.33USD/hr</td></tr><tr><td>Memory M7</td><td>M7.2XLARGE64</td><td>8</td><td>0.66USD/hr</td></tr></table>`,
    [
      'C7.LARGE8 instance_hour USD 0.21/1',
      'C7.2XLARGE16 instance_hour USD 0.42/1',
      'M7.LARGE32 instance_hour USD 0.33/1',
      'M7.2XLARGE64 instance_hour USD 0.66/1',
    ],
  ],
  [
    'a price that leaves out the time which the price beside it has',
    `<h1>Instances</h1><table><tr><th>Name</th><th>vCPUs</th><th>Price</th><th>Low-cost</th></tr>
<tr><td>K1</td><td>2 vCPU</td><td>$0.06/hr</td><td>$0.041</td></tr><tr><td>K4</td><td>8 vCPU</td><td>$0.31/hr</td><td>-</td></tr></table>`,
    ['K1 instance_hour Price USD 0.06/1', 'K1 instance_hour Low-cost USD 0.041/1', 'K4 instance_hour USD 0.31/1'],
  ],
  [
    'machines of a family for memory',
    `<html lang="zh"><h1>云服务器</h1><p>计费单位：元/小时</p><table><tr><th>规格族</th><th>实例规格</th><th>vCPU（核）</th><th>价格</th></tr>
<tr><td rowspan="2">计算型 k5</td><td>kcs.k5.large</td><td>2</td><td>0.71</td></tr><tr><td>kcs.k5.xlarge</td><td>4</td><td>1.42</td></tr>
<tr><td rowspan="2">内存型 m5</td><td>kcs.m5.large</td><td>2</td><td>1.18</td></tr><tr><td>kcs.m5.xlarge</td><td>4</td><td>2.36</td></tr></table>`,
    [
      'kcs.k5.large instance_hour CNY 0.71/1',
      'kcs.k5.xlarge instance_hour CNY 1.42/1',
      'kcs.m5.large instance_hour CNY 1.18/1',
      'kcs.m5.xlarge instance_hour CNY 2.36/1',
    ],
  ],
  [
    'badges before the names of cards, and what is in each run together',
    `<h1>Rigs</h1><div class="packs">
<div class="pack"><div class="pack-badge">EDGE</div><div class="pack-name">Shore Node</div><div class="specs"><span>RTX 4000 Ada</span><span>20GB</span></div><div class="price">$240 <span>/mo</span></div></div>
<div class="pack"><div class="pack-badge">MOST POPULAR</div><div class="pack-name">Reef Cluster</div><div class="specs"><span>4x RTX 4000 Ada</span><span>Distributed</span></div><div class="price">$810 <span>/mo</span></div></div>
<div class="pack"><div class="pack-badge">CHECKED</div><div class="pack-name">Tide Review Service</div><div class="specs"><span>235B checker</span><span>4 stages</span></div><div class="price">$0.03 <span>/pair</span></div></div></div>`,
    ['Shore Node month USD 240/1', 'Reef Cluster month USD 810/1', 'Tide Review Service other USD 0.03/1'],
  ],
  [
    'a badge that says how one buys is no mere badge',
    `<h1>GPUs</h1><div><div class="c"><div class="badge">Spot</div><div class="name">H100 SXM</div><p>$1.20/hr</p></div><div class="c"><div class="badge">Spot</div><div class="name">A100 PCIe</div><p>$0.70/hr</p></div></div>`,
    ['H100 SXM gpu_hour spot USD 1.2/1', 'A100 PCIe gpu_hour spot USD 0.7/1'],
  ],
  [
    'cells of a row that are spans of a class each',
    `<h1>Cennik</h1><h2>Serwery z GPU</h2><div><div class="poz"><span class="nazwa">gpu.l40s.1x</span><span class="opis">1 × NVIDIA L40S, 8 vCPU, 64 GB RAM</span><span class="cena">6,10 zł / godz.</span></div>
<div class="poz"><span class="nazwa">gpu.h100.8x</span><span class="opis">8 × NVIDIA H100, 192 vCPU, 1536 GB RAM</span><span class="cena">113,00 zł / godz.</span></div></div>
<h2>Dysk</h2><div><div class="poz"><span class="nazwa">Dysk NVMe</span><span class="cena">0,44 zł / GB / miesiąc</span></div></div>`,
    [
      'gpu.l40s.1x instance_hour PLN 6.1/1',
      'gpu.h100.8x instance_hour PLN 113/1',
      'Dysk NVMe storage_gb_month PLN 0.44/1',
    ],
  ],
  [
    'what is done to texts and sounds, in a list of services under a plain heading',
    `<h1>Pay for what you use</h1><h2>Usage</h2><div><div class="item"><span>Text to Speech</span><span></span><span>$0.0006/second</span></div><div class="item"><span>Voice Agents</span><span></span><span>$0.0012/second</span></div><div class="item"><span>Audio Forgery Detection</span><span></span><span>$0.0011/second</span></div></div>`,
    [
      'Text to Speech second USD 0.0006/1',
      'Voice Agents second USD 0.0012/1',
      'Audio Forgery Detection second USD 0.0011/1',
    ],
  ],
];

test.each(cases)('names of machines: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});

test('the copy of a page of servers, whose names are no sums of rupees', () => {
  const page = `# Root Server\n\nLeistungsstark.\n\nAngebote\n--------\n\n${[
    server('RS 1500 G3', '8 GB', '11,42'),
    server('RS 3000 G3', '16 GB', '18,36'),
    server('RS 6000 G3', '32 GB', '33,23'),
  ].join('\n\n')}`;
  expect(read(page, 'md')).toEqual([
    'RS 1500 G3 month EUR 11.42/1',
    'RS 3000 G3 month EUR 18.36/1',
    'RS 6000 G3 month EUR 33.23/1',
  ]);
});
