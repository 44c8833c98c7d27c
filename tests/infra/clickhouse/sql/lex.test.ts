import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, tokens } from '../../../../infra/clickhouse/sql/lex.ts';

const texts = (sql: string) => [...tokens(sql)].map(({ kind, text }) => `${kind}:${text}`);

test.each([
  ['SELECT a.b FROM `t x`', ['word:SELECT', 'word:a', 'sign:.', 'word:b', 'word:FROM', 'name:t x']],
  [`'it''s' "a""b" 'c\\'d'`, ["string:it's", 'name:a"b', "string:c'd"]],
  ["1 -- x\n+ /* y ' */ 2 # z\n#! w", ['number:1', 'sign:+', 'number:2']],
  ["$t$a'b$t$ $$x$$", ["string:a'b", 'string:x']],
  ["'never closed", ['string:never close']],
  ['/* never closed', []],
])('%s', (sql, expected) => {
  expect(texts(sql)).toEqual(expected);
});

test('a literal is one string token that reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // The engine reads \0 as a zero byte; this lexer keeps the escaped character.
      fc.pre(!text.includes('\0'));
      const found = [...tokens(`SELECT ${literal(text)};`)];
      expect(found[1]).toMatchObject({ kind: 'string', text });
      expect(found).toHaveLength(3);
    }),
  );
});

test('tokens lie in order and inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (sql) => {
      let at = 0;
      for (const { start, end } of tokens(sql)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(sql.length);
        at = end;
      }
    }),
  );
});
