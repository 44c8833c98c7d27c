import { describe, expect, it } from 'vitest';
import { findDirections } from '../../../processors/normalise/directions.ts';

const ways = (text: string): string[] => findDirections(text).map(({ direction }) => direction);

describe('in and out in one character each', () => {
  it.each(['入/出', '入 / 出（元）', '入、出'])('%s', (text) => {
    expect(ways(text)).toEqual(['input', 'output']);
  });

  it.each(['出入', '收入/支出', '录入'])('%s says no way', (text) => {
    expect(ways(text)).toEqual([]);
  });
});

describe('what is given is a condition', () => {
  it.each(['有视频输入', '无图片输入', '含媒体输入', '不含媒体输入'])('%s', (text) => {
    expect(ways(text)).toEqual([]);
  });

  it.each(['视频输入', '媒体输入', '所有输入'])('%s is a way', (text) => {
    expect(ways(text)).toEqual(['input']);
  });
});

describe('in and out in Russian, in any ending', () => {
  it.each([
    ['Входные токены', 'input'],
    ['за входящие', 'input'],
    ['входящего текста', 'input'],
    ['Вход', 'input'],
    ['Выходных токенов', 'output'],
    ['исходящая', 'output'],
    ['Исходящих токенов', 'output'],
  ])('%s', (text, direction) => {
    expect(ways(text)).toEqual([direction]);
  });

  it.each(['Входящих', 'входные', 'входными', 'выходных', 'исходящая', 'Исходящего'])(
    '%s is all of the word',
    (text) => {
      expect(findDirections(text)).toMatchObject([{ start: 0, end: text.length }]);
    },
  );

  it('no way of tokens is what goes into a price', () => {
    expect(ways('входит в тариф')).toEqual([]);
  });
});
