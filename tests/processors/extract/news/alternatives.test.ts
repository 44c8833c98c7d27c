import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alternatives } from '../../../../processors/extract/news/alternatives.ts';
import { alternativesOf, prefixesOf, spread } from '../../../../processors/extract/news/pattern-source.ts';

describe('what a pattern may begin with', () => {
  it.each([
    ['price', ['pric']],
    ['涨', ['涨']],
    ['(?:a|bc)?d', ['d', 'ad', 'bcd']],
    ['[ab]\\b(?!x)c', ['ac', 'bc']],
    ['(?<!x)\\$\\d{2}', ['$0', '$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9']],
    ['a+b', ['a']],
    ['ab*c', ['ac', 'ab']],
    ['a.c', ['a']],
    ['[^a]', ['']],
    ['x\\wy', ['x']],
    ['(?<year>19|20)x', ['19x', '20x']],
  ])('%s', (source, prefixes) => {
    expect([...prefixesOf(source)].sort()).toEqual([...prefixes].sort());
  });

  it('refuses brackets that do not match', () => {
    expect(() => prefixesOf('(?:a')).toThrow('leaves a bracket open');
    expect(() => prefixesOf('a)')).toThrow('closes a bracket');
  });
});

describe('alternatives of a pattern', () => {
  it('stand outside brackets', () => {
    expect(alternativesOf('a(?:b|c)|[|)]|\\|d')).toEqual(['a(?:b|c)', '[|)]', '\\|d']);
  });

  it('are spread out of a bracket that holds them all', () => {
    expect(spread('\\b(?:a|b(?:c|d))\\b|涨|(?:e)(?:f|g)')).toEqual(['\\ba\\b', '\\bb(?:c|d)\\b', '涨', '(?:e)(?:f|g)']);
  });
});

describe('alternatives tried only where they may begin', () => {
  const word = fc.stringMatching(/^[ab涨 ]{1,4}$/);
  const part = fc.oneof(
    word,
    word.map((w) => `\\b${w}`),
    word.map((w) => `${w}\\b`),
    word.map((w) => `(?<![a-z0-9])${w}`),
    fc.tuple(word, word).map(([a, b]) => `(?:${a})?${b}`),
    fc.tuple(word, word).map(([a, b]) => `\\b(?:${a}|${b})\\b`),
    fc.tuple(word, word).map(([a, b]) => `${a}(?=${b})`),
    word.map((w) => `${w}{1,2}[ab]*`),
    word.map((w) => `[a ]\\d?${w}`),
  );

  it('find what one pattern of all finds', () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.stringMatching(/^[ab1涨 ]{0,24}$/),
        (parts, text) => {
          const plain = [...text.matchAll(new RegExp(parts.map((source) => `(${source})`).join('|'), 'g'))].map(
            (match) => ({
              start: match.index,
              end: match.index + match[0].length,
              key: match.slice(1).findIndex((group) => group !== undefined),
            }),
          );
          const alternatives = new Alternatives(parts.map((source, i): [number, string] => [i, source]));
          expect(alternatives.all(text)).toEqual(plain);
          expect(alternatives.test(text)).toBe(plain.length > 0);
          const [first] = plain;
          if (first) expect(alternatives.at(text, first.start)).toBe(first.key);
        },
      ),
    );
  });

  it('stops at the number asked for', () => {
    expect(new Alternatives([['a', 'x']]).all('x x x', 2)).toHaveLength(2);
  });

  it('refuses a pattern that may begin with anything', () => {
    expect(() => new Alternatives([['a', '.b']])).toThrow('may begin with anything');
  });
});
