import type { Draft } from '../draft.ts';

/** 某模型输入每百万token 2.4元，输出9.6元: the sides of one model's price are one seller's, where only the first was found. */
export const ofOneSeller = (drafts: readonly Draft[]): Draft[] => {
  const read: Draft[] = [];
  for (const draft of drafts) {
    const before = read.at(-1);
    const shared =
      before?.kind === 'price_quote' &&
      draft.kind === 'price_quote' &&
      draft.subject === null &&
      before.subject !== null &&
      before.unit === draft.unit &&
      before.per === draft.per &&
      SIDES.has(before.meter ?? '') &&
      SIDES.has(draft.meter ?? '') &&
      before.meter !== draft.meter &&
      isSame(before.object, draft.object);
    read.push(shared ? { ...draft, subject: before.subject } : draft);
  }
  return read;
};
const SIDES: ReadonlySet<string> = new Set(['input', 'output', 'cached_input', 'cache_write']);
/** "Step" and "Step 4" */
const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one.startsWith(other) || other.startsWith(one));
