import type { Memories, Memory } from './decide.ts';
import type { SourceMemory } from './source-health.ts';
import {
  type AlertState,
  alertState,
  type Item,
  isExpired,
  isMessageKey,
  memoryKey,
  type Outgoing,
  type StateWrite,
  sourceKey,
} from './state.ts';

/** The durable state of one partition, as the log shows it. */
export interface StateView {
  get(key: string): unknown;
  entries(): Iterable<[string, unknown]>;
}

/** What is remembered, waiting and on its way in one partition: the durable state, and what is about to be written to it. */
export class Book implements Memories {
  readonly #view: StateView;
  #memories = new Map<string, Memory>();
  /** Rule and piece of evidence to the memory it is part of. */
  #byEvidence = new Map<string, string>();
  #items = new Map<string, Item>();
  #pending = new Map<string, Outgoing>();
  #sources = new Map<string, SourceMemory>();

  constructor(view: StateView) {
    this.#view = view;
    this.refresh();
  }

  /** Back to the durable state: a write failed. */
  refresh(): void {
    this.#memories = new Map();
    this.#byEvidence = new Map();
    this.#items = new Map();
    this.#pending = new Map();
    this.#sources = new Map();
    for (const [key, value] of this.#view.entries()) this.#take(key, alertState.parse(value));
  }

  /** Takes in messages that somebody else (`tokentape dlq retry`) has put back on their way. */
  pickUp(): void {
    for (const [key, value] of this.#view.entries()) {
      if (isMessageKey(key) && !this.#pending.has(key)) this.#take(key, alertState.parse(value));
    }
  }

  /** Takes in what is being written. */
  follow(writes: readonly StateWrite[]): void {
    for (const [key, value] of writes) this.#take(key, value);
  }

  /** Deletes what has served its time. */
  expired(now: number): StateWrite[] {
    return [...this.#view.entries()].flatMap(([key, value]): StateWrite[] =>
      isExpired(alertState.parse(value), now) ? [[key, null]] : [],
    );
  }

  get items(): Iterable<Item> {
    return this.#items.values();
  }

  get pending(): Iterable<Outgoing> {
    return this.#pending.values();
  }

  get sources(): Iterable<SourceMemory> {
    return this.#sources.values();
  }

  source(rule: string, sourceId: string): SourceMemory | undefined {
    return this.#sources.get(sourceKey(rule, sourceId));
  }

  ofSignal(rule: string, signalId: string): Memory | undefined {
    return this.#memories.get(memoryKey(rule, signalId));
  }

  ofEvidence(rule: string, evidence: readonly string[]): Memory | undefined {
    for (const id of evidence) {
      const key = this.#byEvidence.get(`${rule}|${id}`);
      const found = key === undefined ? undefined : this.#memories.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #take(key: string, value: AlertState | null): void {
    if (value === null) this.#forget(key);
    else if (value.type === 'memory') {
      this.#memories.set(key, value.memory);
      for (const id of value.memory.evidence) this.#byEvidence.set(`${value.memory.rule}|${id}`, key);
    } else if (value.type === 'source') this.#sources.set(key, value.memory);
    else if (value.type === 'item') this.#items.set(key, value.item);
    else if (value.type === 'message' && value.outgoing.status === 'pending') this.#pending.set(key, value.outgoing);
    else this.#forget(key);
  }

  #forget(key: string): void {
    this.#items.delete(key);
    this.#pending.delete(key);
    this.#sources.delete(key);
    this.#memories.delete(key);
  }
}
