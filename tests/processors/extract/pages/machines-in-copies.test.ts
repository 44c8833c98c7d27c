import { expect, test } from 'vitest';
import { read } from './read.ts';

test('a card of a copy that says on lines of their own what a machine has, a badge glued to its name', () => {
  const page = `## Managed caches
Tiny
$0.02 /hr
$14.40 /mo
vCPU
0.5
RAM
1 GB
Mid
$0.08 /hr
$57.60 /mo
vCPU
2
RAM
4 GB
BigPopular
$0.16 /hr
$115.20 /mo
vCPU
4
RAM
8 GB`;
  expect(read(page, 'md')).toEqual([
    'Tiny instance_hour USD 0.02/1',
    'Tiny month USD 14.4/1',
    'Mid instance_hour USD 0.08/1',
    'Mid month USD 57.6/1',
    'Big instance_hour USD 0.16/1',
    'Big month USD 115.2/1',
  ]);
});

test('a row that costs the same in every plan of a comparison is named by the line above it', () => {
  const page = `## Compare plans
Solo
$9/mo
Crew
$29/mo
Firm
$99/mo
Builds
Deploy on push
Parallel builds
1
3
9
Included traffic
100GB/mo
1TB/mo
2TB/mo
Extra traffic in Europe
$0.03/GB
$0.03/GB
$0.03/GB
Custom
Extra traffic in Asia
$0.05/GB
$0.05/GB
$0.05/GB
Custom`;
  expect(read(page, 'md')).toEqual([
    'Solo month USD 9/1',
    'Crew month USD 29/1',
    'Firm month USD 99/1',
    'Extra traffic in Europe other USD 0.03/1',
    'Extra traffic in Asia other USD 0.05/1',
  ]);
});

test('a machine by a code over the card in it', () => {
  const machine = (code: string, card: string, cpu: string, month: string, hour: string) =>
    `${code}\n${card}\n24 GB VRAM\n${cpu}\n64 GB DDR5 RAM\n2 x 1.92 TB NVMe\n€${month}\n/ month\n€${hour} / hour\nSetup fee, once €79.00\nOrder now\n`;
  expect(
    read(
      `Rent GPU servers\nAll prices excl. VAT\n${machine('GX-S', 'NVIDIA RTX 4000 Ada', 'Intel Core i5-13500', '184.00', '0.29')}${machine('GX-L', 'NVIDIA RTX 6000 Ada', 'AMD EPYC 9354P', '838.00', '1.34')}`,
      'md',
    ),
  ).toEqual([
    'GX-S month EUR 184/1',
    'GX-S instance_hour EUR 0.29/1',
    'GX-L month EUR 838/1',
    'GX-L instance_hour EUR 1.34/1',
  ]);
});
