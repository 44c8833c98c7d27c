import type { Entry } from '../entry.ts';
import { tell } from '../facts.ts';
import type { Language, Message } from '../message.ts';

const EVERYTHING = { changes: 40, quote: 600 } as const;

/** The message without any markup. */
export function plainText(message: Message, language: Language): string {
  return [...message.entries.map((one) => plainEntry(one, language)), ...moreText(message, language)].join('\n\n');
}

export function plainEntry(entry: Entry, language: Language): string {
  const told = tell(entry, language, EVERYTHING);
  return [
    told.headline,
    told.label,
    ...told.facts,
    ...told.changes.map((change) => `  - ${change}`),
    told.moreChanges,
    told.quote === null ? null : `  "${told.quote}"`,
    told.link?.url ?? null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

export function moreText({ more }: Message, language: Language): string[] {
  if (more === 0) return [];
  return [language === 'en' ? `… and ${more} more` : `…… 另有 ${more} 条`];
}
