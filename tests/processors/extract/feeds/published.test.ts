import { describe, expect, test } from 'vitest';
import { dateIn, isoTime } from '../../../../processors/extract/feeds/published.ts';

describe('the time a feed or page states', () => {
  test.each([
    ['Mon, 02 Nov 2026 10:00:00 +0800', '2026-11-02T02:00:00.000Z'],
    ['Tue, 10 Jun 2025 10:00:00 GMT', '2025-06-10T10:00:00.000Z'],
    ['2026-03-18 11:20:31  +0800', '2026-03-18T03:20:31.000Z'],
    ['2026-05-20T09:31:12+08:00', '2026-05-20T01:31:12.000Z'],
    ['Tue, 12 Aug 2025 15:45:03 Z', '2025-08-12T15:45:03.000Z'],
    ['2025-10-01T00:00:00.000Z', '2025-10-01T00:00:00.000Z'],
  ])('with a zone: %s', (text, expected) => {
    expect(isoTime(text, 'zh')).toBe(expected);
    expect(isoTime(text, 'en')).toBe(expected);
  });

  test.each([
    ['2026-05-11 09:30:00', '2026-05-11T01:30:00.000Z', '2026-05-11T09:30:00.000Z'],
    ['2026年5月20日 10:30', '2026-05-20T02:30:00.000Z', '2026-05-20T10:30:00.000Z'],
  ])('without a zone it is the wall clock of the language: %s', (text, beijing, utc) => {
    expect(isoTime(text, 'zh-TW')).toBe(beijing);
    expect(isoTime(text, 'en')).toBe(utc);
    expect(isoTime(text)).toBe(utc);
  });

  test.each([
    '2026-05-20',
    '2026/5/20',
    '2026.05.20',
    '2026年5月20日',
    'May 20, 2026',
    '20 May 2026',
    'Wed 20 May 2026',
  ])('a date alone stays the day that was written: %s', (text) => {
    expect(isoTime(text, 'zh')).toBe('2026-05-20T00:00:00.000Z');
    expect(isoTime(text, 'en')).toBe('2026-05-20T00:00:00.000Z');
  });

  test.each(['', 'yesterday', '5 min read', '2026-13-40', 'n/a'])('nonsense is none: %s', (text) => {
    expect(isoTime(text)).toBeNull();
  });
});

describe('a date inside a longer text', () => {
  test.each([
    ['By A. Writer | Sept. 3rd, 2025 | 4 min read', '2025-09-03T00:00:00.000Z'],
    ['Press Release05 Feb 2026', '2026-02-05T00:00:00.000Z'],
    ['Oct 29, 2025Company', '2025-10-29T00:00:00.000Z'],
    ['2026年03月24日08:27 | 来源：人民网', '2026-03-24T00:27:00.000Z'],
  ])('%s', (text, expected) => {
    expect(dateIn(text, 'zh')).toBe(expected);
  });

  test.each([
    '2026年1-5月份通信业经济运行情况',
    'Version 2026.1-5',
    '订单 12026-05-20',
    'up 20% in 2026',
    'maybe 20 2026',
  ])('is none: %s', (text) => {
    expect(dateIn(text, 'zh')).toBeNull();
  });
});
