import { describe, expect, it } from 'vitest';
import { readNews } from '../../../../processors/extract/news/read-news.ts';
import { articleOf } from './fixtures.ts';

const objectsOf = (text: string): (string | null)[] => readNews(articleOf(text, '2026-05-07')).map((a) => a.object);

describe('what a Chinese sum is of', () => {
  it.each([
    ['甲骨文公布季报，公司营收 171 亿美元，同比增长 21%。', ['营收']],
    ['腾讯云 2025 年收入 420 亿元，经营利润 31 亿元。', ['腾讯云 2025 年收入', '经营利润']],
    ['快手：一季度收入 326 亿元，同比增长 11%。', ['快手：一季度收入']],
    ['金山云把 2026 年收入指引上调到 120 亿元。', ['2026 年收入指引']],
    ['亚马逊手上约 3100 亿美元的未交付订单，多数来自 AWS。', ['未交付订单']],
    ['京东云今年在智算中心上投入 45 亿元。', ['智算中心']],
    ['Meta 没有给全年数字，但二季度它一口气花了 210 亿美元建数据中心。', ['数据中心']],
  ])('%s', (text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });

  it.each([
    ['谷歌今年的资本开支定在 900 亿美元，上半年用掉 410 亿美元。', ['资本开支', '资本开支']],
    ['xAI 的年化收入年初还是 12 亿美元，6 月便越过了 30 亿美元。', ['xAI 的年化收入', 'xAI 的年化收入']],
    ['百度：今年资本开支 180 亿元，其中 60 亿元准备用来买推理服务器。', ['资本开支', '推理服务器']],
    ['微软营收 700 亿美元，其中智能云业务贡献了 300 亿美元。', ['微软营收', '智能云业务']],
  ])('that goes on from another: %s', (text, objects) => {
    expect(objectsOf(text)).toHaveLength(objects.length);
    for (const [i, object] of objectsOf(text).entries()) expect(object).toContain(objects[i]);
  });
});

describe('what a Chinese count is of', () => {
  it.each([
    ['联通云介绍，全国节点部署的算力卡共有 2.6 万张。', ['算力卡']],
    ['火山引擎订购 4 万块 GB300，首批 8000 块已到货。', ['GB300', 'GB300']],
    ['Crusoe 在得州的“长角”园区明年启用，功率 900 兆瓦，最终扩到 2 吉瓦。', ['长角', '长角']],
    ['CoreWeave 已投运的容量跨过了 1.3 吉瓦。', ['已投运的容量']],
  ])('%s', (text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });
});

describe('what Chinese tokens run on', () => {
  it.each([
    ['国家数据局介绍，我国日均词元调用量已超过 150 万亿。', ['日均词元调用量']],
    ['谷歌说，全线产品每月处理 1500 万亿个 token。', ['全线产品']],
    ['联发科内部的生成式 AI 平台，上一季用掉 3.1 万亿 tokens。', ['生成式 AI 平台']],
    ['OpenRouter 周一公布，自动路由 Fusion Gateway 每天经手 90 亿 tokens。', ['Fusion Gateway']],
    ['IDC 称，2025 年全国大模型调用总量为 1900 万亿 tokens。', ['全国大模型调用总量']],
  ])('%s', (text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });
});

describe('the market that a Chinese sentence takes up', () => {
  it.each([
    ['中国智能体市场还小。IDC 预计，今年整个市场规模将达到 92 亿元。', ['中国智能体市场']],
    ['Omdia：去年国内企业在云基础设施上花掉 410 亿美元。', ['云基础设施']],
    ['高盛和花旗看法不同：前者认为 2028 年中国 AI 云规模为 3100 亿元。', ['中国 AI 云']],
  ])('%s', (text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });
});

describe('what a Chinese price is of', () => {
  it.each([
    ['GLM-5 今天开放接口。计费如下：输入 3 元/百万 tokens，输出 12 元/百万 tokens。', ['GLM-5', 'GLM-5']],
    ['Kimi K3 的标准定价 $0.60 / 百万 tokens 输入，$2.40 / 百万 tokens 输出。', ['Kimi K3', 'Kimi K3']],
  ])('%s', (text, objects) => {
    expect(objectsOf(text)).toEqual(objects);
  });
});
