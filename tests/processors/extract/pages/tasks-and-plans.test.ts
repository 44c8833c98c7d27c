import { expect, test } from 'vitest';
import { read, readInFull } from './read.ts';

const items = (...rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, price]) => `<div class="i"><span>${name}</span><i></i><span>${price}</span></div>`).join('');
const tasks = items(['Text to Speech', '$0.0004/second'], ['Speech to Text', '$0.002/second']);
const stated = ['Text to Speech second USD 0.0004/1', 'Speech to Text second USD 0.002/1'];

test.each(['<h2>Usage</h2>', '<h2>Services</h2>', ''])('a task names its rate under %j', (heading) => {
  expect(read(`<h1>Pay as you go</h1>${heading}${tasks}`)).toEqual(stated);
});

test('in a list of words', () => {
  const list = '# Pricing\n\n## Services\n\n- Text generation: $0.5 / 1M tokens\n- Image generation: $0.02 / image\n';
  expect(read(list, 'md')).toEqual(['Text generation other USD 0.5/1000000', 'Image generation image USD 0.02/1']);
});

test('names and what they cost stand apart, whatever sign is behind the amount', () => {
  expect(
    read(`<h2>Dyski</h2>${items(['Dysk NVMe', '0,40 zł / GB / miesiąc'], ['Archiwum X', '0,05 zł / GB / miesiąc'])}`),
  ).toEqual(['Dysk NVMe storage_gb_month PLN 0.4/1', 'Archiwum X storage_gb_month PLN 0.05/1']);
});

test('a unit cut short ends no sentence', () => {
  const row = (name: string, card: string, price: string) =>
    `<div class="r"><span>${name}</span><span>1 × ${card}, 8 vCPU</span><span>${price}</span></div>`;
  const page = `<html lang="pl"><body><h1>Cennik</h1><div>${row('g.l4.1', 'NVIDIA L4', '3,20 zł / godz.')}${row('g.h100.1', 'NVIDIA H100', '12 zł / godz.')}</div></body></html>`;
  expect(read(page)).toEqual(['g.l4.1 instance_hour PLN 3.2/1', 'g.h100.1 instance_hour PLN 12/1']);
});

test('a plan is paid as it is billed, and who comes first in it is no way of buying', () => {
  const card = (name: string, price: string, said: string) =>
    `<div class="c"><h3>${name}</h3><div><b>${price}</b> <span>${said}</span></div><p>Higher limits, priority access</p></div>`;
  const page = `<h1>Pricing</h1><div>${card('Free', 'Free', 'for everyone')}${card('Solo', '$12', 'if billed monthly')}${card('Plus', '$60', 'per person billed monthly')}</div>`;
  expect(readInFull(page)).toEqual(['Solo month standard - USD 12/1', 'Plus month standard - USD 60/1']);
});

test('a sentence stands under the heading of its own section', () => {
  const section = (title: string, text: string) => `<section><h2>${title}</h2><p>${text}</p></section>`;
  const page = `<h1>Hop through the web</h1>${section('Image optimizer', 'Unlimited requests and transformations for just <b>$8</b> /month per website.')}${section('Video packer', 'Everything that a site needs to show its films, for only $19 per month.')}`;
  expect(read(page)).toEqual(['Image optimizer month USD 8/1', 'Video packer month USD 19/1']);
});
