import { describe, expect, test } from 'vitest';
import { labelReader } from '../../../../processors/extract/pages/label.ts';

const label = labelReader({ dollar: 'USD', yuan: 'CNY', element: 'CNY', comma: false, krone: 'SEK' });
const unitOf = (text: string): string | null => {
  const { unit } = label(text);
  return unit === null ? null : `${unit.count} ${unit.dimension === 'other' ? unit.noun : unit.dimension}`;
};

describe('what a header says of time', () => {
  test.each([
    ['Preço por mês', '1 month'],
    ['Preço mensal', '1 month'],
    ['Precio al mes', '1 month'],
    ['Prix horaire', '1 hour'],
    ["Prix à l'heure", '1 hour'],
    ['Prezzo orario', '1 hour'],
    ['Prezzo al mese', '1 month'],
    ['Prijs per uur', '1 hour'],
    ['Cena za godzinę', '1 hour'],
    ['Saatlik fiyat', '1 hour'],
    ['Weekly', '1 week'],
    ['包天', '1 day'],
    ['包周', '1 week'],
    ['按小时计费', '1 hour'],
    ['月租', '1 month'],
    ['年付', '1 year'],
    ['時間単価', '1 hour'],
    ['月額料金（税込）', '1 month'],
    ['1時間あたり', '1 hour'],
    ['시간당 요금', '1 hour'],
    ['월 이용료', '1 month'],
  ])('%s', (text, unit) => {
    expect(unitOf(text)).toBe(unit);
  });

  test.each([
    '包年包月',
    '今日价格',
    '按月结算的账单',
    'Diarization',
    'gpt-4',
    'Daily requests',
    'Weekly messages',
    'Requêtes mensuelles',
    'Límite mensual',
    'Horario valle',
    'Fora do horário',
  ])('%s says nothing', (text) => {
    expect(unitOf(text)).toBeNull();
  });
});

test.each([
  ['Preço por milhão de tokens', '1000000 token'],
  ['100万トークンあたり', '1000000 token'],
  ['$15 / M UTF-8 bytes', '1000000 utf'],
])('%s', (text, unit) => {
  expect(unitOf(text)).toBe(unit);
});

test('a path is no unit', () => {
  expect(unitOf('/maas/bailu/Egret-V3')).toBeNull();
});
