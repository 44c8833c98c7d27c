import type { PriceChange } from '../../infra/contracts/price-change.ts';
import type { Draft } from './draft.ts';
import { pointAt, priceAt } from './history.ts';
import { type Move, moved, type Step, stepBetween } from './moves.ts';
import { doubtAboutMove, doubtAboutStep, FALLBACK_MOVES } from './plausibility.ts';
import { toPriceChange } from './price-change.ts';
import type { ReadingMark, SeriesRecord, StatedChange } from './state.ts';

interface Place {
  readonly before: ReadingMark;
  readonly here: ReadingMark;
  readonly next: ReadingMark | undefined;
  readonly doubt: string | null;
}

/**
 * States anew what the reading at `at` may have altered, and says what differs from what was stated before.
 * @param backfill whether that reading was loaded as history
 */
export function restateAround(draft: Draft, at: string, backfill: boolean): PriceChange[] {
  return indexesToRestate(draft, at).flatMap((index) => restateStep(draft, index, backfill));
}

/**
 * The steps that a reading bears on: its own and the next (another neighbour); and where something was stated of them, the one before
 * (a second look) and the two after (undoing what was doubted, and undoing that); for a late one also the later steps that are judged by
 * all of history.
 */
function indexesToRestate(draft: Draft, at: string): number[] {
  const { readings } = draft.address;
  const own = readings.findLastIndex((reading) => reading.observed_at === at);
  const stated = new Map<string, number>();
  for (const { changes } of draft.records()) {
    for (const change of changes) stated.set(change.at, (stated.get(change.at) ?? 0) + 1);
  }
  const near = [own - 1, own + 2, own + 3];
  const far = readings.flatMap(({ observed_at }, index) =>
    index > own && (stated.get(observed_at) ?? 0) >= FALLBACK_MOVES ? [index, index + 1, index + 2] : [],
  );
  const restated = [...near, ...far].filter((index) => stated.has(readings[index]?.observed_at ?? ''));
  return [...new Set([own, own + 1, ...restated])].filter((index) => index < readings.length).sort((a, b) => a - b);
}

function restateStep(draft: Draft, index: number, backfill: boolean): PriceChange[] {
  const { readings, trimmed } = draft.address;
  const [first, before, here, next] = [readings[0], readings[index - 1], readings[index], readings[index + 1]];
  if (first === undefined || here === undefined || (before === undefined && trimmed)) return [];
  const records = [...draft.records()];
  const step = before === undefined ? null : stepBetween(records, before.observed_at, here.observed_at);
  const doubt =
    step === null || before === undefined ? null : doubtAboutStep(step, before.observed_at, first.observed_at);
  const moves = movesBySeries(step);
  const said: PriceChange[] = [];
  for (const record of records) {
    const move = moves.get(record.series);
    if (move === undefined && !record.changes.some((change) => change.at === here.observed_at)) continue;
    const wanted =
      move === undefined || before === undefined ? null : state(record, move, { before, here, next, doubt }, backfill);
    const { changes, differing } = reconcile(record.changes, wanted, here.observed_at);
    if (differing.length === 0) continue;
    draft.put({ ...record, changes });
    said.push(...differing.map((change) => toPriceChange(record, change, draft.address.authority)));
  }
  return said.sort(takenBackFirst);
}

/** One order, whatever order the series were loaded in. */
function takenBackFirst(a: PriceChange, b: PriceChange): number {
  if (a.retracted !== b.retracted) return a.retracted ? -1 : 1;
  return a.series < b.series ? -1 : 1;
}

function movesBySeries(step: Step | null): ReadonlyMap<string, Move> {
  return new Map((step?.moves ?? []).map((move) => [move.record.series, move]));
}

/** What there is to say of one series at one step. */
function state(
  record: SeriesRecord,
  move: Move,
  { before, here, next, doubt }: Place,
  backfill: boolean,
): StatedChange {
  const previous = record.changes.find((change) => change.at === before.observed_at && !change.retracted);
  const undone = previous !== undefined && !before.seen_again && !moved(previous.old, move.new) ? previous : undefined;
  const undoes = undone?.doubt ?? null;
  const takesBack = undoes !== null && undone?.undoes === null;
  const ownDoubt = doubt ?? doubtAboutMove(move);
  const agreed = here.seen_again || (next !== undefined && !moved(move.new, priceAt(record.points, next.observed_at)));
  return {
    previous: before.observed_at,
    at: here.observed_at,
    old: move.old,
    new: move.new,
    previous_document_id: before.document_id,
    document_id: here.document_id,
    evidence: record.points[pointAt(record.points, here.observed_at)]?.evidence ?? null,
    doubt: ownDoubt,
    suspect: takesBack || (ownDoubt !== null && !agreed),
    undoes,
    takes_back: takesBack,
    revision: 0,
    retracted: false,
    backfill,
  };
}

/** Brings what was stated of a series at one time in line with what holds now. */
function reconcile(
  stated: readonly StatedChange[],
  wanted: StatedChange | null,
  at: string,
): { changes: StatedChange[]; differing: StatedChange[] } {
  const differing: StatedChange[] = [];
  let known = false;
  const changes = stated.map((change) => {
    if (change.at !== at) return change;
    const same = wanted !== null && change.previous === wanted.previous;
    known ||= same;
    if (same ? says(change, wanted) : change.retracted) return change;
    const revised = {
      ...change,
      ...(same ? { ...wanted, backfill: change.backfill } : { retracted: true }),
      revision: change.revision + 1,
    };
    differing.push(revised);
    return revised;
  });
  if (wanted !== null && !known) {
    changes.push(wanted);
    differing.push(wanted);
  }
  return { changes, differing };
}

function says(a: StatedChange, b: StatedChange): boolean {
  return (
    a.old === b.old &&
    a.new === b.new &&
    a.previous_document_id === b.previous_document_id &&
    a.document_id === b.document_id &&
    a.doubt === b.doubt &&
    a.suspect === b.suspect &&
    a.undoes === b.undoes &&
    a.takes_back === b.takes_back &&
    a.retracted === b.retracted
  );
}
