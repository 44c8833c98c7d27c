import { expect, test } from 'vitest';
import { en } from '../../../../sinks/web/i18n/en.ts';
import { providerName } from '../../../../sinks/web/i18n/names.ts';
import { translator } from '../../../../sinks/web/i18n/translate.ts';
import { zh } from '../../../../sinks/web/i18n/zh.ts';

const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test('both languages fill in the same values', () => {
  const chinese = new Map(Object.entries(zh));
  expect([...chinese.keys()].sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(en))
    expect([key, holes(chinese.get(key) ?? '')]).toEqual([key, holes(text)]);
});

test('values are filled in; a missing one stays visible', () => {
  expect(translator('en')('sources_many', { n: 3 })).toBe('3 sources');
  expect(translator('zh')('sources_many')).toBe('{n} 个来源');
});

test('known names as the market writes them, unknown ones from their slug', () => {
  expect(providerName('alibaba-cloud', 'en')).toBe('Alibaba Cloud');
  expect(providerName('alibaba-cloud', 'zh')).toBe('阿里云');
  expect(providerName('some-new-lab', 'en')).toBe('Some New Lab');
});
