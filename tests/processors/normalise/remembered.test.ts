import { describe, expect, it } from 'vitest';
import { remembered } from '../../../processors/normalise/remembered.ts';

describe('a function that is asked the same again', () => {
  it('answers what it did, null among it, without working it out again', () => {
    const asked: string[] = [];
    const sizeOf = remembered((text) => {
      asked.push(text);
      return text === '' ? null : text.length;
    });
    expect(['', 'ab', '', 'ab'].map(sizeOf)).toEqual([null, 2, null, 2]);
    expect(asked).toEqual(['', 'ab']);
  });

  it('keeps neither long texts nor all that it was ever asked', () => {
    let times = 0;
    const answer = remembered((text) => {
      times++;
      return text;
    });
    const long = 'x'.repeat(1000);
    answer(long);
    answer(long);
    expect(times).toBe(2);
    answer('first');
    for (let one = 0; one < 5000; one++) answer(String(one));
    times = 0;
    answer('first');
    expect(times).toBe(1);
  });
});
