import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const objectsOf = (text: string): (string | null)[] => readNews(articleOf(text, '2026-05-07')).map((a) => a.object);

describe('what a figure is of, where the words found name nothing', () => {
  it.each([
    [
      'no label of a line: the model the lines above name',
      '### Mistral Large 3\n\n- Direct: $2/$6 per million tokens\n- Result: $1.80 per million input tokens through the reseller',
      ['Mistral Large 3', 'Mistral Large 3', 'Mistral Large 3'],
    ],
    [
      'no tier: the model beside it',
      'Anthropic cut prices again: its cheapest tier, Haiku 4.5, dropped to $0.60 per million input tokens.',
      ['Haiku 4.5'],
    ],
    [
      'no median: the card it is the median of',
      'H200s rent for $2.60 to $4.10 per GPU-hour, with a median of $3.20 among nine providers.',
      ['H200s', 'H200s'],
    ],
    [
      'of power, no house: what it draws or has',
      'Nscale plans a campus of 900 megawatts in northern Norway. Lambda agreed to tap Crusoe for 120 megawatts of computing capacity.',
      ['campus', 'computing capacity'],
    ],
    ['of an investment, not who makes it', 'Nvidia will put up to $2 billion into Mistral, the two said.', ['Mistral']],
    [
      'of capital spending, not who spends',
      'Meta expects capital spending of $118-122 billion this year, up from an earlier $110 billion.',
      ['capital spending', 'capital spending'],
    ],
    [
      'the name right before the figure of a row',
      'Compute accounted for $31.0 billion of Nvidia sales and networking for $6.4 billion.',
      ['Nvidia sales', 'networking'],
    ],
    [
      'the next plan of a row',
      'GitHub lifts prices: Business goes from $19 to $22 per user per month and Enterprise from $39 to $45.',
      ['Business', 'Enterprise'],
    ],
    ['no verb in it', 'The backlog of CoreWeave reached $60 billion, Rajesh Menon said.', ['backlog']],
    [
      'of a Chinese price, no measure: the model above',
      '阶跃星辰下调了 Step 3.5 Flash 的价格。以每百万 tokens 计，输入由 0.8 元降至 0.5 元。',
      ['Step 3.5 Flash'],
    ],
    ['of Chinese power, no verb: what is built', 'CoreWeave 又看中奥马哈园区，四季度至少再加 180 兆瓦。', ['园区']],
    [
      'no house, in Chinese, whose price moves: what moves',
      '腾讯云、百度智能云也相继宣布上调向量数据库价格。讯飞则宣布星火 Lite 永久免费。',
      ['向量数据库', '向量数据库', '星火 Lite'],
    ],
    ['no house that drops a fee: the fee', 'MiniMax 宣布取消长文本加价。', ['长文本加价']],
    ['no house whose rates move: the rates', 'Lambda raised its reserved B200 rates by 8 percent on Monday.', ['B200']],
    ['no house that offers: the offer', 'Scaleway is out with a GPU server at €640 a month.', ['GPU server']],
    [
      'no metric: the part of a house that earns it',
      'Marvell says its chips unit now runs above a $3 billion annual revenue run rate. The annualised run rate of its AI cloud will be between $1 billion and $2 billion.',
      ['chips unit', 'AI cloud'],
    ],
    [
      'no metric in Chinese: the part that earns it',
      '商汤公布业绩。批发业务是主力，收入 7.12 亿元，同比增长 40%。',
      ['批发业务'],
    ],
    [
      'of power, the site it is an adjective of',
      'Crusoe and Nvidia are building a 240 MW AI data center in Wyoming. The chips will go to the 90-megawatt campus of Lambda.',
      ['AI data center', 'campus'],
    ],
    [
      'of tokens, what processes them',
      'Groq told partners more. Its coding agents were processing 700 billion tokens per day in March. By June the daily figure stood at 900 billion.',
      ['coding agents', 'daily figure'],
    ],
    [
      'no common noun for chips: their name',
      'Cumulative deployments of Trainium had reached 2.4 million chips by May, AWS said.',
      ['Trainium'],
    ],
    [
      'of a market, the segment that the sentence begins with',
      'Gartner puts public cloud spending at $820 billion in 2026. Platform services follow, with $210 billion in 2026.',
      ['public cloud spending', 'Platform services'],
    ],
    [
      'of a price, the name right behind it',
      'Microsoft raises the prices of its 365 plans. Frontline workers will pay $4 a month for F1 instead of $3.',
      ['F1'],
    ],
    [
      'no product that another took the place of',
      'DeepSeek cut its API prices. V3.2-Exp replaces V3.1-Terminus on the API. Input drops from $0.60 to $0.30 per million tokens.',
      ['V3.2-Exp'],
    ],
    [
      'the requests that the clause names',
      'Amazon S3 gets cheaper. PUT requests go down by 40% and GET requests by 70%.',
      ['PUT requests', 'GET requests'],
    ],
    [
      'a card called by its number',
      '算力租赁价格继续走低：A100 每小时降至 6 元，3090 只要 1.2 元/小时。',
      ['A100', '3090'],
    ],
    [
      'of Chinese money, what it builds or buys',
      '腾讯一边压缩成本，一边砸出 90 亿元买推理芯片，直追同行。智谱准备向多家供应商采购服务器，合同总额预计不超过 60 亿元。',
      ['推理芯片', '服务器'],
    ],
    [
      'no route of a model that code names above',
      'Prices of `mercury-2-small`, in AI Studio and Vertex AI:\n\n- Prompts of up to 128,000 tokens: $1.50 per million tokens in\n- Cheapest Route (Relay): $1.10 per million tokens in',
      ['mercury-2-small', 'mercury-2-small'],
    ],
    ['the whole noun, in Chinese', '快手公布業績，其他服務收入48億元，增長22%。', ['其他服務收入']],
  ])('is %s', (_name, text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });

  it('is no tier of a table either', () => {
    const rows =
      '## Gemini 3.5 Pro\n\n| Mode | Input / 1M tokens | Output / 1M tokens |\n| --- | --- | --- |\n| Standard | $1.75 | $9.50 |\n| Batch | $0.90 | $4.75 |';
    expect(new Set(objectsOf(rows))).toEqual(new Set(['Gemini 3.5 Pro']));
  });

  it('stays who each is, where one figure is told of two', () => {
    expect(objectsOf('OpenAI and Anthropic each run 3 gigawatts of data centers.').sort()).toEqual([
      'Anthropic',
      'OpenAI',
    ]);
  });
});
