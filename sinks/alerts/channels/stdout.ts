import { z } from 'zod';
import type { Channel } from './channel.ts';
import { plainText } from './plain-text.ts';
import { common } from './settings.ts';
import { webhookBody } from './webhook.ts';

export const stdoutSettings = z.strictObject({
  name: common.name,
  language: common.language,
  type: z.literal('stdout'),
  /** text: for people; json: the webhook's body, one a line, for programs. */
  format: z.enum(['text', 'json']).default('text'),
});

const UNLIMITED = { messages: 1_000, perMs: 1_000 };

/** Standard output, or whatever stream the process gives. */
export function openStdout(settings: z.output<typeof stdoutSettings>, out: NodeJS.WritableStream): Channel {
  return {
    name: settings.name,
    type: 'stdout',
    pace: UNLIMITED,
    send: async (message) => {
      const text = settings.format === 'json' ? webhookBody(message) : `${plainText(message, settings.language)}\n`;
      await new Promise<void>((resolve, reject) => {
        out.write(`${text}\n`, (error) => (error === null || error === undefined ? resolve() : reject(error)));
      });
    },
    close: async () => undefined,
  };
}
