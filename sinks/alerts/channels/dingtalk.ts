import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Composed, compose } from '../compose.ts';
import { shorten } from '../facts.ts';
import type { Language, Message } from '../message.ts';
import type { Channel } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { expectTaken } from './im-answer.ts';
import { MARKDOWN } from './markdown.ts';
import { common } from './settings.ts';

export const dingtalkSettings = z.strictObject({
  ...common,
  type: z.literal('dingtalk'),
  /** The robot's signing secret, "SEC...", where signing is its security setting. */
  secret: z.string().min(1).optional(),
});

/** A robot takes 20 messages a minute, and is silenced for ten minutes beyond that; a message holds 20,000 bytes. */
const PACE = { messages: 20, perMs: 60_000 };
const TEXT = 18_000;
const TITLE = 64;
const BUSY = new Set([-1, 130101, 410100]);

export function openDingtalk(settings: z.output<typeof dingtalkSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  return {
    name: settings.name,
    type: 'dingtalk',
    pace: settings.pace ?? PACE,
    send: async (message, signal) => {
      const url = new URL(settings.url);
      if (settings.secret !== undefined) {
        const now = Date.now();
        url.searchParams.set('timestamp', String(now));
        url.searchParams.set('sign', dingtalkSignature(now, settings.secret));
      }
      const { body } = await http.post(url.href, dingtalkBody(message, settings.language), {}, signal);
      expectTaken('DingTalk', body, BUSY);
    },
    close: () => http.close(),
  };
}

/** Base64 of HMAC-SHA256 over "timestamp\nsecret" (milliseconds), keyed by the secret; URL-encoded by the query. */
export function dingtalkSignature(ms: number, secret: string): string {
  return createHmac('sha256', secret).update(`${ms}\n${secret}`).digest('base64');
}

export function dingtalkBody(message: Message, language: Language): string {
  const text = (composed: Composed) =>
    [`### ${MARKDOWN.escape(composed.title)}`, ...composed.parts.filter((part) => part !== ''), composed.more]
      .filter((part) => part !== null)
      .join('\n\n');
  const composed = compose(message, language, MARKDOWN, (tried) => Buffer.byteLength(text(tried)) <= TEXT);
  return JSON.stringify({
    msgtype: 'markdown',
    markdown: { title: shorten(composed.title, TITLE), text: text(composed) },
  });
}
