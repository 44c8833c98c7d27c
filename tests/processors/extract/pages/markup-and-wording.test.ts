import { expect, test } from 'vitest';
import { readInFull } from './read.ts';

test('Markdown inside an element: a table set with bars, behind a blank line', () => {
  const page = `# Heron rates

<div id="rates">

| Model | Input (per 1M tokens) | Output (per 1M tokens) |
|---|---|---|
| Heron 2 | $0.30 | $1.10 |

</div>

<details>
<summary>Older models</summary>

| Model | Input (per 1M tokens) | Output (per 1M tokens) |
|---|---|---|
| Heron 1 | $0.70 | $2.10 |

</details>

<div>

<table><tr><th>Card</th><th>Per hour</th></tr>

<tr><td>H100</td><td>$2.30</td></tr></table>

</div>
`;
  expect(readInFull(page, 'md')).toEqual([
    'Heron 2 input standard - USD 0.3/1000000',
    'Heron 2 output standard - USD 1.1/1000000',
    'Heron 1 input standard - USD 0.7/1000000',
    'Heron 1 output standard - USD 2.1/1000000',
    'H100 gpu_hour standard - USD 2.3/1',
  ]);
});

test('a row that states a condition goes on with the name above it', () => {
  const page = `## Chat

| Model | Input / 1M tokens | Output / 1M tokens |
|---|---|---|
| Heron 2 Pro | $2 | $9 |
| ↳ >200K context | $4 | $18 |
| Heron 2 Mini | $1 | $3 |
| > 128K tokens | $2 | $6 |
| Heron 1 | $1 | $2 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'Heron 2 Pro input standard - USD 2/1000000',
    'Heron 2 Pro output standard - USD 9/1000000',
    'Heron 2 Pro input standard >200K context USD 4/1000000',
    'Heron 2 Pro output standard >200K context USD 18/1000000',
    'Heron 2 Mini input standard - USD 1/1000000',
    'Heron 2 Mini output standard - USD 3/1000000',
    'Heron 2 Mini input standard > 128K tokens USD 2/1000000',
    'Heron 2 Mini output standard > 128K tokens USD 6/1000000',
    'Heron 1 input standard - USD 1/1000000',
    'Heron 1 output standard - USD 2/1000000',
  ]);
});

test('under the name of a card the rows of those that rent it out are its prices; a summary in another order says them again', () => {
  const page = `# Rental guide

## Price comparison: L40S

| Provider | On-demand $/hr | Uptime |
|---|---|---|
| Cumulus | $0.80 | 98% |
| Nimbus | $1.10 | 99% |

### L40S

| Provider | On-demand $/hr | Spot $/hr | Disk |
|---|---|---|---|
| Nimbus | $1.10 | $0.60 | 100GB |
| Cumulus | $0.80 | N/A | 50GB |

### RTX 5090

| Provider | On-demand $/hr | Spot $/hr | Disk |
|---|---|---|---|
| Nimbus | $0.70 | N/A | 100GB |
`;
  expect(readInFull(page, 'md')).toEqual([
    'L40S gpu_hour standard Cumulus; 98% USD 0.8/1',
    'L40S gpu_hour standard Nimbus; 99% USD 1.1/1',
    'L40S gpu_hour spot - USD 0.6/1',
    'RTX 5090 gpu_hour standard - USD 0.7/1',
  ]);
});

test('a heading in a wrapper of its own holds for what follows, names in cells side by side do not', () => {
  const head = (level: number, text: string) =>
    `<div class="head"><h${level}>${text}</h${level}><a href="#x"></a></div>`;
  const table = (name: string, price: string) =>
    `<table><tr><th>Model</th><th>Price / 1M tokens</th></tr><tr><td>${name}</td><td>${price}</td></tr></table>`;
  const page = `<article>${head(1, 'Catalogue')}<p>All of it.</p>${head(2, 'Embedding models')}${head(3, 'General')}${table('heron-4', '$0.07')}
${head(3, 'Code')}${table('heron-code', '$0.19')}${head(2, 'Limits')}<p>300 RPM</p></article>
<div><div class="cell"><h3>Kiwi Small</h3></div><div class="cell"><h3>Kiwi Large</h3></div><div class="cell"><p>$4 per hour</p></div></div>`;
  expect(readInFull(page)).toEqual([
    'heron-4 input standard - USD 0.07/1000000',
    'heron-code input standard - USD 0.19/1000000',
  ]);
});

test('times in Russian headers, a comma before four decimals, machines by the parts in their brackets', () => {
  const page = `<h1>Тарифы</h1><table><tr><th>Конфигурация</th><th>Цена за 1 секунду</th><th>Цена за 1 минуту, вкл. НДС</th><th>Цена за час</th></tr>
<tr><td>n1.2 (16 vCPU, 2 GPU T4)</td><td>0,0875 ₽</td><td>5,2500 ₽</td><td>315,0000 ₽</td></tr>
<tr><td>n1.8 (64 vCPU, 8 GPU T4)</td><td>0,3500 ₽</td><td>21,0000 ₽</td><td>1 260,0000 ₽</td></tr></table>`;
  expect(readInFull(page)).toEqual([
    'n1.2 (16 vCPU, 2 GPU T4) second standard - RUB 0.0875/1',
    'n1.2 (16 vCPU, 2 GPU T4) other standard - RUB 5.25/1',
    'n1.2 (16 vCPU, 2 GPU T4) instance_hour standard - RUB 315/1',
    'n1.8 (64 vCPU, 8 GPU T4) second standard - RUB 0.35/1',
    'n1.8 (64 vCPU, 8 GPU T4) other standard - RUB 21/1',
    'n1.8 (64 vCPU, 8 GPU T4) instance_hour standard - RUB 1260/1',
  ]);
});

test('a section for each machine says again what the table says; its price is called Preis', () => {
  const page = `## GPU-Server

| Flavor | vCPU | RAM | GPU | Preis |
|---|---|---|---|---|
| gx-30 | 12 | 60 GB | T4 x1 | 0.50 € / Stunde oder 300.00 € / Monat |
| gx-60 | 24 | 120 GB | T4 x2 | 1.00 € / Stunde oder 600.00 € / Monat |

#### gx-30
- **Codes:** gx-30.hourly
- **Preis:** 0.50 € / Stunde, 300.00 € / Monat
- **RAM:** 60 GB

#### gx-60
- **Preis:** 1.00 € / Stunde
`;
  expect(readInFull(page, 'md')).toEqual([
    'gx-30 instance_hour standard - EUR 0.5/1',
    'gx-30 month standard - EUR 300/1',
    'gx-60 instance_hour standard - EUR 1/1',
    'gx-60 month standard - EUR 600/1',
  ]);
});

test('a bare price with that of cache hits in brackets', () => {
  const page = `| 模型 | 输入（元/百万 tokens） | 输出（元/百万 tokens） | 最大输出 |
|---|---|---|---|
| heron-chat | 3（缓存命中为0.6） | 9 | 8 |
| heron-think | 6 (cache hit: 1.2) | 24 | 64 |
| heron-base | 1（限时） | 2 | 8 |
`;
  expect(readInFull(page, 'md')).toEqual([
    'heron-chat input standard - CNY 3/1000000',
    'heron-chat cached_input standard - CNY 0.6/1000000',
    'heron-chat output standard - CNY 9/1000000',
    'heron-think input standard - CNY 6/1000000',
    'heron-think cached_input standard - CNY 1.2/1000000',
    'heron-think output standard - CNY 24/1000000',
    'heron-base input standard - CNY 1/1000000',
    'heron-base output standard - CNY 2/1000000',
  ]);
});

test('bare prices that add up in a cell, and labelled ones behind another', () => {
  const page = `价格单位：元

| 模型 | 价格 |
|---|---|
| heron-voice | (0.05 / minute) + (0.02 / 1K characters) |
| heron-chat | 输入: 0.04 / 1K tokens, 输出: 0.09 / 1K tokens |
`;
  expect(readInFull(page, 'md')).toEqual([
    'heron-voice other standard minute CNY 0.05/1',
    'heron-voice other standard characters CNY 0.02/1000',
    'heron-chat input standard - CNY 0.04/1000',
    'heron-chat output standard - CNY 0.09/1000',
  ]);
});

const ANSWERS = `## Frequently asked questions

* **Was kostet der Speicher?**

  Der Grundbetrag wird mit 0,0075 € (exkl. MwSt.) pro Stunde (maximal 5,25 € (exkl. MwSt.) pro Monat) berechnet.

* **Und darüber hinaus?**

  * Zusatzspeicher: 0,0051 € pro TB-Stunde.
  * Abfragen über die Schnittstelle: 0,40 € (zzgl. USt.) pro 1000 Anfragen.
`;

test('answers to questions state the prices of a page that has no list, sentences in German among them', () => {
  expect(readInFull(`# Speicher\n\n${ANSWERS}`, 'md')).toEqual([
    'Grundbetrag other standard - EUR 0.0075/1',
    'Grundbetrag month standard - EUR 5.25/1',
    'Zusatzspeicher other standard - EUR 0.0051/1',
    'Abfragen über die Schnittstelle request standard - EUR 0.4/1000',
  ]);
});

test('beside a list of prices the answers are passed over', () => {
  const list = '| Model | Input / 1M tokens |\n|---|---|\n| Heron 2 | $2 |';
  expect(readInFull(`# Heron\n\n${list}\n\n${ANSWERS}`, 'md')).toEqual(['Heron 2 input standard - USD 2/1000000']);
});

test('under a heading about those who sell each row keeps their name; a name with a domain is no machine', () => {
  const page = `# Best NVIDIA H100 clouds of 2026

| Provider | On-demand $/hr |
|---|---|
| Cumulus.ai | $1.30 |
| Nimbus | $2.20 |
`;
  expect(readInFull(page, 'md').map((line) => line.split(' standard')[0])).toEqual([
    'Cumulus.ai gpu_hour',
    'Nimbus gpu_hour',
  ]);
});
