import type { Announcement } from '../../../../infra/contracts/announcement.ts';
import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import type { Draft } from '../draft.ts';
import { isActor } from '../entities.ts';
import { cloudOf, groupOf } from '../families.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Subject } from '../source-subject.ts';
import { hasHan } from '../text.ts';
import { groupMeant, names } from './group-or-arm.ts';
import type { Found } from './sums.ts';

/** What only a group reports, whatever the metric. */
const OF_GROUP =
  /自由现金流|经营现金流|fcf|(?<![a-z])rpo(?![a-z])|履约义务|合并(?:营收|收入)|总(?:营收|收入)|集团(?:营收|收入)|企业服务|(?:营收|收入)(?:指引|展望|预期)/;
/** Segments that have a cloud in their name and are no cloud arm. */
const SEGMENTED: ReadonlySet<string> = new Set(['microsoft', 'oracle']);
const SEGMENT = /智能云|微软云/;
/** 微软的智能云: a segment of the group, more than its cloud. */
export const isSegment = (slug: string | undefined, label: string): boolean =>
  slug !== undefined && SEGMENTED.has(slug) && SEGMENT.test(label);
/** 云业务收入, AI云收入, 智能云基础设施收入: right before the word for what it earns. */
const CLOUD_EARNS =
  /(?:^|[^\u4e00-\u9fff]|[的其中季度年料计期测估达])(?:ai|公有|智能)?云(?:智能)?(?:业务|计算|服务|基础设施)?(?:租赁|订阅)?的?(?:总|年化|全年|外部|季度)?$/;

/**
 * Whether a figure is of a group or of its cloud arm, where the words found name the other of the two: capital spending, net
 * income, free cash flow and what is contracted are a group's, whose cloud was only named before; 云业务收入 is the cloud's. Null
 * where the words found hold.
 */
export function groupOrCloud(
  article: Article,
  reading: Reading,
  q: Quantity,
  { cue }: Found,
  metric: Announcement['metric'],
  { slugs, how }: Subject,
  previous: Draft | null,
): string | null {
  const slug = slugs[0];
  if (slug === undefined) return null;
  const group = groupOf(slug);
  if (!hasHan(reading.text))
    return (
      groupMeant(article, reading, q, slug, previous) ??
      goesOnWithGroup(reading, slug, how, previous) ??
      groupNamed(article, reading, metric, slug, how)
    );
  const [start] = clauseAt(reading, q.start);
  const [from, to] = clauseAt(reading, cue.start);
  const clause = `${reading.text.slice(from, to)} ${reading.text.slice(start, q.end + 12)}`;
  if (group === slug) {
    const earns = metric === 'revenue' || metric === 'operating_profit';
    const lead = reading.text.slice(start, cue.end > cue.start && cue.end <= q.start ? cue.start : q.start);
    // 云业务增长63%，达到: the business itself is the cue.
    const cloud = CLOUD_EARNS.test(lead) || CLOUD_EARNS.test(reading.text.slice(from, cue.end));
    return earns && cloud && !SEGMENTED.has(slug) ? cloudOf(slug) : null;
  }
  if (slug === 'azure' && SEGMENT.test(clause)) return group;
  if (metric !== 'capex' && metric !== 'net_income' && !OF_GROUP.test(clause)) return null;
  // 阿里云资本开支: the arm itself, named for it.
  if (reading.entities.some((e) => e.slug === slug && e.start >= start && e.end <= q.start)) return null;
  // 谷歌云收入136亿美元。公司把全年资本支出上调至850亿美元
  if (metric === 'capex' && how === 'carried' && cloudOf(group) === slug) return group;
  return names(article, group) ? group : null;
}

/** "Its cloud grew to $9 billion. Total revenue was $31 billion; profit fell to $4 billion": the group was gone over to. */
const goesOnWithGroup = (reading: Reading, arm: string, how: Subject['how'], previous: Draft | null): string | null =>
  how === 'carried' &&
  groupOf(arm) !== arm &&
  previous?.kind === 'financial' &&
  previous.subject === groupOf(arm) &&
  reading.start - previous.quoteEnd < 4 &&
  !/cloud|\baws\b|azure/.test(reading.text)
    ? previous.subject
    : null;

/** "Alibaba: revenue of ...; Alibaba Cloud had ...; capital spending was": in English, of the house that its own paragraph names. */
function groupNamed(
  article: Article,
  reading: Reading,
  metric: Announcement['metric'],
  arm: string,
  how: Subject['how'],
): string | null {
  if (metric !== 'capex' && metric !== 'net_income') return null;
  if (how === 'carried' && groupOf(arm) !== arm)
    for (let i = reading.index - 1; i >= 0 && article.sentences[i]?.block === reading.block; i--)
      if (article.entitiesOf(i).some((e) => e.slug === groupOf(arm))) return groupOf(arm);
  if (how !== 'sentence') return null;
  const first = reading.entities.find(isActor)?.slug;
  return first !== undefined && cloudOf(first) === arm ? first : null;
}

/** 第二季度营收964亿美元，谷歌云收入136亿美元: in Chinese, the group whose cloud is the first named, behind a total that names nobody; null elsewhere. */
export function groupBehind({ text, entities }: Reading, q: Quantity, metric: Announcement['metric']): string | null {
  if (metric !== 'revenue' && metric !== 'net_income' && metric !== 'operating_profit' && metric !== 'capex')
    return null;
  const first = entities.find(isActor);
  if (!first || first.start < q.end || !hasHan(text) || groupOf(first.slug) === first.slug) return null;
  return /[,，;；、]/.test(text.slice(q.end, first.start)) && EARNS.test(text.slice(first.end))
    ? groupOf(first.slug)
    : null;
}
const EARNS = /^(?:业务|服务)?的?(?:季度|当季|季)?(?:收入|营收)/;
