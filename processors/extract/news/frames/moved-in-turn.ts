import type { Amount } from './amount.ts';
import { FROM_TO } from './price-pairs.ts';

/** 甲、乙、丙的单价分别由8元、12元、18元上调至10元、15元、24元: what several things cost, and what they cost now, in their order. */
export interface MovedInTurn {
  readonly old: readonly Amount[];
  readonly now: readonly Amount[];
}

const LONGEST = 6;
const FROM = /(?:分别|依次)[^,，。;；\d]{0,12}$|[从由自](?:每[^,，。;；\d]{1,10}|约|[$¥])*$/;
const JOINT = /^[^,，。;；、\d]{0,14}(?:[、/和与及]|以及)[^,，。;；、\d]{0,8}$/;

/** Empty where no such lists stand in the text. */
export function movedInTurn(text: string, amounts: readonly Amount[]): MovedInTurn[] {
  const found: MovedInTurn[] = [];
  for (let at = 0; at + 4 <= amounts.length; at++) {
    if (!FROM.test(text.slice(0, amounts[at]?.q.start))) continue;
    for (let size = Math.min(LONGEST, Math.floor((amounts.length - at) / 2)); size > 1; size--) {
      const [old, now] = [amounts.slice(at, at + size), amounts.slice(at + size, at + 2 * size)];
      if (!isRow(text, old) || !isRow(text, now) || !turns(text, old.at(-1), now[0])) continue;
      found.push({
        old,
        now: now.map((amount, i) => (amount.own ? amount : { ...amount, meter: old[i]?.meter ?? amount.meter })),
      });
      at += 2 * size - 1;
      break;
    }
  }
  return found;
}

/** One currency and one meter throughout, with nothing but a joint between. */
const isRow = (text: string, row: readonly Amount[]): boolean =>
  row.every((amount, i) => {
    const before = row[i - 1];
    return (
      before === undefined ||
      (before.q.start < amount.q.start &&
        before.currency === amount.currency &&
        before.meter === amount.meter &&
        JOINT.test(text.slice(before.q.end, amount.q.start)))
    );
  });

const turns = (text: string, last: Amount | undefined, next: Amount | undefined): boolean =>
  last !== undefined &&
  next !== undefined &&
  last.currency === next.currency &&
  FROM_TO.test(text.slice(Math.max(last.q.end, last.q.rate?.end ?? 0), next.q.start));
