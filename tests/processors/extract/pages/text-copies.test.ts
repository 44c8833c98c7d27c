import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
import { read } from './read.ts';
import { textCopy } from './text-copy.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Pages whose prices can be told from the order of their texts alone. */
const PAGES = [
  'azure-openai',
  'azure-vm',
  'bedrock',
  'cohere-cards',
  'coreweave',
  'crusoe',
  'deepgram',
  'deepinfra',
  'deepseek-offpeak',
  'gpu-cn',
  'groq',
  'hf-endpoints',
  'huawei-maas',
  'hunyuan',
  'mistral-cards',
  'openai-tabs',
  'replicate',
  'router-cards',
  'runpod-cards',
  'scaleway',
  'siliconflow',
  'stepfun',
  'tpu',
  'vertex',
  'vultr',
  'zhipu-cn',
];

describe('the text copy of a page gives the prices of the page', () => {
  it.each(PAGES)('%s', (name) => {
    const body = readFileSync(join(FIXTURES, `${name}.html`), 'utf8');
    const lang = /<html lang="(\w+)/.exec(body)?.[1] ?? 'en';
    const expected = readFileSync(join(FIXTURES, `${name}.expected`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [product, meter, amount, currency, per] = line.split(' | ');
        return [product, meter, Number(amount), currency, per?.trim()].join(' | ');
      });
    const { prices } = readPage(pageOf(textCopy(body), { format: 'md', lang }));
    const found = prices.map((price) =>
      [price.product, price.meter, Number(price.amount), price.currency, price.per].join(' | '),
    );
    expect(found.sort()).toEqual(expected.sort());
  });
});

test('a name that stands over its price and again below it is one name; its maker and its length are none of its unit', () => {
  const page = `Endpoints
egret / Image Wide Edit
$0.02 per request
egret / Image Wide Edit
heron-labs / Orca Draw 2
$0.04 per request
heron-labs / Orca Draw 2
Video
egret / Egret Film 720p
5s: $0.30 per request
egret / Egret Film 720p
`;
  expect(read(page, 'md')).toEqual([
    'egret / Image Wide Edit request USD 0.02/1',
    'heron-labs / Orca Draw 2 request USD 0.04/1',
    'egret / Egret Film 720p request USD 0.3/1',
  ]);
});

test('cards whose text was put on one line are taken apart by their labels', () => {
  const page = `<html><body><div>Orca 5.1 For tasks that take long Input $11 / MTok Output $52 / MTok</div>
<p>Prompt caching Read $1.10 / MTok Write $13.75 / MTok Orca Mini 5 Fast and able Input $2 / MTok Output $9 / MTok</p>
<p>Prompt caching Read $0.20 / MTok Write $2.50 / MTok Batches cost half. Learn more.</p></body></html>`;
  const { prices } = readPage(pageOf(page));
  expect(prices.map(({ product, meter, amount }) => `${product} ${meter} ${amount}`)).toEqual([
    'Orca 5.1 input 11',
    'Orca 5.1 output 52',
    'Orca 5.1 cached_input 1.1',
    'Orca 5.1 cache_write 13.75',
    'Orca Mini 5 input 2',
    'Orca Mini 5 output 9',
    'Orca Mini 5 cached_input 0.2',
    'Orca Mini 5 cache_write 2.5',
  ]);
});

test('a sentence with several prices is no run of cards', () => {
  const page = `<h1>Orca 5</h1><p>For Orca 5 we charge $3 per million input tokens and $15 per million output tokens, while cached input tokens cost $0.30 per million.</p>`;
  expect(readPage(pageOf(page)).prices.map(({ meter, amount }) => `${meter} ${amount}`)).toEqual([
    'input 3',
    'output 15',
    'cached_input 0.3',
  ]);
});
