import { z } from 'zod';
import { chineseName, englishName } from '../../infra/format/provider-names.ts';
import { entry } from './entry.ts';

/** What goes out in one piece, before a channel puts it into its own form. */
export const message = z.object({
  /** Stable: what was decided to travel together always travels under the same id. */
  message_id: z.string(),
  rule: z.string(),
  /** Several things that could not be told one by one, told together. */
  digest: z.boolean(),
  /** Epoch milliseconds. */
  created_at: z.number(),
  entries: z.array(entry).min(1),
  /** Entries beyond what a message carries. */
  more: z.number().int(),
});
export type Message = z.infer<typeof message>;

export type Language = 'en' | 'zh';

/** One line that says what the message is about. */
export function titleOf({ entries, more, digest }: Message, language: Language): string {
  const [first] = entries;
  const count = entries.length + more;
  if (first === undefined) return '';
  if (count === 1) return headlineOf(first, language);
  const subjects = new Set(entries.map(({ subject }) => subject));
  const about = subjects.size === 1 ? first.subject : null;
  // News about a source goes by its id; everybody else has a name.
  const isSource = first.signal_id === null;
  if (language === 'zh') {
    const name = about === null ? '' : `${isSource ? about : chineseName(about)}：`;
    return `${digest ? '汇总：' : ''}${name}${count} 条动态`;
  }
  const name = about === null ? '' : `${isSource ? about : englishName(about)}: `;
  return `${digest ? 'Digest: ' : ''}${name}${count} ${isSource ? 'notices' : 'signals'}`;
}

export function headlineOf(one: Message['entries'][number], language: Language): string {
  return language === 'zh' ? (one.headline_zh ?? one.headline) : one.headline;
}
