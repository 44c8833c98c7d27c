import type { Article } from '../analysis.ts';
import { makesOnly, PURE_MAKERS } from '../chip-makers.ts';
import { isCompared } from '../compared-with.ts';
import { type Entity, isActor } from '../entities.ts';
import { groupOf } from '../families.ts';
import { soleOrganisation, sourceSubject } from '../source-subject.ts';
import { speakerOf } from '../speaker.ts';
import { kebab } from '../unknown-name.ts';
import { type Cell, type Place, type Table, VALUE_HEAD } from './table-model.ts';

/** What a box of facts about a house has lines for. */
const FACT =
  /^(?:founded|founders?|ceo|headquarters|hq|headquartered|employees|headcount|total raised|(?:total )?funding|(?:lead |key )?investors?|ticker|website|industry|tech blog)\b|^(?:成立|创立|创始人|总部|员工|首席执行官|法人|累计融资|最新估值|估值|投资方|官网|股票代码|上市地)/;
/** A column that only remarks on the figures beside it, or tells who is dealt with. */
const BESIDE =
  /^(?:notes?|remarks?|comments?|context|details?|sources?|why|what (?:moved|drove|changed|happened)|drivers?|causes?|highlights?|key (?:customers?|partners?)|(?:main |anchor )?(?:customers?|partners?|tenants?|suppliers?|investors?|clients?))\b|^(?:备注|说明|点评|注释|解读|来源|背景|要点|原因|(?:主要|核心|大)?(?:客户|合作伙伴|合作方|供应商|投资方))$/;

/** Who a cell is about: a name in its row, in its column's head, in the lines above, or the source. */
export function tableSubject(table: Table, { row, head, label, cell: own }: Place): string | null {
  const { article, reading, labels, header } = table;
  for (const [column, cell] of [...row.entries(), [-1, head] as const]) {
    if (cell !== label && cell !== own && BESIDE.test(header[column]?.text ?? '')) continue;
    // "$28B alongside its deal with Google": what a fact says behind its figure names others.
    if (own.start >= cell.start && own.end <= cell.end && VALUE_HEAD.test(head.text) && LEADS.test(cell.text)) continue;
    const entity = article.namesIn(cell.start, cell.end).find((e) => isActor(e) && !namesItsCard(article, cell, e));
    if (entity) return entity.slug;
  }
  if (table.owner !== null) return table.owner;
  const titled = labels.some((label) => FACT.test(label))
    ? (sourceSubject(article).slugs[0] ?? headedBy(article, reading.index) ?? openedBy(article))
    : undefined;
  if (titled !== undefined) return titled;
  const opening = spokenOf(article, reading.index - 1);
  const under = opening === undefined || !ENDS_IN_COLON.test(article.reading(reading.index - 1).text);
  const over = under ? headedBy(article, reading.index) : undefined;
  if (over !== undefined) return over;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - LINES_ABOVE; i--) {
    const entity = spokenOf(article, i);
    if (entity) return titleHouseAbove(article, reading.index, entity) ?? entity.slug;
    // "The H100 price story" right over a table: of a card, whoever was named farther up.
    if (i === reading.index - 1 && article.entitiesOf(i).some((e) => e.kind === 'chip'))
      return speakerOf(article) ?? article.titleEntities.find((e) => e.kind === 'organisation')?.slug ?? null;
  }
  return sourceSubject(article).slugs[0] ?? soleOrganisation(article) ?? headsName(table);
}

/** "| Oak Ridge |" in a column of houses: one that nobody knows; null where the cell holds more than a name. */
export const strangeIn = (written: string): string | null =>
  /^[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}$/.test(written) ? kebab(written) : null;

