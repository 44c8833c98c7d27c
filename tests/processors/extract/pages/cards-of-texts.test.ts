import { expect, test } from 'vitest';
import { read } from './read.ts';

const card = (name: string, cores: number, price: string): string =>
  `${name}\n\n* ${cores} vCore\n* 16 GB RAM\n* Backups inklusive\n\nschon ab monatlich\n\n${price}\n\n(inkl. MwSt.)\n\n[Jetzt bestellen](https://example.com/${cores})\n`;

test('the first of several cards below a heading is named like the others', () => {
  const page = `Server (x86)\n\n==========\n\n* Viel Leistung\n\n**Root-Server**\n----------\n\nUnsere Server sind schnell und günstig für alle.\n\n${card('Root 100 G3', 4, '6,30 €')}\n${card('Root 200 G3', 8, '11,90 €')}\n${card('Root 400 G3', 12, '21 €')}`;
  expect(read(page, 'md')).toEqual([
    'Root 100 G3 month EUR 6.3/1',
    'Root 200 G3 month EUR 11.9/1',
    'Root 400 G3 month EUR 21/1',
  ]);
});

test('lines of a card that differ in a number alone name none', () => {
  const plan = (name: string, seats: number, price: string) => `${name}\n\nUp to ${seats} people\n\n${price} / month\n`;
  expect(read(`# Plans\n\n${plan('Basic', 5, '$9')}\n${plan('Team', 25, '$49')}\n`, 'md')).toEqual([
    'Basic month USD 9/1',
    'Team month USD 49/1',
  ]);
});

test('a rule between paragraphs is no heading of what stands over the blank line', () => {
  const page = 'Nothing is hidden.\n\n---\n\n| Model | Input / 1M tokens |\n|---|---|\n| Orla 2 | $1 |\n';
  expect(read(page, 'md')).toEqual(['Orla 2 input USD 1/1000000']);
});

test('what an item comes with is no part of its name', () => {
  const page =
    '## Egress\n\n- **North**: 100 GB included; $0.02/GB additional\n- **South region**: 1X free, then $0.01/GB\n- **Archive**: $0.03/GB\n';
  expect(read(page, 'md').map((price) => price.replace(/ other .*/, ''))).toEqual(['North', 'South region', 'Archive']);
});

test.each([
  ['Disco SSD', '€ 0,09 GB/mese'],
  ['SSD', '0,09 € GB/Monat'],
  ['Disque', '0,09 € Go/mois'],
])('%s by the gigabyte and month: %s', (name, price) => {
  expect(read(`| | Price |\n|---|---|\n| ${name} | ${price} |\n`, 'md')).toEqual([
    `${name} storage_gb_month EUR 0.09/1`,
  ]);
});

test('a gigabyte of what is kept, in a column of its own, is paid for by the month', () => {
  const page =
    '| | | Price |\n|---|---|---|\n| CPU | 1 core | €7/Month |\n| Memory | 1 GB | €0.5/Month |\n| Block volume | 1 GB | €0.12/Month |\n| Disk bundle | 100 GB | €4/Month |\n';
  expect(read(page, 'md')).toEqual([
    'CPU month EUR 7/1',
    'Memory month EUR 0.5/1',
    'Block volume storage_gb_month EUR 0.12/1',
    'Disk bundle month EUR 4/1',
  ]);
});

test('what must be paid in at least is no price, nor is an instance of one', () => {
  expect(read('## 立即充值\n\n最低 50 元起充，支持多种支付方式\n', 'md')).toEqual([]);
  const instance =
    'For instance, a request to orla-2 that runs for 10 seconds on a machine that costs $0.0002 per second is billed $0.002.';
  expect(read(`# Billing\n\n${instance}\n`, 'md')).toEqual([]);
});
