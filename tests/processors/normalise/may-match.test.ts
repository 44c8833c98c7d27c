import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finder, firstOf, mayMatch, tester } from '../../../processors/normalise/may-match.ts';

/** Every construct the patterns of the readers are written with. */
const PATTERNS: readonly RegExp[] = [
  /\bbatch(?:es|ed|ing)?\b|\boffline inference\b|批量|批处理/i,
  /(?:input|output)s?\s*[<>≤≥]\s*\d+[km]?/i,
  /(?<!per\s)(?<n>\d{1,3}(?:,\d{3})*)(?=\s*(?:tokens?|字))/i,
  /[分秒]钟?|\b[248]k\b/i,
  /[0-9]{2}:[0-5]\d|\d?x/,
  /^(?:\p{Lu}{2}|\u5143|\x24|kr)?(?!\d)[^a-z]*ab{0,2}c{1,}d*e+?$/u,
  /\/\s?mo(?:nth)?|\$\s*\/|\(free\)/i,
  /кэш|zł|é/i,
  /(?:a|b|)c|(?:x|y)?z/,
  /s\u017f|k/iu,
  /[\s\S]{3}|\.|\bq\b/,
  /[^k]s/iu,
];

const TEXTS = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdexyzqkKſsSm0159:,. /$()<≤元分秒钟批量处理字é Złкэш') }),
  fc
    .array(
      fc.constantFrom(
        'batch',
        'Batches',
        'input',
        '< 128k',
        '1,000',
        'tokens',
        '/mo',
        '(free)',
        '批处理',
        'abce',
        'КЭШ',
      ),
    )
    .map((words) => words.join(' ')),
);

describe('a look before a pattern', () => {
  it('says no only where the pattern does', () => {
    const looks = PATTERNS.map((pattern) => ({ pattern, may: mayMatch(pattern), test: tester(pattern) }));
    fc.assert(
      fc.property(TEXTS, (text) => {
        for (const { pattern, may, test } of looks) {
          const matches = pattern.test(text);
          expect(test(text), `${pattern} on ${JSON.stringify(text)}`).toBe(matches);
          if (matches) expect(may(text), `${pattern} on ${JSON.stringify(text)}`).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('spares the pattern where a letter of each alternative is missing', () => {
    const may = mayMatch(/\bpriority\b|优先|\d+ ?x/i);
    expect(['Input price', '输入', 'fix'].map(may)).toEqual([false, false, false]);
    expect(['PRIORITY', '优先级', '2x'].map(may)).toEqual([true, true, true]);
  });

  it('asks about every long text', () => {
    expect(mayMatch(/zebra/)('a'.repeat(500))).toBe(true);
  });

  it('finds the first of a list as asking one after the other does', () => {
    const first = firstOf(PATTERNS);
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(first(text)).toBe(PATTERNS.findIndex((pattern) => pattern.test(text)));
      }),
    );
  });

  it('finds all matches, empty ones among them', () => {
    const pattern = /\d+|(?=元)|\bper\b/gi;
    const find = finder(pattern);
    for (const text of ['12 元 per 3', '元元', 'per', 'nothing', '1'.repeat(200)])
      expect(find(text).map((match) => [match.index, match[0]])).toEqual(
        [...text.matchAll(pattern)].map((match) => [match.index, match[0]]),
      );
  });
});
