import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its format, its prices. */
const cases: readonly [string, string, 'html' | 'md', readonly string[]][] = [
  [
    'tiers of machines that are names',
    `# Billing

| Node tier | Holds | Hourly | Monthly |
| --- | --- | --- | --- |
| **Starter 2** | Shared 2 vCPU + 2 GB | $0.04/hr | $24/mo |
| **Crew 2** | 4 vCPU + 8 GB | $0.09/hr | $61/mo |`,
    'md',
    [
      'Starter 2 instance_hour USD 0.04/1',
      'Starter 2 month USD 24/1',
      'Crew 2 instance_hour USD 0.09/1',
      'Crew 2 month USD 61/1',
    ],
  ],
  [
    'tiers of use that are ranges',
    `# Quill 4

| Usage tier | Input per 1M tokens |
| --- | --- |
| ≤ 64K | $1 |
| > 64K | $2 |`,
    'md',
    ['Quill 4 input ≤ 64K USD 1/1000000', 'Quill 4 input > 64K USD 2/1000000'],
  ],
  [
    'links around whole cards',
    `# Rent

## GPUs

[RTX 4080 16 GB VRAM 48 GB RAM • 12 vCPUs $0.31 /hr](https://example.com/a)
[B200 180 GB VRAM 283 GB RAM • 28 vCPUs $5.19 /hr](https://example.com/b)
[L40S 48GB 1TB NVMe, 16 vCPU, 96GB RAM $0.95 /hr](https://example.com/c)`,
    'md',
    ['RTX 4080 gpu_hour USD 0.31/1', 'B200 gpu_hour USD 5.19/1', 'L40S 48GB gpu_hour USD 0.95/1'],
  ],
  [
    'what is free besides',
    `<h1>Cloud</h1><p>Cards are billed per second. Block storage costs $0.09/GB/month, and egress is always free.</p>`,
    'html',
    ['Block storage storage_gb_month USD 0.09/1'],
  ],
  [
    'a fee of a row beside rates in a table on its side',
    `<h1>Metal</h1><table><tr><td></td><td>KM-1</td><td>KM-2</td></tr><tr><td>RAM</td><td>512 GB</td><td>1 TB</td></tr><tr><td>Hourly</td><td>$4.10</td><td>$9.90</td></tr><tr><td>Setup fee</td><td>$150</td><td>$300</td></tr></table>`,
    'html',
    ['KM-1 instance_hour USD 4.1/1', 'KM-1 other USD 150/1', 'KM-2 instance_hour USD 9.9/1', 'KM-2 other USD 300/1'],
  ],
  [
    'values of what a heading names',
    `<h1>NVIDIA L40S</h1><table><tr><th>计费项</th><th>数值</th></tr><tr><td>按需价格</td><td>4.2 元/卡时</td></tr><tr><td>计费粒度</td><td>秒级</td></tr></table>`,
    'html',
    ['NVIDIA L40S gpu_hour CNY 4.2/1'],
  ],
  [
    'data without a word of prices, with terms under the way of buying',
    `<h1>Rent</h1><script>const cards = [{ name: 'H100 SXM', memory: '80GB', onDemand: 2.4, reserved: { '1m': 2.1, '12m': 1.7 } }, { name: 'L4', memory: '24GB', onDemand: 0.5, reserved: { '1m': 0.45, '12m': 0.4 } }];</script>`,
    'html',
    [
      'H100 SXM gpu_hour USD 2.4/1',
      'H100 SXM gpu_hour commit_1mo USD 2.1/1',
      'H100 SXM gpu_hour commit_1y 12m USD 1.7/1',
      'L4 gpu_hour USD 0.5/1',
      'L4 gpu_hour commit_1mo USD 0.45/1',
      'L4 gpu_hour commit_1y 12m USD 0.4/1',
    ],
  ],
  [
    'cards of nothing but spans, specs of one class',
    `<h1>Cloud servers</h1><div class="all"><div class="plan"><span class="nm">Wren</span><span class="sp">1 vCPU</span><span class="sp">512 MB RAM</span><span class="pr">$2.10<em>/month</em></span><span class="pr2">$0.003<em>/hour</em></span></div><div class="plan"><span class="nm">Robin</span><span class="sp">2 vCPU</span><span class="sp">2 GB RAM</span><span class="pr">$7<em>/month</em></span><span class="pr2">$0.01<em>/hour</em></span></div></div>`,
    'html',
    ['Wren month USD 2.1/1', 'Wren instance_hour USD 0.003/1', 'Robin month USD 7/1', 'Robin instance_hour USD 0.01/1'],
  ],
  [
    'codes of bare metal, and what goes with it',
    `# Bare metal

* **d2.small.x86** — 1x Intel Xeon, 64 GB RAM — $0.80/hr ($560/mo)
* **k1.large.x86** — 2x NVIDIA L40S, 256 GB RAM — $4.40/hr ($2,990/mo)

Additional IPs are $0.006/hr each.`,
    'md',
    [
      'd2.small.x86 instance_hour USD 0.8/1',
      'd2.small.x86 month USD 560/1',
      'k1.large.x86 instance_hour USD 4.4/1',
      'k1.large.x86 month USD 2990/1',
      'Additional IPs other USD 0.006/1',
    ],
  ],
];

test.each(cases)('%s', (_, body, format, expected) => {
  expect([...read(body, format)].sort()).toEqual([...expected].sort());
});
