import { expect, test } from 'vitest';
import { fold } from '../../../../processors/normalise/fold.ts';
import { findUnit } from '../../../../processors/normalise/unit-phrase.ts';
import { read } from './read.ts';

const unit = (text: string): string | null => {
  const found = findUnit(fold(text))?.unit;
  return found === undefined ? null : `${found.dimension}/${found.count}`;
};

test.each([
  ['Prix par heure et par GPU', 'gpu_hour/1'],
  ['Цена за 1 GPU в час', 'gpu_hour/1'],
  ['Цена за 1000 входных токенов', 'token/1000'],
  ['за 1 миллион токенов', 'token/1000000'],
  ['за тысячу символов', 'character/1000'],
  ['за 1 000 000 символов', 'character/1000000'],
  ['на пользователя в месяц', 'seat_month/1'],
  ['pro 1.000 Zeichen', 'character/1000'],
  ['pro 1 Mio. Zeichen', 'character/1000000'],
  ["par million d'images", 'image/1000000'],
  ['par 1 000 requêtes', 'request/1000'],
  ['por 1.000 imágenes', 'image/1000'],
  ['por millón de caracteres', 'character/1000000'],
  ['per 1.000 immagini', 'image/1000'],
  ['/ 1 triệu token', 'token/1000000'],
  ['/ 1 juta token', 'token/1000000'],
  ['zł / godz.', 'hour/1'],
  ['za 1 mln tokenów', 'token/1000000'],
  ['100만 토큰당 요금', 'token/1000000'],
  ['이미지 1장당', 'image/1'],
  ['per 15 seconds', 'second/15'],
  ['за 15 секунд', 'second/15'],
])('%s', (text, expected) => {
  expect(unit(text)).toBe(expected);
});

test.each(['Delta Pro 5', 'Delta Pro images', 'по минутам'])('%s is no unit', (text) => {
  expect(unit(text)).toBeNull();
});

test('a column of billing units in other languages, and steps of a clock', () => {
  expect(
    read(`<h1>Речь</h1><table><tr><th>Услуга</th><th>Единица тарификации</th><th>Цена</th></tr>
<tr><td>Голос Север</td><td>30 секунд</td><td>0,45 ₽</td></tr><tr><td>Диктор</td><td>100 000 символов</td><td>96,00 ₽</td></tr></table>`),
  ).toEqual(['Голос Север second RUB 0.45/30', 'Диктор other RUB 96/100000']);
  expect(
    read(`<h1>음성</h1><table><tr><th>서비스</th><th>과금 단위</th><th>요금</th></tr>
<tr><td>Bada Voice</td><td>20초</td><td>8원</td></tr><tr><td>Bada Read</td><td>1,000자</td><td>70원</td></tr></table>`),
  ).toEqual(['Bada Voice second KRW 8/20', 'Bada Read other KRW 70/1000']);
});

test('a price per card and hour holds under a heading that speaks of training', () => {
  expect(
    read(`<h1>Tarifs</h1><h2>Déploiement et Training</h2><table><tr><th>GPU</th><th>Mémoire GPU</th><th>Prix par GPU et par heure</th></tr>
<tr><td>L4</td><td>24 Go</td><td>0,75 € HT</td></tr><tr><td>H200</td><td>141 Go</td><td>3,10 € HT</td></tr></table>`),
  ).toEqual(['L4 gpu_hour EUR 0.75/1', 'H200 gpu_hour EUR 3.1/1']);
});

test('what is given to try is no price in any language', () => {
  expect(
    read(`<h2>GPU 서버</h2><table><tr><th>서버</th><th>시간 요금</th></tr><tr><td>gx-l4-1</td><td>900원</td></tr></table>
<ul><li>신규 가입 시 50,000원 크레딧을 드립니다.</li></ul>`),
  ).toEqual(['gx-l4-1 instance_hour KRW 900/1']);
});

test('bare numbers under a header of đồng are whole, their points part thousands', () => {
  expect(
    read(
      `<html lang="vi"><h1>Bảng giá</h1><table><tr><th>Mô hình</th><th>Đầu vào (VNĐ/1 triệu token)</th><th>Đầu ra (VNĐ/1 triệu token)</th></tr>
<tr><td>Hạc-32B</td><td>2.400</td><td>7.100</td></tr><tr><td>Hạc-70B</td><td>12.500</td><td>15.000</td></tr></table></html>`,
    ),
  ).toEqual([
    'Hạc-32B input VND 2400/1000000',
    'Hạc-32B output VND 7100/1000000',
    'Hạc-70B input VND 12500/1000000',
    'Hạc-70B output VND 15000/1000000',
  ]);
});
