import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its format, its prices. */
const cases: readonly [string, string, 'html' | 'md', readonly string[]][] = [
  [
    'a table in each card between its title and its price',
    `<h1>Root servers</h1><h3>OUR RACKS</h3>
<div class="rack"><h5>Vole One</h5><table><thead><tr><th>For one site</th></tr></thead><tbody><tr><td>16GB Ram</td></tr><tr><td>1TB Disk</td></tr></tbody></table><div class="price"><h3>$41</h3><p>MONTHLY</p></div><p><a>Rent</a></p></div>
<div class="rack"><h5>Vole Two</h5><table><thead><tr><th>For ten sites</th></tr></thead><tbody><tr><td>32GB Ram</td></tr><tr><td>2TB Disk</td></tr></tbody></table><div class="price"><h3>$77</h3><p>MONTHLY</p></div><p><a>Rent</a></p></div>`,
    'html',
    ['Vole One month USD 41/1', 'Vole Two month USD 77/1'],
  ],
  [
    'a price over the table of each card',
    `<h1>Racks</h1>
<div class="rack"><h4>Vole One</h4><p>$41 / month</p><table><tr><td>16GB Ram</td></tr><tr><td>1TB Disk</td></tr></table></div>
<div class="rack"><h4>Vole Two</h4><p>$77 / month</p><table><tr><td>32GB Ram</td></tr><tr><td>2TB Disk</td></tr></table></div>`,
    'html',
    ['Vole One month USD 41/1', 'Vole Two month USD 77/1'],
  ],
  [
    'names before what a program asks for them by',
    `# Cards

| Description | Key | Cost per hour |
| --- | --- | --- |
| L40S PCIe (48GB) | \`L40S_PCIE_48\` | $0.91 |
| B200 for SXM | \`NV_B200_SXM\` | $5.10 |
| Quadro RTX 6000 | \`Quadro_RTX_6000\` | $0.63 |`,
    'md',
    ['L40S PCIe (48GB) gpu_hour USD 0.91/1', 'B200 for SXM gpu_hour USD 5.1/1', 'Quadro RTX 6000 gpu_hour USD 0.63/1'],
  ],
  [
    'what a machine holds before its name',
    `# Machines

| Description | Key | Price per hour |
| --- | --- | --- |
| 4 vCPU, 16 GB | \`vole-4-16\` | $0.11 |
| 8 vCPU, 32 GB | \`vole-8-32\` | $0.22 |
| 16 vCPU, 64 GB | \`vole-16-64\` | $0.44 |`,
    'md',
    ['vole-4-16 instance_hour USD 0.11/1', 'vole-8-32 instance_hour USD 0.22/1', 'vole-16-64 instance_hour USD 0.44/1'],
  ],
  [
    'lines for a template, and tabs of one',
    `# Cards

{% hint style="info" %}
Billed by the second
{% endhint %}

{% tabs %}
{% tab title="On-demand" %}
| GPU | Price per hour |
| --- | --- |
| NVIDIA L40S | $0.91 |
{% endtab %}

{% tab title="Spot" %}
| GPU | Price per hour |
| --- | --- |
| NVIDIA L40S | $0.45 |
{% endtab %}
{% endtabs %}`,
    'md',
    ['NVIDIA L40S gpu_hour USD 0.91/1', 'NVIDIA L40S gpu_hour spot USD 0.45/1'],
  ],
  [
    'what happens to a sum, told without a full stop',
    `# Cards

{{< callout >}}
When you first rent a card, an authorization of $2 is placed on your account, it is gone after a week

Once a machine has been stopped, the remaining $5 are returned to your wallet

| GPU | Price per hour |
| --- | --- |
| NVIDIA L40S | $0.91 |`,
    'md',
    ['NVIDIA L40S gpu_hour USD 0.91/1'],
  ],
];

test.each(cases)('%s', (_, body, format, expected) => {
  expect(read(body, format)).toEqual(expected);
});
