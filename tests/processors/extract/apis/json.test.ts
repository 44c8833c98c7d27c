import { expect, test } from 'vitest';
import { amountOf } from '../../../../processors/extract/apis/amount.ts';
import { isObject, Numeral, parseJson } from '../../../../processors/extract/apis/json.ts';

test('numbers keep the literal the document wrote', () => {
  const json = parseJson(
    '\uFEFF{"a": 2.5e-07, "b": [12345678901234567.890], "c": "1.0", "d": -0.0, "e": null, "f": true}',
  );
  expect(json).toEqual({
    a: new Numeral('2.5e-07'),
    b: [new Numeral('12345678901234567.890')],
    c: '1.0',
    d: new Numeral('-0.0'),
    e: null,
    f: true,
  });
  expect(isObject(json)).toBe(true);
});

test.each([
  ['2.5e-07', '0.00000025', null],
  ['0.12500000000000002', '0.12500000000000002', null],
  ['0', '0', null],
  ['"0.0000003"', '0.0000003', null],
  ['"$1,250.50"', '1250.50', 'USD'],
  ['"¥0.8"', '0.8', 'CNY'],
  ['"0.8元"', '0.8', 'CNY'],
  ['"3 EUR"', '3', 'EUR'],
  ['{"currencyCode": "USD", "units": "9", "nanos": 796550000}', '9.796550000', 'USD'],
  ['{"currencyCode": "USD", "nanos": 75}', '0.000000075', 'USD'],
  ['{"currency_code": "EUR", "units": 2, "nanos": 0}', '2.000000000', 'EUR'],
])('%s is the amount %s', (text, amount, currency) => {
  expect(Number(amountOf(parseJson(text))?.amount)).toBe(Number(amount));
  expect(amountOf(parseJson(text))?.currency).toBe(currency);
});

test.each([
  '-1',
  '"-1"',
  'null',
  'true',
  '""',
  '"free"',
  '"80 CPU"',
  '"1.2.3"',
  '[1]',
  '{"units": "-3"}',
  '{"amount": 3}',
  '1e999999999',
  '1e-999999999',
  `"${'9'.repeat(200)}"`,
])('%s is no amount', (text) => {
  expect(amountOf(parseJson(text))).toBeNull();
});
