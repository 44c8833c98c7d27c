import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

test('a sentence that only says where prices start, over the list that has them', () => {
  const list = `<div class="r"><div>Fast store</div><div>$0.09/GB/month</div></div><div class="r"><div>Cold store</div><div>$0.02/GB/month</div></div>`;
  const said = (from: string) =>
    `<h1>Cloud storage pricing</h1><p>Simple stores for everyone starting at $${from}/GB/month with room to grow.</p><div>${list}</div>`;
  const prices = ['Fast store storage_gb_month USD 0.09/1', 'Cold store storage_gb_month USD 0.02/1'];
  expect(read(said('0.02'))).toEqual(prices);
});

test('where a table of another endpoint or another place states the same price, both hold', () => {
  const table = (endpoint: string) =>
    `<table><tr><th>Endpoint</th><th>Model</th><th>Resolution</th><th>Cost per second</th></tr>
<tr><td>${endpoint}</td><td>heron-video-fast</td><td>1280x720</td><td>$0.03</td></tr>
<tr><td>${endpoint}</td><td>heron-video-pro</td><td>1280x720</td><td>$0.07</td></tr></table>`;
  const page = `<h1>Pricing</h1><h2>From text</h2>${table('v2/from-text')}<h2>From pictures</h2>${table('v2/from-pictures')}`;
  expect(readInFull(page)).toEqual([
    'heron-video-fast second standard 1280x720; v2/from-text; From text USD 0.03/1',
    'heron-video-fast second standard 1280x720; v2/from-pictures; From pictures USD 0.03/1',
    'heron-video-pro second standard 1280x720; v2/from-text; From text USD 0.07/1',
    'heron-video-pro second standard 1280x720; v2/from-pictures; From pictures USD 0.07/1',
  ]);
  const places = (place: string) =>
    `<h3>${place}</h3><table><tr><th>模型</th><th>部署范围</th><th>单价</th></tr><tr><td>heron-v2</td><td>全球</td><td>0.3元/秒</td></tr><tr><td>heron-v3</td><td>全球</td><td>0.6元/秒</td></tr></table>`;
  expect(read(`<h2>视频</h2>${places('德国（法兰克福）')}${places('日本（东京）')}`)).toHaveLength(4);
});

test('the same rows in a second layout state their prices once', () => {
  const table = (head: string) =>
    `<table><tr><th>${head}</th><th>Input per 1M tokens</th><th>Output per 1M tokens</th></tr>
<tr><td>Heron 5</td><td>$1.5</td><td>$6</td></tr><tr><td>Heron 5 mini</td><td>$0.2</td><td>$0.9</td></tr></table>`;
  const page = `<h2>Models</h2>${table('Model')}<h2>All models</h2>${table('Model')}`;
  expect(read(page)).toHaveLength(4);
});

test('the amount beside a cached one is of what is not cached', () => {
  const table = (head: string) => `Prices in US dollars per million tokens.

| Model | ${head} | Output |
| --- | --- | --- |
| Heron 5 | $1.8, $0.36 (cached) | $4.4 |
| Heron 5 mini | $0.4 / $0.08 cached | $1.2 |`;
  const prices = [
    'Heron 5 input USD 1.8/1000000',
    'Heron 5 cached_input USD 0.36/1000000',
    'Heron 5 output USD 4.4/1000000',
    'Heron 5 mini input USD 0.4/1000000',
    'Heron 5 mini cached_input USD 0.08/1000000',
    'Heron 5 mini output USD 1.2/1000000',
  ];
  for (const head of ['Input, cached 80% less', 'Input', 'Prefill (cached)'])
    expect(read(table(head), 'md').map((line) => line.replace(' cached USD', ' USD'))).toEqual(prices);
});

test('whose model it is, over and over, and which: identifiers with what more is said of them', () => {
  const page = `| API | Specs | Price |
| --- | --- | --- |
| Heron | heron-2.5-pro, input text tokens | $3 / 1M tokens |
| Heron | heron-2.5-pro, output text tokens | $9 / 1M tokens |
| Heron | heron-2.5-lite, input text tokens | $1 / 1M tokens |
| Stork | stork-film-2.0 | $0.4 / second |
| Heron | heron-2.5-lite, output text tokens | $2 / 1M tokens |
| Heron | heron-2.5-nano, input text tokens | $0.1 / 1M tokens |
| Stork | stork-film-3.0 | $0.6 / second |
| Stork | stork-film-4.0 | $0.7 / second |`;
  expect(read(page, 'md').map((line) => line.replace(/ text /, ' '))).toEqual([
    'heron-2.5-pro input USD 3/1000000',
    'heron-2.5-pro output USD 9/1000000',
    'heron-2.5-lite input USD 1/1000000',
    'stork-film-2.0 second USD 0.4/1',
    'heron-2.5-lite output USD 2/1000000',
    'heron-2.5-nano input USD 0.1/1000000',
    'stork-film-3.0 second USD 0.6/1',
    'stork-film-4.0 second USD 0.7/1',
  ]);
});

test('what moves by the terabyte is counted in gigabytes, as what is stored: one series does not slip by a thousand', () => {
  const page = `<h2>Traffic</h2><table><tr><th>Service</th><th>Price</th></tr>
<tr><td>Egress</td><td>$4 per TB</td></tr><tr><td>Data scanned</td><td>$2.5 / PB</td></tr><tr><td>Ingress</td><td>$0.01 per GB</td></tr><tr><td>Archive storage</td><td>$3 per TB per month</td></tr></table>`;
  expect(read(page)).toEqual([
    'Egress other USD 4/1000',
    'Data scanned other USD 2.5/1000000',
    'Ingress other USD 0.01/1',
    'Archive storage storage_gb_month USD 3/1000',
  ]);
});

test('the least of a bill is no price', () => {
  const page = `<h1>Machines</h1><div class="card"><h3>Small machine</h3><p>$6 /month</p><ul><li>Billed by the second with 60 sec minimum or $0.02, whichever is higher</li></ul></div>
<div class="card"><h3>Large machine</h3><p>$48 /month</p></div>`;
  expect(read(page)).toEqual(['Small machine month USD 6/1', 'Large machine month USD 48/1']);
});
