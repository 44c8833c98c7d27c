import { z } from 'zod';
import type { Signal } from '../../infra/contracts/signal.ts';
import { signalState } from '../../infra/contracts/signal.ts';
import type { Reason } from './entry.ts';
import { matches } from './match.ts';
import type { SignalRule } from './rule.ts';

/** What a rule remembers of a signal, so that nobody is told the same twice. */
export const memory = z.object({
  rule: z.string(),
  signal_id: z.string(),
  revision: z.number().int(),
  state: signalState.nullable(),
  /** told: somebody was; held: suspect, still to be told; history: nobody was, and as new nobody will be. */
  standing: z.enum(['told', 'held', 'history']),
  /** Announcements and changes it was made of: a signal that takes over this evidence is this signal. */
  evidence: z.array(z.string()),
  /** When it was last decided on, epoch milliseconds. */
  at: z.number(),
});
export type Memory = z.infer<typeof memory>;

/** Memories of one partition, by signal and by the evidence they were made of. */
export interface Memories {
  ofSignal(rule: string, signalId: string): Memory | undefined;
  ofEvidence(rule: string, evidence: readonly string[]): Memory | undefined;
}

export type Decision =
  | { readonly outcome: 'tell'; readonly reason: Reason; readonly memory: Memory }
  | {
      readonly outcome: 'hold' | 'suppress';
      readonly why: 'suspect' | 'backfill' | 'old' | 'known';
      readonly memory: Memory;
    }
  | { readonly outcome: 'none' };

const NONE: Decision = { outcome: 'none' };

/**
 * Whether a rule tells anybody about this statement of a signal. Pure: the same signal, memories and time (epoch milliseconds) give
 * the same decision; a statement that was decided before is not decided again.
 */
export function decide(rule: SignalRule, signal: Signal, memories: Memories, now: number): Decision {
  const own = memories.ofSignal(rule.name, signal.signal_id);
  if (own !== undefined && own.revision >= signal.revision) return NONE;
  const evidence = [
    ...signal.citations.map((citation) => citation.announcement_id),
    ...signal.changes.map((change) => change.change_id),
  ];
  const before = own ?? memories.ofEvidence(rule.name, evidence);
  const remember = (standing: Memory['standing']): Memory => ({
    rule: rule.name,
    signal_id: signal.signal_id,
    revision: signal.revision,
    state: signal.state,
    standing: before?.standing === 'told' ? 'told' : standing,
    evidence: signal.retracted ? (before?.evidence ?? []) : evidence,
    at: now,
  });
  if (signal.retracted) return takenBack(signal, before, remember);
  if (!matches(rule.when, signal))
    return before === undefined ? NONE : { outcome: 'suppress', why: 'known', memory: remember(before.standing) };
  if (signal.suspect) return { outcome: 'hold', why: 'suspect', memory: remember('held') };
  if (signal.backfill && !rule.backfill) return { outcome: 'suppress', why: 'backfill', memory: remember('history') };
  const isHistory = !rule.backfill && now - Date.parse(signal.updated_at) > rule.max_age;
  if (isHistory) return { outcome: 'suppress', why: 'old', memory: remember('history') };
  const reason = reasonOf(signal, before);
  if (!rule.on.includes(reason)) return { outcome: 'suppress', why: 'known', memory: remember('history') };
  return { outcome: 'tell', reason, memory: remember('told') };
}

/** Merged into another signal: that one speaks. Otherwise a correction is owed to whoever was told. */
function takenBack(
  signal: Signal,
  before: Memory | undefined,
  remember: (standing: Memory['standing']) => Memory,
): Decision {
  if (before === undefined) return NONE;
  const isMerged = signal.related.some(({ relation }) => relation === 'merged_into');
  if (isMerged || before.standing !== 'told')
    return { outcome: 'suppress', why: 'known', memory: remember(before.standing) };
  return { outcome: 'tell', reason: 'retracted', memory: remember('told') };
}

/** What was held as suspect is new when it can first be told. */
function reasonOf(signal: Signal, before: Memory | undefined): 'new' | 'state_change' | 'update' {
  if (before === undefined || before.standing === 'held') return 'new';
  return before.state === signal.state ? 'update' : 'state_change';
}
