import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../../infra/contracts/announcement.ts';
import { readNews } from '../../../../../processors/extract/news/read-news.ts';
import { articleOf } from '../fixtures.ts';

// Texts that the weights have not been learnt from: they stand here and not among the fixtures.

const read = (text: string, title: string | null = null): readonly Announcement[] =>
  readNews(articleOf(text, '2026-05-01', title));
const claim = (text: string, value: string, title: string | null = null): Announcement | undefined =>
  read(text, title).find((a) => a.value_min === value || a.value_max === value);
const isScored = (a: Announcement | undefined): boolean =>
  a?.reasons.some((reason) => reason.includes('scored')) === true;

describe('whose figure it is, by scores', () => {
  it.each([
    [
      'the one explained by a relative clause further on',
      "In the fourth quarter AWS revenue rose 24% to $35.6 billion and Google Cloud's 48% to $17.7 billion, while Graviton and Trainium, which AWS designs itself, have passed $10 billion a year.",
      '10000000000',
      'aws',
    ],
    [
      'who buys, not from whom',
      '此前Meta已与英伟达签约，本周又宣布将向英伟达的对手AMD采购最多600亿美元的AI芯片。',
      '60000000000',
      'meta',
    ],
    [
      'who rents, not the landlord it signs with',
      '微软与澳洲业者IREN签下近97亿美元的五年合约，租用后者的机房；IREN则转身向戴尔订购58亿美元的GPU。',
      '9700000000',
      'microsoft',
    ],
    [
      'who puts money in',
      '微软计划在未来四年向算力租赁商Nebius投入80亿美元，预计将带动Nebius收入增长。',
      '8000000000',
      'microsoft',
    ],
  ])('%s', (_what, text, value, subject) => {
    const found = claim(text, value);
    expect(found?.subject).toBe(subject);
    expect(isScored(found)).toBe(true);
  });

  it('says how sure it was, and of whom the rules were', () => {
    const text = '微软计划在未来四年向算力租赁商Nebius投入80亿美元，预计将带动Nebius收入增长。';
    expect(claim(text, '8000000000')?.reasons.find((reason) => reason.startsWith('subject:'))).toMatch(
      /^subject:scored (?:0\.\d\d|1\.00) against 0\.[01]\d for nebius$/,
    );
  });

  it.each([
    [
      'a trade',
      'Nvidia signed with TeraWulf in May. The bitcoin miner plans capital spending of $4 billion this year.',
      'terawulf',
    ],
    ['后者', 'Nvidia与Nebius本周公布业绩，后者营收13亿美元。', 'nebius'],
  ])('leaves to the rules whom %s tells beyond doubt', (_what, text, subject) => {
    expect(read(text).map((a) => [a.subject, isScored(a)])).toEqual([[subject, false]]);
  });

  const table = `
| | Q1 2026 | Q2 2026 |
|---|---|---|
| Group revenue | $1,210M | $1,420M |
| Capex (cash) | $2,473M | $3,657M |`;
  it('is asked of rows that name nobody', () => {
    const text = `Capacity is sold to Microsoft and OpenAI. Stakes in Mistral and Poolside are small.\n${table}`;
    const told = read(text, 'CoreWeave: research notes');
    expect(told.map((a) => [a.subject, a.value_min, isScored(a)])).toEqual(
      ['1210000000', '1420000000', '2473000000', '3657000000'].map((value) => ['coreweave', value, true]),
    );
  });

  it('is not asked of rows that name theirs', () => {
    const told = read(
      `CoreWeave buys from Nvidia.
| | Q1 2026 | Q2 2026 |
|---|---|---|
| Nvidia revenue | $68,100M | $81,400M |
| CoreWeave revenue | $1,210M | $1,420M |`,
      'CoreWeave in numbers',
    );
    expect(told.map((a) => a.subject)).toEqual(['nvidia', 'nvidia', 'coreweave', 'coreweave']);
  });
});

describe('sums that no rule reads, by scores', () => {
  it('are told with what they are', () => {
    const found = claim(
      '智谱公布年报：营业收入7.2亿元。研发花掉31亿元，经调整亏损27亿元，账上现金另计。',
      '3100000000',
    );
    expect(found).toMatchObject({ kind: 'financial', subject: 'zhipu', unit: 'CNY' });
    expect(isScored(found)).toBe(true);
    expect(found?.confidence).toBeLessThan(0.8);
  });

  it.each([
    'Mistral is worth €12 billion after the round that General Catalyst led.',
    'CoreWeave shares added $4 billion of market value in a day.',
    '宇树科技估值达到420亿元，股价一周上涨三成。',
    'A bakery in Lyon sold bread for $2 million.',
  ])('are none where they are worth, funding or nobody of ours: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('are told once', () => {
    const text = 'Cohere signed a contract with Oracle worth $18 billion; Google shrugged at the $18 billion.';
    expect(read(text).map((a) => a.subject)).toEqual(['cohere']);
  });
});
