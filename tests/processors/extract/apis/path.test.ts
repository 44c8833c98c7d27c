import { expect, test } from 'vitest';
import { parseJson } from '../../../../processors/extract/apis/json.ts';
import { entries, rootOf, select } from '../../../../processors/extract/apis/path.ts';
import { fill, fillAll, textOf } from '../../../../processors/extract/apis/template.ts';

const root = rootOf(
  parseJson(`{
    "products": {"S.1": {"attributes": {"model": "nova"}}},
    "terms": {"OnDemand": {"S.1": {"S.1.T": {"date": "2026", "dims": {"D": {"price": {"USD": "0.5"}}}}}}},
    "list": [{"id": "a", "regions": ["us", "eu"]}, {"id": "b", "regions": []}]
  }`),
);
const texts = (path: string) => select(root, path).map(({ value }) => textOf(value));

test('keys, indexes and stars lead to values; what is not there leads nowhere', () => {
  expect(texts('list.0.id')).toEqual(['a']);
  expect(texts('list.*.id')).toEqual(['a', 'b']);
  expect(texts('products.*.attributes.model')).toEqual(['nova']);
  expect(texts('list.7.id')).toEqual([]);
  expect(texts('list.id')).toEqual([]);
  expect(texts('toString')).toEqual([]);
  expect(select(root, '')).toEqual([root]);
});

test('a list at the end is entered; the path of a place is where it stands', () => {
  expect(entries(root, 'list').map(({ path }) => path)).toEqual(['list[0]', 'list[1]']);
  expect(select(root, 'products.*')[0]?.path).toBe('products["S.1"]');
});

test('^ leads to the enclosing entry, one for each star; $key is its key; $ is the document', () => {
  const [dimension] = entries(root, 'terms.*.*.*.dims.*');
  if (dimension === undefined) throw new Error('the dimension was not found');
  expect(fill('{^.date}', dimension)).toBe('2026');
  expect(fill('{^.^.$key}', dimension)).toBe('S.1');
  expect(fill('{^.^.^.$key}', dimension)).toBe('OnDemand');
  expect(fill('{$.products.{^.^.$key}.attributes.model}', dimension)).toBe('nova');
  expect(select(dimension, '^.^.^.^.^')).toEqual([]);
});

test('templates: constants, alternatives, lists, and nothing where a path leads nowhere', () => {
  const [first, second] = entries(root, 'list');
  if (first === undefined || second === undefined) throw new Error('the list was not found');
  expect(fill('USD', first)).toBe('USD');
  expect(fill('{name|id}', first)).toBe('a');
  expect(fill('{id}/{missing}', first)).toBeNull();
  expect(fillAll('{id}@{regions}', first)).toEqual(['a@us', 'a@eu']);
  expect(fillAll('{regions}', second)).toEqual([]);
  expect(fill('{$path}', first, { $path: 'pricing.audio', $field: 'audio' })).toBe('pricing.audio');
});
