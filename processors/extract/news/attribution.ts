import type { Article } from './analysis.ts';
import { isSource } from './cited.ts';
import { ofAnotherItem } from './context.ts';
import { coordinated } from './coordinated.ts';
import { type Entity, isActor } from './entities.ts';
import { groupOf } from './families.ts';
import { oneOfTwo } from './former-latter.ts';
import { lastAsked } from './last-asked.ts';
import { lineOverList } from './list-opening.ts';
import { isAside } from './named-aside.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';
import { kebab, pollster } from './unknown-name.ts';

/** What Wall Street had in mind, nobody in particular reports. */
const NOBODY = 'wall-street';

/** "$9.6 billion in loans led by JPMorgan": a bank that lends reports nothing. */
const lends = (text: string): boolean => /\b(?:loans?|lenders?|financing|underwrit\w+|tranche|bonds?)\b/.test(text);

/** They count the country, not what companies say of themselves. */
const STATE = new Set(['national-data-bureau', 'miit', 'nbs', 'ndrc', 'cac', 'caict']);

/** Omdia（原 Canalys）: what the house that counts was called. */
const FORMER_NAME = /[(（](?:原名?|前身|曾用名|旧称)(?:为|是)? ?$/;

/** Up to the clause that says what of its own somebody tells. */
const OF_ITSELF =
  /^[^,，。;；]{0,20}(?:说|称|表示|透露|披露|指出|介绍|宣布)[,，:：]? ?["“「]?(?:它|其|旗下|自家|自己|该?公司|我们)/;

/** Who reports a figure that is not about them; null where nobody is named. */
export function attributionOf(
  article: Article,
  reading: Reading,
  subject: string | null,
  at = reading.text.length,
): string | null {
  const asked = pollster(reading);
  if (asked) return reading.entities.find((e) => e.kind === 'reporter' && asked.startsWith(e.slug))?.slug ?? asked;
  const own = reading.entities.find((e) => isActor(e) && e.slug === subject);
  const together = own ? coordinated(reading, own) : [];
  const sources = reading.entities.filter(
    (e) =>
      !together.includes(e) &&
      (subject === null || groupOf(e.slug) !== groupOf(subject)) &&
      e.kind !== 'chip' &&
      e.slug !== NOBODY &&
      !FORMER_NAME.test(reading.text.slice(Math.max(0, e.start - 6), e.start)) &&
      isSource(reading, e) &&
      !isAside(reading, e),
  );
  // "高盛与花旗…：前者认为…，后者…": which of two that count.
  const clause = reading.text.slice(0, at).search(/[^,，;；。]*$/);
  const chosen = oneOfTwo(reading, (e) => e.kind === 'reporter', clause, at);
  if (chosen) return chosen.slug;
  // 甲处理1300万亿，乙在大会上说，它…: who speaks of himself in a later clause told nothing of the figure before.
  const behind = sources.find(
    (e) =>
      e.kind === 'reporter' ||
      (e.start < at
        ? !ofItsOwn(reading, e, at)
        : // …7000亿美元；英伟达首席执行官称…: of another matter.
          !(/[;；]/.test(reading.text.slice(at, e.start)) || OF_ITSELF.test(reading.text.slice(e.end, e.end + 30)))),
  );
  const near = sources.findLast((e) => e.end <= at && !/[;；]/.test(reading.text.slice(e.end, at))) ?? behind;
  if (near) return near.slug;
  const here = sources.length === 0 ? unheardSource(reading) : null;
  if (here && here !== subject) return here;
  // 按该机构的测算: the one named last, however far above.
  const reach = /(?:该|这家|上述)(?:研究|咨询|市场研究)?机构/.test(reading.text) ? 12 : 3;
  for (const i of article.thread.before(reading.index, reach)) {
    const sentence = article.sentences[i];
    if (!sentence) break;
    if (ofAnotherItem(article, reading, i)) continue;
    const reporter = article
      .entitiesOf(i)
      .find(
        (e) =>
          e.kind === 'reporter' &&
          e.slug !== NOBODY &&
          !lends(article.folded.slice(sentence.start, sentence.end)) &&
          !isAside(article.reading(i), e),
      );
    if (
      reporter &&
      !(STATE.has(reporter.slug) && reading.entities.some(isActor)) &&
      (sentence.block === reading.block ||
        article.blocks[sentence.block]?.kind !== 'heading' ||
        (article.blocks[reading.block]?.kind === 'row' && article.folded[sentence.end - 1] === ':'))
    )
      return reporter.slug;
  }
  const over = counterOverList(article, reading);
  if (over !== null && (subject === null || groupOf(over) !== groupOf(subject))) return over;
  const below = subject === null ? sourceBelow(article, reading) : null;
  if (below) return below;
  const title = article.titleEntities.find((e) => e.kind === 'reporter' && e.slug !== NOBODY);
  return title?.slug ?? pressHost(article, reading);
}

/** 甲预计烧钱30亿；乙预计亏损740亿, "Google says it processes ...; Microsoft's Foundry served": what a house says, before a semicolon and the name of another. */
function ofItsOwn({ text, entities }: Reading, source: Entity, at: number): boolean {
  const stop = Math.max(text.lastIndexOf('；', at), text.lastIndexOf(';', at));
  return (
    stop > source.end &&
    (!hasHan(text) || OWN_GUESS.test(text.slice(source.end, source.end + 6))) &&
    entities.some((e) => isActor(e) && e.start > stop && e.end <= at)
  );
}
const OWN_GUESS = /^ ?(?:则|也|还)?预[计期测]/;

/** "Who got the H100s? Omdia's count:", "According to Jefferies:": whose count the items of a list are. */
function counterOverList(article: Article, reading: Reading): string | null {
  for (const line of lineOverList(article, reading)) {
    const counter = line.entities.find((e) => e.kind === 'reporter' && e.slug !== NOBODY);
    if (counter) return COUNTS.test(line.text) && !isAside(line, counter) ? counter.slug : null;
  }
  return null;
}
const COUNTS =
  /\b(?:counts?|tally|estimates?|according to|data|figures|numbers|forecasts?|projections?|tracker|by)\b|统计|测算|数据|估[计算]|预[计测]/;

const SOURCE_NOTE =
  /^[^,，]{0,10}(?:数据(?:均|皆)?(?:来自|来源|出自)|资料来源|来源[:：]|source[:s]|data[:：]|figures (?:are|come) from)/;
/** 市场规模数据来自IDC: a note further down that says whose the figures are. */
function sourceBelow(article: Article, reading: Reading): string | null {
  for (let i = reading.index + 1; i < article.sentences.length && i <= reading.index + 6; i++) {
    const { start, end } = article.sentences[i] ?? { start: 0, end: 0 };
    if (end - start > 80 || !SOURCE_NOTE.test(article.folded.slice(start, end))) continue;
    const named = article.entitiesOf(i).find((e) => e.kind === 'reporter' && e.slug !== NOBODY);
    if (named) return named.slug;
  }
  return null;
}

const NAME = '(?:[A-Z][\\w&]*(?:-[A-Z]\\w*)?)(?: [A-Z][\\w&]*){0,3}';
const ROLE =
  '[Cc]onsultants?|[Aa]nalysts?|[Rr]esearchers?|[Ee]conomists?|(?:research|consulting|advisory|market-research) (?:firm|house|group|company)|consultancy|brokerage|market researcher|think[- ]tank';
const SAYS =
  'says|said|estimates|estimated|reckons|reckoned|forecasts|projects|predicts|counts|counted|found|finds|puts';
/** What makes a name a source: what leads up to it, what it is called, what it says. */
const SOURCES: readonly RegExp[] = [
  new RegExp(
    `(?:\\b[Aa]ccording to|\\b[Pp]er(?! (?:[KMGT]i?B|[kMG]Wh?|v?CPU|GPU|TPU|M?Toks?)\\b)|\\b(?:data|figures|numbers|estimates|research|analysis|a report) (?:from|by)|\\b(?:tracked|documented|compiled|reported|estimated|calculated) by|\\b[A-Z][a-z]+ [A-Z][a-z]+ at|, (?:${SAYS})) (?:the )?(?<name>${NAME})(?<tail> (?:analysis|data|research|figures|estimates|report|survey|index|tracker)\\b)?`,
  ),
  new RegExp(`(?:^|[.,;:] )(?<name>${NAME}) (?:${SAYS})\\b`),
];
const OF_A_SOURCE =
  /\b(?:Labs?|Research|Analytics|Intelligence|Insights?|Group|Partners|Ventures|Consulting|Securities|Capital|Bank|Institute|Data|Index|Advisory|Associates|Media|News|Times|Journal|Post|Review|Compute|Markets?)\b|[a-z][A-Z]/;
/** "consultants at Arcadis say", "the research firm Redseer": a source by what it is. */
const BY_ROLE = new RegExp(`\\b(?:${ROLE})(?: (?:at|from|with))? (?<name>${NAME})`);

/** A paper whose name is of two common words. */
const PAPER = /\bThe Information(?= (?:reported|reports|said|says|wrote|has)\b|[,，.。;]|[报称援的看]|$)/;

/** "per SpendArk analysis", "according to Intuition Labs": a house that counts and is in no list, told by its name or by what it made. */
const unheardSource = lastAsked(({ original, entities }: Reading): string | null => {
  const paper = PAPER.exec(original)?.[0];
  if (paper) return kebab(paper);
  const heard = [BY_ROLE.exec(original), ...SOURCES.map((pattern) => pattern.exec(original))].find(
    (match, i) =>
      match?.groups && (i === 0 || match.groups['tail'] !== undefined || OF_A_SOURCE.test(match.groups['name'] ?? '')),
  );
  const name = heard?.groups?.['name'];
  if (!heard || name === undefined) return null;
  const at = heard.index + heard[0].indexOf(name);
  return entities.some((e) => e.start < at + name.length && e.end > at) ? null : kebab(name);
});

/** 国家数据局举行新闻发布会: whose figures are those that follow and are nobody's own; null where a text opens otherwise. */
function pressHost(article: Article, reading: Reading): string | null {
  const first = article.sentences[0];
  if (!first || reading.index === 0 || reading.entities.some(isActor)) return null;
  // A release headed by the name of the office that counts.
  const office = article
    .entitiesOf(0)
    .find((e) => e.kind === 'reporter' && e.end - e.start >= first.end - first.start - 2);
  if (office) return office.slug;
  const host = article.entitiesOf(0).find((e) => STATE.has(e.slug));
  return host && /发布会|通气会|吹风会|公报/.test(article.folded.slice(first.start, first.end)) ? host.slug : null;
}

/** A ministry or bureau, which counts the country. */
export const isState = (slug: string | null): boolean => slug !== null && STATE.has(slug);

const ROUTERS = new Set(['openrouter', 'vercel', 'poe', 'artificial-analysis']);

/** The platform whose counts an article quotes ("OpenRouter 的统计显示"), near above a sentence; null where none is. */
export function countedBy(article: Article, reading: Reading, subject: string | null): string | null {
  // "Google said that it processes": it counts for itself.
  if (reading.entities.some((e) => isActor(e) && e.slug === subject && isSource(reading, e))) return null;
  for (let i = reading.index; i >= 0 && i >= reading.index - 8; i--) {
    const router = article.entitiesOf(i).find((e) => ROUTERS.has(e.slug) && e.slug !== subject);
    if (router) return router.slug;
  }
  return article.titleEntities.find((e) => ROUTERS.has(e.slug) && e.slug !== subject)?.slug ?? null;
}
