import { z } from 'zod';
import { type Composed, compose, type Dialect } from '../compose.ts';
import type { Language, Message } from '../message.ts';
import type { Channel } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { expectTaken } from './im-answer.ts';
import { MARKDOWN } from './markdown.ts';
import { common } from './settings.ts';

export const wecomSettings = z.strictObject({ ...common, type: z.literal('wecom') });

/** A robot takes 20 messages a minute; its markdown holds 4,096 bytes of UTF-8. */
const PACE = { messages: 20, perMs: 60_000 };
const CONTENT = 4_096;
const BUSY = new Set([-1, 45009, 45033]);

/** WeCom's markdown knows headings, bold, links, quotes and colours, no lists and no backslashes. */
const DIALECT: Dialect = {
  ...MARKDOWN,
  escape: (text) =>
    text
      .replaceAll('<', '＜')
      .replaceAll('>', '＞')
      .replaceAll(/[*`[\]]/g, (sign) => FULL_WIDTH[sign] ?? sign)
      .replaceAll(/^#/gm, '＃'),
  bullet: (escaped) => `· ${escaped}`,
  newline: '\n',
};
const FULL_WIDTH: Readonly<Record<string, string>> = { '*': '＊', '`': '｀', '[': '［', ']': '］' };

export function openWecom(settings: z.output<typeof wecomSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  return {
    name: settings.name,
    type: 'wecom',
    pace: settings.pace ?? PACE,
    send: async (message, signal) => {
      const { body } = await http.post(settings.url, wecomBody(message, settings.language), {}, signal);
      expectTaken('WeCom', body, BUSY);
    },
    close: () => http.close(),
  };
}

export function wecomBody(message: Message, language: Language): string {
  const text = (composed: Composed) =>
    [`### ${DIALECT.escape(composed.title)}`, ...composed.parts.filter((part) => part !== ''), composed.more]
      .filter((part) => part !== null)
      .join('\n');
  const composed = compose(message, language, DIALECT, (tried) => Buffer.byteLength(text(tried)) <= CONTENT);
  return JSON.stringify({ msgtype: 'markdown', markdown: { content: text(composed) } });
}
