import { expect, test } from 'vitest';
import { read } from './read.ts';

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'a component given columns and rows is a table, the function that draws it is none',
    `# 价格

export const Sheet = ({columns = [], rows = []}) => {
  return <table>
      {columns.map((column, index) => <th key={index}>{column.title}</th>)}
    </table>;
};

## 按量付费

<Sheet
  columns={[
{ title: "模型", width: "20%" },
{ title: "单位", width: "20%" },
{ title: "输入", width: "30%" },
{ title: "输出", width: "30%" },
]}
  rows={[
["lusi-3", "1M tokens", "¥1.10", "¥4.40"],
["lusi-3-mini", "1M tokens", "¥0.20", "¥0.90"],
]}
/>

以上价格含税。`,
    [
      'lusi-3 input CNY 1.1/1000000',
      'lusi-3 output CNY 4.4/1000000',
      'lusi-3-mini input CNY 0.2/1000000',
      'lusi-3-mini output CNY 0.9/1000000',
    ],
  ],
  [
    'data that a page exports states its prices, written as a script writes it',
    `# Pricing

export const rates = [
  // our best
  { model: 'Sorrel 2', input: '$1.50', output: '$6', unit: 'per 1M tokens', released: new Date(2026, 1) },
  { model: "Sorrel 2 mini", input: '$0.20', output: "$0.80", unit: 'per 1M tokens' },
];

<Rates data={rates} />`,
    [
      'Sorrel 2 input USD 1.5/1000000',
      'Sorrel 2 output USD 6/1000000',
      'Sorrel 2 mini input USD 0.2/1000000',
      'Sorrel 2 mini output USD 0.8/1000000',
    ],
  ],
  [
    'components side by side are rows, each with what its attributes say',
    `## Pictures

<Rate name="Sorrel Paint" price="$0.03" unit="image" />
<Rate name="Sorrel Paint HD" price="$0.09" unit="image" />`,
    ['Sorrel Paint image USD 0.03/1', 'Sorrel Paint HD image USD 0.09/1'],
  ],
  [
    'rows by the keys of their columns, markup in cells as its words',
    `## Machines

<Grid columns={[{ key: 'gpu', label: 'GPU' }, { key: 'od', label: 'On-demand ($/hr)' }]}
  data={[
    { gpu: 'H100', od: 2.31 },
    { gpu: <b>A100</b>, od: 1.17 },
  ]} />`,
    ['H100 gpu_hour USD 2.31/1', 'A100 gpu_hour USD 1.17/1'],
  ],
  [
    'the title of a card heads what is in it',
    `## Plans

<CardGroup cols={2}>
  <Card title="Starter" icon="rocket">
    $9 / month
  </Card>
  <Card title="Team" icon="users">
    $49 / month
  </Card>
</CardGroup>`,
    ['Starter month USD 9/1', 'Team month USD 49/1'],
  ],
  [
    'a tab by its label, and components under a fold',
    `# Pricing

<Tabs>
<TabItem value="us" label="US East">

| Model | Price per 1,000 input tokens |
|---|---|
| Sorrel 2 | \\$0.0005 |

</TabItem>
<TabItem value="eu" label="Frankfurt">

| Model | Price per 1,000 input tokens |
|---|---|
| Sorrel 2 | \\$0.0006 |

</TabItem>
</Tabs>

<details>
<summary>Pictures</summary>

<Rates>
  <Rate title="Sorrel Paint" price="$0.04" per="image" />
</Rates>

</details>`,
    [
      'Sorrel 2 input US East USD 0.0005/1000',
      'Sorrel 2 input Frankfurt USD 0.0006/1000',
      'Sorrel Paint image USD 0.04/1',
    ],
  ],
  [
    'a component without prices leaves what is around it as it is',
    `# Pricing

<Note type={{ tone: 'info' }} />

| Model | Input / 1M tokens |
|---|---|
| Sorrel 2 | $1.50 |

<Video src="/intro.mp4" />`,
    ['Sorrel 2 input USD 1.5/1000000'],
  ],
  [
    'texts and remarks in braces are what the page shows, computed ones nothing',
    `# Pricing

<Sheet
  columns={[{ title: "Model" }, { title: "Input / 1M tokens" }, { title: "Output / 1M tokens" }]}
  rows={[
    ["sorrel-3", <>{"$"}0.40</>, <b>{'$'}{"1.60"}</b>],
    ["sorrel-3-mini", <>{/* since May */}$0.10</>, <span>{\`$\`}0.45</span>],
  ]}
/>

<table>
<tr><th>Model</th><th>Input{' '}(1M tokens)</th></tr>
<tr><td>sorrel-2</td><td>{"$"}0.20</td></tr>
</table>`,
    [
      'sorrel-3 input USD 0.4/1000000',
      'sorrel-3 output USD 1.6/1000000',
      'sorrel-3-mini input USD 0.1/1000000',
      'sorrel-3-mini output USD 0.45/1000000',
      'sorrel-2 input USD 0.2/1000000',
    ],
  ],
  [
    'an attribute in braces stays one',
    `# Pricing

<Tab title={"Batch"}>

| Model | Input / 1M tokens |
|---|---|
| Sorrel 2 | {"$"}1.50 |

</Tab>`,
    ['Sorrel 2 input batch USD 1.5/1000000'],
  ],
];

test.each(cases)('%s', (_name, page, prices) => {
  expect(read(page, 'md')).toEqual(prices);
});
