import type { Article } from '../analysis.ts';
import { clauseAt } from '../context.ts';
import { coordinated } from '../coordinated.ts';
import { type Entity, isActor } from '../entities.ts';
import { groupMeant } from '../group-meant.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { acts } from '../roles.ts';
import type { Subject } from '../source-subject.ts';

/** "Azure and GCP had followed, each knocking 15-20% off": one change for each. "The two providers": the last pair named. */
export function housesOfMove(article: Article, reading: Reading, subject: Subject, q: Quantity | null): string[] {
  const group = groupMeant(article, reading);
  const [start] = clauseAt(reading, q?.start ?? 0);
  // 三大云厂商同日涨价，AWS此前也提价15%: the clause has a house of its own.
  const own =
    start > 0 &&
    subject.how === 'clause' &&
    reading.entities.some((e) => isActor(e) && e.start >= start && e.end <= (q?.start ?? start));
  if (group && !own) return [...group.slugs];
  const ordinal = /^ ?(?:and )?the (last|latter|former|first)\b/.exec(reading.text.slice(start))?.[1];
  const listed = reading.entities.filter((e) => isActor(e) && e.end <= start);
  const meant = ordinal === 'last' || ordinal === 'latter' ? listed.at(-1) : ordinal ? listed[0] : undefined;
  if (meant) return [meant.slug];
  const first = subject.slugs[0];
  if (first === undefined) return [];
  if (subject.how !== 'clause' && subject.how !== 'sentence') return [...subject.slugs];
  const at = q?.start ?? reading.text.length;
  // "With a cut for Llama 4, Together is undercutting them": the house acts, its wares stand before the comma.
  const acting = reading.entities.find((e) => e.kind === 'organisation' && e.slug !== first && acts(reading.text, e));
  const ware = reading.entities.find((e) => e.kind === 'product' && e.slug === first);
  if (acting && ware && /^, $/.test(reading.text.slice(ware.end, acting.start))) return [acting.slug];
  const entity: Entity | undefined =
    reading.entities.filter((e) => isActor(e) && e.slug === first && e.end <= at).at(-1) ??
    reading.entities.find((e) => e.slug === first);
  if (!entity) return [first];
  const row = coordinated(reading, entity);
  // "Alibaba took 50% off Qwen, and ByteDance halved": what the one before cut is not who cuts next.
  const wares = row.filter((e) => e.kind === 'product' && e.end <= entity.start && isCutByAnother(reading, e, row));
  return [...new Set(row.filter((e) => entity.kind !== 'organisation' || !wares.includes(e)).map((e) => e.slug))];
}

/** A house that stands outside the row has it for its ware. */
const isCutByAnother = ({ entities }: Reading, ware: Entity, row: readonly Entity[]): boolean =>
  entities.some((e) => e.kind === 'organisation' && e.end <= ware.start && !row.includes(e));
