import type { Signal } from '../../infra/contracts/signal.ts';
import { decide, type Memories, type Memory } from './decide.ts';
import type { Reason } from './entry.ts';
import { quietUntil } from './quiet-hours.ts';
import { isSignalRule, type Rule } from './rule.ts';

/** What a rule would have told. */
export interface Trial {
  /** When: the time of the signal's statement. */
  readonly at: string;
  readonly rule: string;
  readonly channels: readonly string[];
  readonly reason: Reason;
  readonly signal_id: string;
  readonly revision: number;
  readonly headline: string;
  /** send: at once; held: quiet hours, or suspect; digest: the rule's limit was used up. */
  readonly outcome: 'send' | 'held' | 'digest';
}

/**
 * Tries rules on history: the statements of signals in the order in which they were made, each at its own time. History is what it is
 * about, so that neither `backfill` nor `max_age` silences it. Sends nothing, remembers nothing.
 */
export function testRules(rules: readonly Rule[], signals: Iterable<Signal>): Trial[] {
  const trials: Trial[] = [];
  const memories = new TrialMemories();
  const sent = new Map<string, number[]>();
  const ordered = [...signals].sort(
    (a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || a.revision - b.revision,
  );
  for (const signal of ordered) {
    const now = Date.parse(signal.updated_at);
    for (const rule of rules) {
      if (!isSignalRule(rule)) continue;
      const decision = decide({ ...rule, backfill: true }, signal, memories, now);
      if (decision.outcome === 'none') continue;
      memories.remember(decision.memory);
      if (decision.outcome === 'suppress') continue;
      trials.push({
        at: signal.updated_at,
        rule: rule.name,
        channels: rule.channels,
        reason: decision.outcome === 'tell' ? decision.reason : 'new',
        signal_id: signal.signal_id,
        revision: signal.revision,
        headline: signal.headline,
        outcome:
          decision.outcome === 'hold' || isQuiet(rule, now)
            ? 'held'
            : isWithinLimit(rule, sent, now)
              ? 'send'
              : 'digest',
      });
    }
  }
  return trials;
}

function isQuiet(rule: Rule, now: number): boolean {
  return rule.quiet_hours !== undefined && quietUntil(rule.quiet_hours, now) !== null;
}

function isWithinLimit(rule: Rule, sent: Map<string, number[]>, now: number): boolean {
  const { limit } = rule;
  if (limit === undefined) return true;
  const recent = (sent.get(rule.name) ?? []).filter((at) => at > now - limit.per);
  const isWithin = recent.length < limit.messages;
  sent.set(rule.name, isWithin ? [...recent, now] : recent);
  return isWithin;
}

class TrialMemories implements Memories {
  readonly #bySignal = new Map<string, Memory>();
  readonly #byEvidence = new Map<string, Memory>();

  remember(memory: Memory): void {
    this.#bySignal.set(`${memory.rule}|${memory.signal_id}`, memory);
    for (const id of memory.evidence) this.#byEvidence.set(`${memory.rule}|${id}`, memory);
  }

  ofSignal(rule: string, signalId: string): Memory | undefined {
    return this.#bySignal.get(`${rule}|${signalId}`);
  }

  ofEvidence(rule: string, evidence: readonly string[]): Memory | undefined {
    return evidence.map((id) => this.#byEvidence.get(`${rule}|${id}`)).find((memory) => memory !== undefined);
  }
}
