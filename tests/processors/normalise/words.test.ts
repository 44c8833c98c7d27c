import { describe, expect, it } from 'vitest';
import { currencyContext, currencySign, findCurrency, resolveSign } from '../../../processors/normalise/currency.ts';
import { findDirections } from '../../../processors/normalise/directions.ts';
import { fold, tidy } from '../../../processors/normalise/fold.ts';
import { findMode } from '../../../processors/normalise/modes.ts';
import { providerOfUrl } from '../../../processors/normalise/providers.ts';
import { bareRegion, isRegionOnly } from '../../../processors/normalise/regions.ts';
import { findTiers, isTierOnly } from '../../../processors/normalise/tiers.ts';

describe('fold', () => {
  it('makes signs and digits comparable and drops marks', () => {
    expect(fold('￥０.５／千ｔｏｋｅｎｓ')).toBe('¥0.5/千tokens');
    expect(fold('H100™ ² \\$2')).toBe('H100 $2');
    expect(fold('<= 200K – x')).toBe('≤ 200K - x');
    expect(tidy('a\u00a0\u200b b\n')).toBe('a b');
  });
});

describe('currencies', () => {
  const page = (lang: string | null, text: string, url = 'https://x.example/pricing') =>
    currencyContext({ lang, url, text });

  it('reads "¥" by its page', () => {
    expect(page('zh', '价格').yuan).toBe('CNY');
    expect(page('ja', '料金').yuan).toBe('JPY');
    expect(page(null, 'ひらがな').yuan).toBe('JPY');
    expect(page('en', 'Prices in yen').yuan).toBe('JPY');
    expect(page('en', 'Prices').yuan).toBe('CNY');
  });

  it('reads "$" as another dollar only where the page says so', () => {
    expect(page('en', 'All prices are in AUD.').dollar).toBe('AUD');
    expect(page('en', 'Our Canadian office').dollar).toBe('USD');
  });

  it('knows signs, words and fractions', () => {
    const context = page('zh', '');
    expect(currencySign('HK$')).toEqual({ currency: 'HKD', factor: '1' });
    expect(currencySign('厘')).toEqual({ currency: 'CNY', factor: '0.001' });
    expect(currencySign('¢')).toEqual({ currency: 'USD', factor: '0.01' });
    expect(currencySign('xyz')).toBeNull();
    expect(findCurrency('输入(元/千tokens)', context)).toBe('CNY');
    expect(findCurrency('Price (USD)', context)).toBe('USD');
    expect(findCurrency('Context window', context)).toBeNull();
    const dollar = currencySign('$');
    expect(dollar === null ? null : resolveSign(dollar, '$', context)).toBe('USD');
  });
});

describe('directions', () => {
  const of = (text: string) => findDirections(text).map((found) => found.direction);
  it.each([
    ['Input / Output', ['input', 'output']],
    ['Cached input', ['cached_input']],
    ['Input (cache miss)', ['input']],
    ['1M TOKENS INPUT (CACHE HIT)', ['cached_input']],
    ['5m Cache Writes', ['cache_write']],
    ['Cached Input Storage', ['storage']],
    ['输入（缓存未命中）'.normalize('NFKC'), ['input']],
    ['显式缓存创建', ['cache_write']],
    ['隐式缓存命中', ['cached_input']],
    ['缓存存储', ['storage']],
    ['命中缓存', ['cached_input']],
    ['[in/out] per million tokens', ['input', 'output']],
    ['Context caching price', ['cached_input']],
    ['Model', []],
  ])('%s', (text, directions) => {
    expect(of(text)).toEqual(directions);
  });
});

describe('modes', () => {
  it.each([
    ['Batch input', 'batch'],
    ['批量推理', 'batch'],
    ['DISCOUNT PRICE (OFF-PEAK)', 'off_peak'],
    ['Current Spot pricing (USD)', 'spot'],
    ['Compute Resource CUDs - 3 Year (USD)', 'commit_3y'],
    ['1 year reserved', 'commit_1y'],
    ['six month commitment', 'commit_6mo'],
    ['no commitment', null],
    ['按量付费', 'standard'],
    ['DWS Flex-start price (USD)', 'dws_flex_start'],
    ['Output', null],
  ])('%s', (text, mode) => {
    expect(findMode(text)).toBe(mode);
  });

  it('takes bare durations for terms only where they are', () => {
    expect(findMode('2 weeks - 1 year', true)).toBe('reserved');
    expect(findMode('1 year', false)).toBeNull();
  });
});

describe('tiers', () => {
  it.each([
    '0<Token≤128K',
    '≤256K',
    '256K~1M',
    '输入长度 [0, 32)',
    'prompts ≤ 200k tokens',
    'First 50 TB / Month',
    '32K-128K',
    '输入长度[32k+)',
  ])('%s is a tier', (text) => {
    expect(isTierOnly(text)).toBe(true);
  });
  it.each(['moonshot-v1-128k', 'GLM-4-32B-0414-128K', '$0.10 - $0.20', 'H100 80GB', 'qwen2.5-7b-1m'])(
    '%s holds none',
    (text) => {
      expect(findTiers(text)).toEqual([]);
    },
  );
});

describe('regions and providers', () => {
  it('tells places from names', () => {
    expect(isRegionOnly('北京 上海 杭州 深圳')).toBe(true);
    expect(isRegionOnly('US East (N. Virginia)')).toBe(true);
    expect(isRegionOnly('us-central1')).toBe(true);
    expect(isRegionOnly('GPT-4o')).toBe(false);
    expect(bareRegion('区域：西南-贵阳一')).toBe('西南-贵阳一');
  });

  it('knows whose page an address is', () => {
    expect(providerOfUrl('https://help.aliyun.com/zh/x')).toBe('alibaba-cloud');
    expect(providerOfUrl('https://docs.z.ai/pricing')).toBe('zhipu');
    expect(providerOfUrl('https://www.new-cloud.co.uk/pricing')).toBe('new-cloud');
    expect(providerOfUrl('not an address')).toBeNull();
  });
});
