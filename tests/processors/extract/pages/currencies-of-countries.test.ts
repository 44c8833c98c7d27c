import { expect, test } from 'vitest';
import { read } from './read.ts';

const table = (lang: string, heads: readonly string[], row: readonly string[]): string =>
  `<html lang="${lang}"><h1>GPU</h1><table><tr>${heads.map((text) => `<th>${text}</th>`).join('')}</tr><tr>${row
    .map((text) => `<td>${text}</td>`)
    .join('')}</tr></table>`;

/** What the page shows, the page, its prices. */
const cases: readonly [string, string, readonly string[]][] = [
  [
    'German, thousands behind a point',
    table('de', ['GPU', 'pro Stunde', 'pro Monat'], ['Vole A100', '1,49 €', '1.090 €']),
    ['Vole A100 gpu_hour EUR 1.49/1', 'Vole A100 month EUR 1090/1'],
  ],
  [
    'German, decimals behind a point all the same',
    table('de', ['Modell', 'Eingabe / 1M Tokens', 'Ausgabe / 1M Tokens'], ['Quill 3', '0.15 €', '1.125 €']),
    ['Quill 3 input EUR 0.15/1000000', 'Quill 3 output EUR 1.125/1000000'],
  ],
  [
    'English, three decimals',
    table('en', ['GPU', 'Per hour'], ['Vole A100', '$1.125']),
    ['Vole A100 gpu_hour USD 1.125/1'],
  ],
  [
    'Brazilian',
    `<html lang="pt-BR"><h1>Planos</h1><div><div class="card"><h3>Lite</h3><p>R$ 89,90/mês</p></div><div class="card"><h3>Pro</h3><p>R$ 1.190/mês</p></div></div>`,
    ['Lite month BRL 89.9/1', 'Pro month BRL 1190/1'],
  ],
  [
    'Czech',
    table('cs', ['GPU', 'Cena za hodinu', 'Cena za měsíc'], ['Vole A100', '36 Kč', '21 500 Kč']),
    ['Vole A100 gpu_hour CZK 36/1', 'Vole A100 month CZK 21500/1'],
  ],
  [
    'Turkish',
    table('tr', ['GPU', 'Saatlik', 'Aylık'], ['Vole A100', '44,50 TL', '27.300 TL']),
    ['Vole A100 gpu_hour TRY 44.5/1', 'Vole A100 month TRY 27300/1'],
  ],
  [
    'Indonesian',
    table('id', ['GPU', 'Harga per jam', 'Harga per bulan'], ['Vole A100', 'Rp 25.500', 'Rp 14.500.000']),
    ['Vole A100 gpu_hour IDR 25500/1', 'Vole A100 month IDR 14500000/1'],
  ],
  [
    'Vietnamese',
    table('vi', ['GPU', 'Giá theo giờ', 'Giá theo tháng'], ['Vole A100', '29.800đ', '17.000.000 VNĐ']),
    ['Vole A100 gpu_hour VND 29800/1', 'Vole A100 month VND 17000000/1'],
  ],
  [
    'Arabic',
    `<html lang="ar" dir="rtl"><h1>GPU</h1><div><div class="c"><h3>Vole A100</h3><p>6.25 ر.س <span>/ ساعة</span></p></div><div class="c"><h3>Vole L4</h3><p>2.40 د.إ / ساعة</p></div></div>`,
    ['Vole A100 gpu_hour SAR 6.25/1', 'Vole L4 gpu_hour AED 2.4/1'],
  ],
  [
    'Indian and Malaysian',
    `<h1>GPU</h1><ul><li>Vole A100: Rs. 172 per hour</li><li>Vole L4: RM 3.50 per hour</li></ul><p>Cables of 20 ft, racks of 4 rm.</p>`,
    ['Vole A100 gpu_hour INR 172/1', 'Vole L4 gpu_hour MYR 3.5/1'],
  ],
];

test.each(cases)('amounts as countries write them: %s', (_, page, prices) => {
  expect(read(page)).toEqual(prices);
});
