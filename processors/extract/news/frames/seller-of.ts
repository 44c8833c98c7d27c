import type { Article } from '../analysis.ts';
import { cloudOf } from '../families.ts';
import type { Reading } from '../reading.ts';

/** "Baidu charges ... for ERNIE": a group prices its products through its cloud arm, where the sentence names one of them. */
export function sellerOf(article: Article, reading: Reading, slug: string | null): string | null {
  if (slug === null || cloudOf(slug) === slug) return slug;
  const cloud = cloudOf(slug);
  for (let i = reading.index; i >= 0 && i >= reading.index - 2 && article.sentences[i]?.block === reading.block; i--) {
    if (article.entitiesOf(i).some((e) => e.slug === cloud)) return cloud;
  }
  // 谷歌宣布对云产品涨价
  return ofItsGoods(slug, reading.text);
}

/** Of a group that sells what only a cloud does, its cloud. */
export const ofItsGoods = (slug: string, goods: string): string => (CLOUD_GOODS.test(goods) ? cloudOf(slug) : slug);
const CLOUD_GOODS = /云(?:产品|服务(?!商|提供|供应)|科技|主机|服务器|实例|基础设施|存储|硬盘|数据库)/;
