import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MayBegin } from '../../../../processors/extract/news/may-begin.ts';

const PATTERNS = [
  /gigawatts?\b/g,
  /(?<=\d ?)\$(?!\d)/g,
  / (?:up|down)\b/g,
  /[千百]?[万亿]元/g,
  /\d[\d,]*(?:\.\d+)? ?(?:yuan|元)/g,
  /TOKENS?/gi,
  /-?\d+(?: ?、 ?-?\d+)+ ?亿/g,
];
const may = new MayBegin(PATTERNS);

describe('which patterns may match', () => {
  it('are those whose beginnings a text has, and those that may begin with anything', () => {
    expect([...may.in('prices went up')]).toEqual([0, 0, 1, 0, 0, 1, 0]);
    expect([...may.in('12亿元')]).toEqual([0, 0, 0, 1, 1, 1, 1]);
    expect([...may.in('')]).toEqual([0, 0, 0, 0, 0, 1, 0]);
  });

  it('are never too few', () => {
    const words = [
      'gigawatt',
      ' up',
      ' down',
      '$',
      '5',
      '1,000',
      '.5',
      '元',
      '万亿',
      ' ',
      '、',
      '-',
      'tokens',
      'Token',
      'yuan',
      '亿',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const found = may.in(text);
        for (const [i, { source, flags }] of PATTERNS.entries())
          if (new RegExp(source, flags).test(text)) expect(found[i]).toBe(1);
      }),
    );
  });
});
