import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { marketSlug, OUR_MARKET, opening } from './market.ts';

const WORLDS =
  /全球(?!第|领先|首|前|最|总部|化)(?!各?大?[^,，。;；]{0,8}(?:厂商|巨头|企业|公司|服务商|运营商|大厂|云商|玩家))([^,，。;；\d]{0,16}?(?:资本(?:性)?(?:开支|支出|投入)|投资|投入|支出|开支))[^,，。;；]{0,24}$/;

/** 高盛把2027年全球AI资本开支预测上调至…: what the world spends, on its clouds or at large, and nobody who is named elsewhere; null where a house spends it. */
export function worldsSpending(article: Article, reading: Reading, q: Quantity): Subject | null {
  const { text, entities, original } = reading;
  if (!text.includes('全球')) return null;
  const [start] = clauseAt(reading, q.start);
  const match = WORLDS.exec(text.slice(start, q.start));
  const said = match?.[1];
  if (!match || said === undefined || !OUR_MARKET.test(said)) return null;
  const from = start + match.index;
  // 微软将全球数据中心投资提高到…: of the house that acts.
  if (entities.some((e) => isActor(e) && e.start >= start && e.end <= q.start)) return null;
  const end = from + match[0].indexOf(said) + said.length;
  const slugs = said.includes('云') ? [marketSlug('全球', said, opening(article))] : [];
  return { slugs, names: [original.slice(from, end)], how: 'clause' };
}