/** "Nebius sells GPU capacity. … Stakes in ClickHouse are carried as investments." over a table: the house of the title, where the lines above speak of it as well; null where the last one leads to the table, or the title names another or several. */
function titleHouseAbove(article: Article, index: number, last: Entity): string | null {
  const houses = new Set(article.titleEntities.filter((e) => e.kind === 'organisation').map((e) => groupOf(e.slug)));
  const [house, ...others] = houses;
  if (house === undefined || others.length > 0 || house === groupOf(last.slug)) return null;
  for (let i = index - 1; i >= 0 && i >= index - LINES_ABOVE; i--) {
    const named = article.entitiesOf(i);
    if (named.some((e) => e.slug === last.slug) && LEADS_ON.test(article.reading(i).text)) return null;
    const again = named.find((e) => isActor(e) && groupOf(e.slug) === house);
    if (again) return again.slug;
  }
  return null;
}
const LEADS_ON = /[:：]\W*$|\b(?:below|following|table)\b|如下|下表/;
/** So far above a table whom it is of is looked for. */
const LINES_ABOVE = 12;

const LEADS = /^[~≈]?[$€£¥]\d/;

/** "| NVIDIA H100 | $3.39 |": who makes the card, and rents none out. */
const namesItsCard = (article: Article, cell: Cell, maker: Entity): boolean =>
  PURE_MAKERS.has(maker.slug) &&
  article.namesIn(cell.start, cell.end).some((e) => e.kind === 'chip' && e.start === maker.end + 1);

/** "| Instance | GPU | EC2 Savings Plans |": the one house that the heads of a table name for what it sells; null where they name none or several. */
function headsName({ article, header }: Table): string | null {
  const named = header.flatMap(({ start, end }) => article.namesIn(start, end).filter(isActor));
  const [only, ...others] = new Set(named.map((e) => e.slug).filter((slug) => !PURE_MAKERS.has(slug)));
  return others.length === 0 ? (only ?? null) : null;
}

const ENDS_IN_COLON = /[:：] *$/;
/** So far above a table its headings are looked for. */
const HEADINGS = 60;

/** The one house that the heading over a table names, or the heading that one stands under; undefined where none names one, or one names several. */
export function headedBy(article: Article, index: number): string | undefined {
  const { blocks, sentences, entitiesOf } = article;
  let level = Number.POSITIVE_INFINITY;
  for (let i = index - 1; i >= 0 && i >= index - HEADINGS; i--) {
    const block = blocks[sentences[i]?.block ?? -1];
    if (block?.kind !== 'heading' || block.level >= level) continue;
    level = block.level;
    const [only, ...others] = new Set(
      entitiesOf(i)
        .filter((e) => e.kind === 'organisation' && !makesOnly(article.reading(i), e))
        .map((e) => e.slug),
    );
    if (others.length > 0) return undefined;
    if (only !== undefined) return only;
  }
  return undefined;
}

/** "Crusoe is a neocloud that ...": the house that a text opens with. */
function openedBy({ entitiesOf }: Article): string | undefined {
  const [first] = entitiesOf(0);
  return first && isActor(first) && first.start < 4 ? first.slug : undefined;
}

/** Who a sentence is about; one it only sets beside another is not. */
export function spokenOf(article: Article, index: number, kind: Entity['kind'] | null = null): Entity | undefined {
  const entities = article.entitiesOf(index);
  return entities.find(
    (e) =>
      isActor(e) &&
      !makesOnly(article.reading(index), e) &&
      (kind === null || e.kind === kind) &&
      !isBeside(article.reading(index).text, entities, e),
  );
}

/** 与GLM-5持平, 仍落后于Claude: named for its rank. */
const isBeside = (text: string, entities: readonly Entity[], e: Entity): boolean =>
  isCompared(text, entities, e) ||
  /(?:落后于?|领先于?|超过了?|赶上了?|仅次于) ?$/.test(text.slice(Math.max(0, e.start - 8), e.start)) ||
  (/[与和跟同] ?$/.test(text.slice(Math.max(0, e.start - 3), e.start)) &&
    /^ ?(?:基本|大致)?(?:持平|相当|并列|看齐|不相上下)/.test(text.slice(e.end, e.end + 8)));
