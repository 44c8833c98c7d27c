import { en, type MessageKey } from './en.ts';
import { zh } from './zh.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export type { MessageKey };

const MESSAGES: Record<Language, Record<MessageKey, string>> = { en, zh };

export interface Translator {
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
}

export const translator = (language: Language): Translator =>
  Object.assign(
    (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
      MESSAGES[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    { language },
  );
