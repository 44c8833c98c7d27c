import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import { lastAsked } from '../last-asked.ts';
import type { Reading } from '../reading.ts';
import { matches } from '../text.ts';

/** Provinces and cities of China whose own computing power is reported: the hubs of 东数西算 and the places that publish figures. */
const HUBS: Readonly<Record<string, string>> = {
  韶关: 'shaoguan',
  乌兰察布: 'ulanqab',
  和林格尔: 'horinger',
  呼和浩特: 'hohhot',
  汕头: 'shantou',
  贵安: 'guian',
  贵阳: 'guiyang',
  贵州: 'guizhou',
  庆阳: 'qingyang',
  中卫: 'zhongwei',
  宁夏: 'ningxia',
  甘肃: 'gansu',
  兰州: 'lanzhou',
  内蒙古: 'inner-mongolia',
  张家口: 'zhangjiakou',
  怀来: 'huailai',
  芜湖: 'wuhu',
  合肥: 'hefei',
  安徽: 'anhui',
  成都: 'chengdu',
  四川: 'sichuan',
  雅安: 'yaan',
  重庆: 'chongqing',
  上海: 'shanghai',
  北京: 'beijing',
  天津: 'tianjin',
  河北: 'hebei',
  廊坊: 'langfang',
  山西: 'shanxi',
  大同: 'datong',
  深圳: 'shenzhen',
  广州: 'guangzhou',
  东莞: 'dongguan',
  珠海: 'zhuhai',
  广东: 'guangdong',
  杭州: 'hangzhou',
  宁波: 'ningbo',
  浙江: 'zhejiang',
  苏州: 'suzhou',
  南京: 'nanjing',
  无锡: 'wuxi',
  江苏: 'jiangsu',
  济南: 'jinan',
  青岛: 'qingdao',
  山东: 'shandong',
  郑州: 'zhengzhou',
  河南: 'henan',
  武汉: 'wuhan',
  宜昌: 'yichang',
  湖北: 'hubei',
  长沙: 'changsha',
  湖南: 'hunan',
  西安: 'xian',
  陕西: 'shaanxi',
  青海: 'qinghai',
  新疆: 'xinjiang',
  哈密: 'hami',
  克拉玛依: 'karamay',
  昆明: 'kunming',
  云南: 'yunnan',
  福州: 'fuzhou',
  厦门: 'xiamen',
  福建: 'fujian',
  海南: 'hainan',
  沈阳: 'shenyang',
  大连: 'dalian',
  辽宁: 'liaoning',
  哈尔滨: 'harbin',
  南宁: 'nanning',
  广西: 'guangxi',
  南昌: 'nanchang',
  江西: 'jiangxi',
};
/** 韶关集群, 贵安新区, 中卫市: the place itself, not where a house is ("在上海") or what it is called by ("上海某某"). */
const HUB = new RegExp(
  `(?<![在于自向往赴])(${Object.keys(HUBS).join('|')})(?=[:：]|市|省|自治区|新区|地区|枢纽|集群|节点|基地|数据中心|智算|算力|临港|的|已|目前|现|今年|去年|全|累计|共|拥有|部署|投运|建成|建有|规划|计划|将|日均|月均|要)`,
  'g',
);
/** 今年中卫谋划项目20个, 贵阳市已安排: a place that builds. */
const PLANS_THERE = new RegExp(
  `(?:^|[,，;；:：。] ?)(?:今年|去年|明年|20\\d\\d年|目前|近年来?|上半年)?,?(${Object.keys(HUBS).join('|')})(?:市|省|州|新区)?(?:今年|去年|目前|已|共|还|累计|全市|全省)*(?:谋划|安排|规划|计划|打算|拟|新建|启动|开工|实施|推进|布局)`,
);
/** The province or city that a sum's sentence says builds or plans, with no house between; null elsewhere. */
export function placeBuilding(
  { text, original, entities }: Reading,
  to: number,
): { slug: string; name: string } | null {
  const match = PLANS_THERE.exec(text.slice(0, to));
  const place = match?.[1];
  const slug = HUBS[place ?? ''];
  if (!match || place === undefined || slug === undefined) return null;
  const start = match.index + match[0].indexOf(place);
  if (entities.some((e) => isActor(e) && e.start >= start && e.end <= to)) return null;
  return { slug, name: original.slice(start, start + place.length) };
}
/** 全市, 当地: the place spoken of above. */
const THERE = /全[市省区州县]|当地|该[市省区]|本[市省区]/;
/** How many sentences up the place may have been named. */
const REACH = 8;

const hubIn = (text: string): string | null => HUBS[matches(HUB, text)[0]?.[1] ?? ''] ?? null;

/** The province or city whose figure this is, where the words before it name one or say 全市 of one named above; null elsewhere. */
export function hubOf(article: Article, reading: Reading, to: number): string | null {
  const lead = reading.text.slice(0, to);
  // 贵州已有15万张，宁夏中卫已投运12万张: of the place named last, behind the figure before.
  const told = reading.quantities.findLast((q) => q.end <= to)?.end ?? 0;
  const own = HUBS[matches(HUB, lead).findLast(({ index }) => index >= told)?.[1] ?? ''] ?? hubIn(lead);
  if (own !== null) return own;
  return (THERE.test(lead) ? hubAbove(article, reading) : null) ?? soleHub(article);
}

function hubAbove(article: Article, reading: Reading): string | null {
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - REACH; i--) {
    const sentence = article.sentences[i];
    const above = sentence ? hubIn(article.folded.slice(sentence.start, sentence.end)) : null;
    if (above !== null) return above;
  }
  return hubIn(article.titleText);
}

/** The one place that a text speaks of which names no house: a plan of its government. */
const soleHub = lastAsked((article: Article): string | null => {
  const places = new Set([hubIn(article.titleText)].filter((place) => place !== null));
  let houses = article.titleEntities.some(isActor);
  for (let i = 0; i < article.sentences.length && !houses; i++) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const place = hubIn(article.folded.slice(start, end));
    if (place !== null) places.add(place);
    houses = article.entitiesOf(i).some(isActor);
  }
  return !houses && places.size === 1 ? ([...places][0] ?? null) : null;
});
