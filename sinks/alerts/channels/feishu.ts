import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Composed, compose, type Dialect } from '../compose.ts';
import type { Language, Message } from '../message.ts';
import type { Channel } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { expectTaken } from './im-answer.ts';
import { htmlEscape, safeLink } from './markdown.ts';
import { common } from './settings.ts';

export const feishuSettings = z.strictObject({
  ...common,
  type: z.enum(['feishu', 'lark']),
  /** Signature key, where the bot demands one. */
  secret: z.string().min(1).optional(),
});

/** A bot takes 100 messages a minute and 5 a second; a request body 20 KB. */
const PACE = { messages: 5, perMs: 3_500 };
const BODY = 20_000;
/** 11232: too many requests; 9499 and others are about the request itself. */
const BUSY = new Set([11232, 11233, 99991400]);

/** lark_md inside cards: HTML entities stand for what would be markup. */
const DIALECT: Dialect = {
  escape: (text) => htmlEscape(text).replaceAll(/[*~_`[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  bold: (escaped) => `**${escaped}**`,
  link: (escaped, url) => `[${escaped}](${safeLink(url)})`,
  quote: (escaped) => `“${escaped}”`,
  bullet: (escaped) => `• ${escaped}`,
  newline: '\n',
};

export function openFeishu(settings: z.output<typeof feishuSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  return {
    name: settings.name,
    type: settings.type,
    pace: settings.pace ?? PACE,
    send: async (message, signal) => {
      const card = feishuCard(message, settings.language);
      const seconds = Math.floor(Date.now() / 1_000);
      const signed =
        settings.secret === undefined
          ? {}
          : { timestamp: String(seconds), sign: feishuSignature(seconds, settings.secret) };
      const { body } = await http.post(settings.url, JSON.stringify({ ...signed, ...card }), {}, signal);
      expectTaken('Feishu', body, BUSY);
    },
    close: () => http.close(),
  };
}

/** Base64 of HMAC-SHA256 over nothing, keyed by "timestamp\nsecret" (seconds). */
export function feishuSignature(seconds: number, secret: string): string {
  return createHmac('sha256', `${seconds}\n${secret}`).digest('base64');
}

export function feishuCard(message: Message, language: Language) {
  const fits = (composed: Composed) => Buffer.byteLength(JSON.stringify(card(composed))) <= BODY - 500;
  return card(compose(message, language, DIALECT, fits));
}

function card({ title, parts, more }: Composed) {
  const markdown = (content: string) => ({ tag: 'div', text: { tag: 'lark_md', content } });
  const elements = parts
    .filter((part) => part !== '')
    .flatMap((part, index) => (index === 0 ? [markdown(part)] : [{ tag: 'hr' }, markdown(part)]));
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { title: { tag: 'plain_text', content: title }, template: 'blue' },
      elements: [...elements, ...(more === null ? [] : [markdown(more)])],
    },
  };
}
