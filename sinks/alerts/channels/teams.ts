import { z } from 'zod';
import { type Composed, compose } from '../compose.ts';
import type { Language, Message } from '../message.ts';
import type { Channel } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { MARKDOWN } from './markdown.ts';
import { common } from './settings.ts';

export const teamsSettings = z.strictObject({ ...common, type: z.literal('teams') });

/** Workflows and incoming webhooks take messages of 28 KB, four a second. */
const PACE = { messages: 4, perMs: 1_500 };
const BODY = 27_000;

/** Microsoft Teams: an Adaptive Card, for a Workflows webhook ("when a Teams webhook request is received") or an incoming webhook. */
export function openTeams(settings: z.output<typeof teamsSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  return {
    name: settings.name,
    type: 'teams',
    pace: settings.pace ?? PACE,
    send: async (message, signal) => {
      await http.post(settings.url, teamsBody(message, settings.language), {}, signal);
    },
    close: () => http.close(),
  };
}

export function teamsBody(message: Message, language: Language): string {
  return card(compose(message, language, MARKDOWN, (composed) => Buffer.byteLength(card(composed)) <= BODY));
}

function card({ title, parts, more }: Composed): string {
  const text = (content: string, extra: object = {}) => ({ type: 'TextBlock', text: content, wrap: true, ...extra });
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          msteams: { width: 'Full' },
          body: [
            text(MARKDOWN.escape(title), { weight: 'Bolder', size: 'Medium' }),
            ...parts.filter((part) => part !== '').map((part, index) => text(part, { separator: index > 0 })),
            ...(more === null ? [] : [text(more, { isSubtle: true })]),
          ],
        },
      },
    ],
  });
}
