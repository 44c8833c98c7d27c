import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../processors/extract/pages/read-page.ts';
import { pageOf } from './page-of.ts';
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
