import { html } from 'hono/html';
import type { Market, Repricing } from './market.ts';

export interface DemoArticle {
  readonly path: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly paragraphs: readonly string[];
}

/** What the wire writes at a step, newest first; `stepTime` says when a step is (articles carry real dates). */
export function articles(
  market: Market,
  step: number,
  lang: 'en' | 'zh',
  stepTime: (step: number) => Date,
): DemoArticle[] {
  const repricings = market.announced(step).map((repricing) => priceArticle(repricing, lang, stepTime));
  const volumes = Array.from({ length: Math.floor(step / 10) + 1 }, (_, month) =>
    volumeArticle(month, lang, stepTime(month * 10)),
  );
  return [...repricings, ...volumes].toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}

function priceArticle(repricing: Repricing, lang: 'en' | 'zh', stepTime: (step: number) => Date): DemoArticle {
  const { vendor } = repricing;
  const percents = [...repricing.percents.values()];
  const low = Math.min(...percents.map(Math.abs));
  const high = Math.max(...percents.map(Math.abs));
  const isHike = (percents[0] ?? 0) > 0;
  const effective = stepTime(repricing.step);
  const names = [...repricing.percents.keys()];
  const publishedAt = stepTime(repricing.announcedAt ?? repricing.step);
  const path = `/news/${lang}/${vendor.id}-${repricing.step}`;
  if (lang === 'zh') {
    const range = low === high ? `${low}%` : `${low}%至${high}%`;
    const day = `${effective.getUTCFullYear()}年${effective.getUTCMonth() + 1}月${effective.getUTCDate()}日`;
    const verb = isHike ? '上调' : '下调';
    return {
      path,
      title: `${vendor.nameZh}宣布${verb}模型服务价格`,
      publishedAt,
      paragraphs: [
        `${vendor.nameZh}今日发布公告，自${day}起${verb}大模型服务价格，${isHike ? '涨' : '降'}幅为${range}，涉及${names.join('、')}等模型。`,
        isHike
          ? '公告称，调整的原因是算力成本上升以及供应链价格变化。'
          : '公告称，技术优化使推理成本下降，希望更多开发者受益。',
        '已购买的资源包在有效期内不受影响，新的价格以官网计费页面为准，客户可以在控制台查看账单明细。',
      ],
    };
  }
  const range = low === high ? `${low} percent` : `${low} to ${high} percent`;
  const day = effective.toLocaleDateString('en-US', {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    path,
    title: `${vendor.name} ${isHike ? 'raises' : 'cuts'} model prices`,
    publishedAt,
    paragraphs: [
      `${vendor.name} will ${isHike ? 'raise' : 'cut'} the prices of its model services by ${range}, effective ${day}, the company said in a notice to customers. The change covers ${names.join(', ')}.`,
      isHike
        ? 'It named the rising cost of computing power and of hardware as the reason.'
        : 'It said that better inference software had made the models cheaper to run.',
      'Resource packages that were bought before keep their terms until they run out; the price page is authoritative for everything else.',
    ],
  };
}

function volumeArticle(month: number, lang: 'en' | 'zh', publishedAt: Date): DemoArticle {
  const trillions = 120 + month * 15;
  return lang === 'zh'
    ? {
        path: `/news/zh/tokens-${month}`,
        title: `豆包大模型日均tokens调用量突破${trillions}万亿`,
        publishedAt,
        paragraphs: [
          `火山引擎披露，豆包大模型日均tokens调用量已超过${trillions}万亿。`,
          '企业客户的调用主要来自智能体、客服和内容创作，平台方面表示将继续扩大推理集群的规模。',
          '业内人士认为，调用量的增长速度已经超过了年初的预期，对算力的需求也随之上升。',
        ],
      }
    : {
        path: `/news/en/tokens-${month}`,
        title: `Doubao passes ${trillions} trillion tokens a day`,
        publishedAt,
        paragraphs: [
          `Volcano Engine said that its Doubao models now process more than ${trillions} trillion tokens a day.`,
          'Agents, customer service and content creation make up most of the calls from companies, and the platform will keep adding inference clusters.',
          'Observers said that usage had grown faster than anybody expected at the start of the year, and with it the demand for computing power.',
        ],
      };
}

export async function articlePage(article: DemoArticle, lang: string): Promise<string> {
  const day = article.publishedAt.toISOString();
  return String(
    await html`<!doctype html><html lang="${lang}"><head><title>${article.title}</title>
<meta property="article:published_time" content="${day}"></head><body><header><a href="/">Wire</a></header>
<article><h1>${article.title}</h1><time datetime="${day}">${day.slice(0, 10)}</time>${article.paragraphs.map((text) => html`<p>${text}</p>`)}</article>
<footer><a href="/about">About</a></footer></body></html>`,
  );
}
