import { describe, expect, it } from 'vitest';
import { scanDates } from '../../../../processors/extract/news/dates.ts';
import { fold } from '../../../../processors/extract/news/text.ts';

const anchor = { published: '2026-04-02', previous: null };
const isos = (text: string, published: string | null = anchor.published): string[] =>
  scanDates(fold(text), { published, previous: null }).map((d) => d.iso);

describe('dates', () => {
  it.each([
    ['on April 18, 2026', ['2026-04-18']],
    ['18 April 2026', ['2026-04-18']],
    ['in March', ['2026-03']],
    ['in May the total was', ['2025-05']],
    ['since May Vultr has served', ['2025-05']],
    ['prices to and from hosts may rise', []],
    ['we ended March with 40 megawatts', ['2026-03']],
    ['in the second half of last year', ['2025-H2']],
    ['the first half of next year', ['2027-H1']],
    ['on December 5', ['2025-12-05']],
    ['Q4 2025', ['2025-Q4']],
    ['the fourth quarter of 2025', ['2025-Q4']],
    ['in the first quarter', ['2026-Q1']],
    ['the December quarter', ['2025-Q4']],
    ['the quarter ended September 30, 2025', ['2025-Q3']],
    ['between July and September 2023', ['2023-Q3']],
    ['the first half of 2025', ['2025-H1']],
    ['in fiscal 2025', ['FY2025']],
    ['FY27', ['FY2027']],
    ['by the end of 2027', ['2027-12']],
    ['in 2025-26', ['2026']],
    ['last year', ['2025']],
    ['last month', ['2026-03']],
    ['two years ago', ['2024']],
    ['自2026年4月18日起', ['2026-04-18']],
    ['4月18日', ['2026-04-18']],
    ['25Q4', ['2025-Q4']],
    ['两份10年期合同', []],
    ['当前年化收入', []],
    ['前年', ['2024']],
    ['三月季收入', ['2026-Q1']],
    ['2025年12月季度', ['2025-Q4']],
    ['2025年第三季度', ['2025-Q3']],
    ['2025年上半年', ['2025-H1']],
    ['一季度', ['2026-Q1']],
    ['上一季度收入', ['2026-Q1']],
    ['上一季它用掉', ['2026-Q1']],
    ['去年', ['2025']],
    ['去年底', ['2025-12']],
    ['上月', ['2026-03']],
    ['2026财年', ['FY2026']],
    ['2023年, 三季度', ['2023', '2023-Q3']],
    ['2024年初', ['2024-01']],
    ['今年年初', ['2026-01']],
    ['前三季度', ['2025']],
    ['2025年前9个月', ['2025', '2025']],
    ['2025年1-6月', ['2025-H1']],
    ['2025年1月至9月', ['2025']],
    ['7-9月', ['2025-Q3']],
    ['4月6日至12日', ['2026-04-06']],
    ['截至2025年12月31日止三个月', ['2025-Q4']],
    ['截至2026年3月31日止年度', ['FY2026']],
    ['2025/26财年', ['FY2026']],
    ['第四财季', ['FY2026-Q4']],
    ['in Q4 FY2026', ['FY2026-Q4']],
    ['its fiscal second-quarter 2026 results', ['FY2026-Q2']],
    ['the first quarter of fiscal 2027', ['FY2027-Q1']],
    ['fiscal 2026 third quarter', ['FY2026-Q3']],
    ['上周（3月23日至29日）', ['2026-03-23']],
    ['2025年上半年收入10亿，较2024年同期的8亿', ['2025-H1', '2024-H1']],
    ['2025年第三季度62亿。同期', ['2025-Q3', '2025-Q3']],
  ])('%s', (text, expected) => {
    expect(isos(text)).toEqual(expected);
  });

  it('leaves relative dates alone where nothing anchors them', () => {
    expect(isos('last month, 去年, yesterday, 上季度', null)).toEqual([]);
  });

  // 2 April 2026 is a Thursday.
  it.each([
    ['cut prices on Monday', ['2026-03-30']],
    ['cut prices on Thursday', ['2026-04-02']],
    ['cut prices last Thursday', ['2026-03-26']],
    ['billed since Wednesday', ['2026-04-01']],
    ['from Monday', ['2026-04-06']],
    ['will take effect on Thursday', ['2026-04-09']],
    ['is to rise next Friday', ['2026-04-03']],
    ['yesterday', ['2026-04-01']],
    ['tomorrow', ['2026-04-03']],
  ])('counts days from the news: %s', (text, expected) => {
    expect(isos(text)).toEqual(expected);
  });

  it('knows beginnings and comparisons', () => {
    const [begins] = scanDates('effective april 18', anchor);
    expect(begins).toMatchObject({ iso: '2026-04-18', begins: true, comparison: false });
    const [, before] = scanDates('2025年上半年为10亿, 去年同期为8亿', anchor);
    expect(before).toMatchObject({ iso: '2024-H1', comparison: true });
  });

  it.each(['$2,025 a seat', '2000 credits', 'may rise', '10:30', 'GPT-4 Turbo 128K'])('sees none in %s', (text) => {
    expect(isos(text)).toEqual([]);
  });
});
