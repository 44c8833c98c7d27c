import type { Article } from './analysis.ts';
import { groupOf } from './families.ts';
import { lastAsked } from './last-asked.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './source-subject.ts';
import { hasHan } from './text.ts';

const COMPANY = /^ ?(?:该?公司|该?集团|the company|the group)/;
/** 海外算力笔记｜甲: the one house that the title names, or the line over a text: whom it goes on to call the company. */
const houseOver = lastAsked((article: Article): string | null => {
  const { start, end, block } = article.sentences[0] ?? { start: 0, end: 0, block: -1 };
  const isLine =
    article.sentences[1]?.block !== block && !/[。;；.!?！？]$/.test(article.folded.slice(start, end).trimEnd());
  const titled = article.titleEntities.filter((e) => e.kind === 'organisation');
  const over = titled.length > 0 ? titled : isLine ? article.entitiesOf(0) : [];
  const named = new Set(over.filter((e) => e.kind === 'organisation').map((e) => e.slug));
  return named.size === 1 ? ([...named][0] ?? null) : null;
});

/** Who is meant by 公司, where the text above speaks of `carried`: the house it reports on, not whom it named in passing, nor its cloud arm. */
export function companyMeant(article: Article, reading: Reading, clause: number, carried: Subject): Subject {
  const ofClause = COMPANY.test(reading.text.slice(clause));
  if (!ofClause && !COMPANY.test(reading.text)) return carried;
  const owner = hasHan(reading.text) ? null : ownerOfUnit(article, reading, carried);
  if (owner !== null) return { ...carried, slugs: [owner], names: [] };
  const over = hasHan(reading.text) ? houseOver(article) : null;
  if (over !== null && groupOf(over) !== groupOf(carried.slugs[0] ?? '') && calledSo(article, reading, over))
    return { ...carried, slugs: [over], names: [] };
  return ofClause ? { ...carried, slugs: carried.slugs.map((slug) => groupSpokenOf(article, reading, slug)) } : carried;
}

const UNIT = /^(?:['’]s)? (?:[\w-]+ ){0,2}(?:division|unit|arm|subsidiary|team|lab|labs|business)\b/;
/** "designed by Meta's Kelva unit. The group promised": who a unit is said to belong to is meant; null elsewhere. */
function ownerOfUnit(article: Article, reading: Reading, { slugs }: Subject): string | null {
  for (const i of article.thread.before(reading.index, 2)) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const text = article.folded.slice(start, end);
    const named = article.entitiesOf(i);
    const at = named.findIndex((e) => e.slug === slugs[0]);
    const [unit, owner] = [named[at], named[at - 1]];
    if (!unit) continue;
    const owned = owner && /^['’]s? $/.test(text.slice(owner.end, unit.start)) && UNIT.test(text.slice(unit.end));
    return owned ? groupOf(owner.slug) : null;
  }
  return null;
}

function groupSpokenOf(article: Article, reading: Reading, slug: string): string {
  const group = groupOf(slug);
  if (group === slug || article.titleEntities.some((e) => e.slug === group)) return group;
  for (let i = 0; i < reading.index; i++) if (article.entitiesOf(i).some((e) => e.slug === group)) return group;
  return slug;
}

const SPOKEN_OF = /(?:^|[,，]) ?(?:该?公司|集团)(?!债|法|类|间)/;
/** True where a sentence before calls the house of the text 公司, and names nobody else before it does. */
function calledSo(article: Article, reading: Reading, over: string): boolean {
  for (let i = 0; i < reading.index; i++) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    const at = SPOKEN_OF.exec(article.folded.slice(start, end))?.index;
    if (at !== undefined && !article.entitiesOf(i).some((e) => e.slug !== over && e.start < at)) return true;
  }
  return false;
}
