import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Message } from '../message.ts';
import { titleOf } from '../message.ts';
import type { Channel } from './channel.ts';
import { createHttpPost } from './http-post.ts';
import { common } from './settings.ts';

export const webhookSettings = z.strictObject({
  ...common,
  type: z.literal('webhook'),
  /** Standard Webhooks secret, "whsec_" and base64 of 24 to 64 bytes. */
  secret: z.string().refine(isSecret, 'expected whsec_ followed by the base64 of 24 to 64 bytes'),
  headers: z.record(z.string(), z.string()).default({}),
});

/** Any HTTPS address, by the Standard Webhooks specification: id, timestamp and HMAC-SHA256 signature in headers. */
export function openWebhook(settings: z.output<typeof webhookSettings>): Channel {
  const http = createHttpPost({ allowPrivate: settings.allow_private });
  const signer = new Webhook(settings.secret);
  return {
    name: settings.name,
    type: 'webhook',
    pace: settings.pace ?? { messages: 10, perMs: 1_000 },
    send: async (message, signal) => {
      const body = webhookBody(message);
      // The attempt's own time: receivers refuse what is older than five minutes. The id stays, so that they can drop repeats.
      const now = new Date();
      await http.post(
        settings.url,
        body,
        {
          ...settings.headers,
          'webhook-id': message.message_id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
          'webhook-signature': signer.sign(message.message_id, now, body),
        },
        signal,
      );
    },
    close: () => http.close(),
  };
}

/** The payload: an event type, its time, and the alert with everything the chat channels would show. */
export function webhookBody(message: Message): string {
  return JSON.stringify({
    type: 'tokentape.alert',
    timestamp: new Date(message.created_at).toISOString(),
    data: {
      message_id: message.message_id,
      rule: message.rule,
      title: titleOf(message, 'en'),
      digest: message.digest,
      more: message.more,
      signals: message.entries,
    },
  });
}

function isSecret(text: string): boolean {
  const bytes = Buffer.from(text.replace(/^whsec_/, ''), 'base64').length;
  return text.startsWith('whsec_') && bytes >= 24 && bytes <= 64;
}
