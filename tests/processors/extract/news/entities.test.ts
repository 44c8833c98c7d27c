import { describe, expect, it } from 'vitest';
import { findEntities } from '../../../../processors/extract/news/entities.ts';
import gazetteer from '../../../../processors/extract/news/gazetteer.json' with { type: 'json' };
import { fold } from '../../../../processors/extract/news/text.ts';

const find = (text: string, inDomain = true): string[] =>
  findEntities(fold(text), text, 0, text.length, inDomain).map((e) => `${text.slice(e.start, e.end)}=${e.slug}`);

describe('names', () => {
  it.each([
    ['ByteDance unit Volcano Engine', ['ByteDance=bytedance', 'Volcano Engine=volcano-engine']],
    ['Amazon Web Services, not Amazon', ['Amazon Web Services=aws', 'Amazon=amazon']],
    ['Baidu Intelligent Cloud and Baidu', ['Baidu Intelligent Cloud=baidu-ai-cloud', 'Baidu=baidu']],
    [
      'Qwen3.5-Max, GPT-5.4 mini, DeepSeek V3.2',
      ['Qwen3.5-Max=alibaba-cloud', 'GPT-5.4 mini=openai', 'DeepSeek V3.2=deepseek'],
    ],
    [
      '阿里云百炼与火山引擎豆包大模型',
      ['阿里云百炼=alibaba-cloud', '火山引擎=volcano-engine', '豆包大模型=volcano-engine'],
    ],
    ['騰訊雲混元', ['騰訊雲=tencent-cloud', '混元=tencent-cloud']],
    ['10,000 H100s and Trainium 2 chips', ['H100s=nvidia', 'Trainium 2 chips=aws']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  it('takes ambiguous names only with a capital, in a text about AI or cloud', () => {
    expect(find('the oracle said a meta joke')).toEqual([]);
    expect(find('Oracle and Meta', true)).toEqual(['Oracle=oracle', 'Meta=meta']);
    expect(find('Claude Monet met an Oracle; 早餐吃豆包', false)).toEqual([]);
  });

  it('takes an id of a model without a capital', () => {
    expect(
      find('API prices: veo-3 at $0.40, sora-2-pro, kling-2.5 and command-r-plus; recraft-v3 by the image'),
    ).toEqual([
      'veo-3=google-cloud',
      'sora-2-pro=openai',
      'kling-2.5=kuaishou',
      'command-r-plus=cohere',
      'recraft-v3=recraft',
    ]);
    expect(find('on the API nova-micro costs less')).toEqual(['nova-micro=aws']);
    expect(find('an API for the command-line tool, a solar-powered hall, spark-ignition', true)).toEqual([]);
  });

  it('takes a name that ends in AI only with a capital in front', () => {
    expect(find('a plan to scale AI in every plant')).toEqual([]);
    expect(find('Scale AI pays its labellers')).toEqual(['Scale AI=scale-ai']);
  });

  it('asks what else a text speaks of where a name is a first name too', () => {
    expect(find('Devin costs $20 a month, said Cognition AI')).toEqual(['Devin=cognition', 'Cognition AI=cognition']);
    expect(find('Devin pays for tokens by the month')).toEqual([]);
  });

  it('does not find names inside words', () => {
    expect(find('paws, metal, grokking, openings')).toEqual([]);
  });

  it('has well-formed slugs and no name twice', () => {
    const named = [...gazetteer.organisations, ...gazetteer.reporters, ...gazetteer.people, ...gazetteer.chips];
    for (const { slug } of named) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const owners = new Map<string, string>();
    for (const entry of named)
      for (const name of [
        ...entry.names,
        ...('products' in entry && Array.isArray(entry.products) ? entry.products : []),
      ]) {
        expect(name).toBe(fold(name));
        // Where the scan looks for names at all.
        expect(name).toMatch(/^[a-z0-9\u4e00-\u9fff].*\S$/);
        expect(owners.get(name) ?? entry.slug).toBe(entry.slug);
        owners.set(name, entry.slug);
      }
    for (const name of [...gazetteer.weak, ...gazetteer.cased, ...Object.keys(gazetteer.contexts)])
      expect(owners.has(name), name).toBe(true);
  });
});
