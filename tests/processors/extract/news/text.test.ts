import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../../../processors/extract/news/blocks.ts';
import { clauseEnds, splitSentences } from '../../../../processors/extract/news/sentences.ts';
import { fold } from '../../../../processors/extract/news/text.ts';

const sentencesOf = (body: string): string[] => {
  const folded = fold(body);
  return splitBlocks(folded).flatMap((block, i) =>
    splitSentences(folded, body, block, i).map((s) => body.slice(s.start, s.end)),
  );
};

describe('fold', () => {
  it.each([
    ['ＡＩ算力　３０％', 'ai算力 30%'],
    ['資料中心調漲價格', '数据中心调涨价格'],
    ['“$2.50”–$3 ≈ 5 ≥ 4', '"$2.50"-$3 ~ 5 ≥ 4'],
    ['￥99／月（約）', '¥99/月(约)'],
    ['A\u00a0B\u2009C', 'a b c'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('never changes the length', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => fold(text).length === text.length));
  });
});

describe('blocks', () => {
  it('tells headings, bullets, table rows and paragraphs apart, marks set aside', () => {
    const body =
      '# Prices\n\nA long line that ends with a stop.\n- first\n  - second\n1. third\n| a | b |\n| --- | --- |\n| 1 | 2 |';
    const blocks = splitBlocks(fold(body));
    expect(blocks.map((b) => [b.kind, body.slice(b.start, b.end)])).toEqual([
      ['heading', 'Prices'],
      ['paragraph', 'A long line that ends with a stop.'],
      ['bullet', 'first'],
      ['bullet', 'second'],
      ['bullet', 'third'],
      ['row', '| a | b |'],
      ['row', '| 1 | 2 |'],
    ]);
    expect(blocks[3]?.level).toBeGreaterThan(blocks[2]?.level ?? 0);
  });

  it('does not take a number at the head of a line for a list mark', () => {
    expect(splitBlocks('2.5 million tokens were used.')[0]).toMatchObject({ kind: 'paragraph', start: 0 });
  });
});

describe('sentences', () => {
  it.each([
    ['Prices rose 2.5%. They fell later.', ['Prices rose 2.5%.', 'They fell later.']],
    ['The U.S. unit of Acme Inc. grew. So what?', ['The U.S. unit of Acme Inc. grew.', 'So what?']],
    ['Feb. 24 was quiet. V3.2 shipped.', ['Feb. 24 was quiet.', 'V3.2 shipped.']],
    ['价格上涨30%。“还会涨！”他说。', ['价格上涨30%。', '“还会涨！”', '他说。']],
  ])('%s', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe('clauses', () => {
  it('end at strong marks and commas, but not inside a number', () => {
    const text = 'it costs 1,200 yuan, not 900；ok';
    expect(clauseEnds(text).map((end) => text.slice(0, end).length)).toEqual([19, 28, text.length]);
  });
});
