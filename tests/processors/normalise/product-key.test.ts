import { expect, test } from 'vitest';
import { productKey } from '../../../processors/normalise/product-key.ts';

test.each([
  ['H100™ SXM', 'H100 SXM'],
  ['Grove® Ear 2', 'Grove Ear 2'],
  ['Ｅｇｒｅｔ　２', 'egret 2'],
  ['Egret – 2', 'Egret-2'],
])('%s and %s are one product', (written, plain) => {
  expect(productKey(written)).toBe(productKey(plain));
});

test.each([
  ['Egret 2', 'Egret 2.5'],
  ['egret:free', 'egret'],
  ['白鹭-2', '白鹭-3'],
])('%s and %s are two', (one, other) => {
  expect(productKey(one)).not.toBe(productKey(other));
});

test('a name of signs alone has a key', () => {
  expect(productKey('™ –')).toBe('unnamed');
});
