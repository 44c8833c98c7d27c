import { z } from 'zod';
import { type Composed, compose, type Dialect } from '../compose.ts';
import { shorten } from '../facts.ts';
import type { Language, Message } from '../message.ts';
import { type Channel, DeliveryError } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { common } from './settings.ts';

export const slackSettings = z.strictObject({ ...common, type: z.literal('slack') });

/** Slack: header blocks hold 150 characters, section blocks 3,000, a message 50 blocks; one message a second. */
const HEADER = 150;
const SECTION = 3_000;
const BLOCKS = 50;
const PACE = { messages: 1, perMs: 1_000 };

/** mrkdwn: & < > are escaped, * _ ~ ` cannot be, so a zero-width space takes their force away where they could open markup. */
const DIALECT: Dialect = {
  escape: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/(^|[^\p{L}\p{N}])([*_~`])(?=\S)/gu, '$1\u200b$2\u200b'),
  bold: (escaped) => `*${escaped}*`,
  link: (escaped, url) => `<${encodeURI(decode(url)).replaceAll('|', '%7C')}|${escaped.replaceAll('|', '¦')}>`,
  quote: (escaped) =>
    escaped
      .split('\n')
      .map((line) => `>${line}`)
      .join('\n'),
  bullet: (escaped) => `• ${escaped}`,
  newline: '\n',
};

export function openSlack(settings: z.output<typeof slackSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  return {
    name: settings.name,
    type: 'slack',
    pace: settings.pace ?? PACE,
    send: async (message, signal) => {
      const { body } = await http.post(settings.url, slackBody(message, settings.language), {}, signal);
      if (body.trim() !== 'ok')
        throw new DeliveryError(`Slack refused the message: ${body.slice(0, 200)}`, { isTransient: false });
    },
    close: () => http.close(),
  };
}

export function slackBody(message: Message, language: Language): string {
  const fits = ({ parts }: Composed) => parts.length <= BLOCKS - 2 && parts.every((part) => part.length <= SECTION);
  const { title, parts, more } = compose(message, language, DIALECT, fits);
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
  return JSON.stringify({
    // What notifications and screen readers show.
    text: DIALECT.escape(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: shorten(title, HEADER), emoji: false } },
      ...parts.filter((part) => part !== '').map(section),
      ...(more === null ? [] : [section(more)]),
    ],
    unfurl_links: false,
  });
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
