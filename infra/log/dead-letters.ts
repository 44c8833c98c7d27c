import type { DeadLetter } from '../contracts/dead-letter.ts';
import { decode } from './decode.ts';
import type { EventLog } from './port.ts';
import { isTopicName } from './topic-names.ts';

export interface DeadLetterFilter {
  readonly stage?: string;
  readonly topic?: string;
  /** Retried and dropped ones too. Default: only those still open. */
  readonly all?: boolean;
}

/** A letter without its record, for lists. */
export type DeadLetterSummary = Omit<DeadLetter, 'raw'> & { readonly size_bytes: number };

/** The letters on the topic as they stand now, oldest failure first. */
export async function listDeadLetters(log: EventLog, filter: DeadLetterFilter = {}): Promise<DeadLetterSummary[]> {
  const latest = new Map<string, DeadLetterSummary>();
  for await (const { raw, ...letter } of letters(log)) {
    latest.set(letter.dead_letter_id, { ...letter, size_bytes: Buffer.byteLength(raw, 'base64') });
  }
  return [...latest.values()]
    .filter(({ stage }) => filter.stage === undefined || stage === filter.stage)
    .filter(({ topic }) => filter.topic === undefined || topic === filter.topic)
    .filter(({ status }) => filter.all === true || status === 'open')
    .sort((a, b) => a.failed_at.localeCompare(b.failed_at));
}

/**
 * The whole letter by its id, or by the beginning of it as `list` prints it.
 * @throws Error when no letter, or more than one, begins so.
 */
export async function showDeadLetter(log: EventLog, id: string): Promise<DeadLetter> {
  const found = new Map<string, DeadLetter>();
  for await (const letter of letters(log)) {
    if (letter.dead_letter_id.startsWith(id)) found.set(letter.dead_letter_id, letter);
  }
  const [first, ...others] = found.values();
  if (first === undefined) throw new Error(`no dead letter ${id}; \`tokentape dlq list --all\` shows what there is`);
  if (others.length > 0) throw new Error(`${found.size} dead letters begin with ${id}; give more of the id`);
  return first;
}

/** Appends the record's own bytes to its topic again, at its partition, and closes the letter. */
export async function retryDeadLetter(log: EventLog, id: string): Promise<DeadLetter> {
  const letter = await showDeadLetter(log, id);
  const { topic } = letter;
  if (!isTopicName(topic)) throw new Error(`dead letter ${id} is of topic ${topic}, which this version lacks`);
  const value = Buffer.from(letter.raw, 'base64');
  await log.append(topic, [{ key: letter.key ?? '', value, partition: letter.partition }]);
  return resolve(log, letter, 'retried');
}

/** Closes the letter; its record is given up. */
export async function dropDeadLetter(log: EventLog, id: string): Promise<DeadLetter> {
  return resolve(log, await showDeadLetter(log, id), 'dropped');
}

async function resolve(log: EventLog, letter: DeadLetter, status: 'retried' | 'dropped'): Promise<DeadLetter> {
  const value: DeadLetter = { ...letter, status, resolved_at: new Date().toISOString() };
  await log.append('dead_letters', [{ key: value.stage, value }]);
  return value;
}

async function* letters(log: EventLog): AsyncIterable<DeadLetter> {
  for await (const record of log.read('dead_letters')) yield decode('dead_letters', record);
}
