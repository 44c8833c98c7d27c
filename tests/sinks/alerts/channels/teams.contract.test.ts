import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTeams, teamsBody, teamsSettings } from '../../../../sinks/alerts/channels/teams.ts';
import { message } from '../builders.ts';
import { failureOf, flood, hike, hostile, never, type Receiver, startReceiver } from './receiver.ts';

const payload = z.object({
  type: z.literal('message'),
  attachments: z
    .array(
      z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.object({
          type: z.literal('AdaptiveCard'),
          version: z.literal('1.4'),
          body: z.array(z.object({ type: z.literal('TextBlock'), text: z.string(), wrap: z.literal(true) })),
        }),
      }),
    )
    .length(1),
});
const textOf = (body: string): string =>
  payload
    .parse(JSON.parse(body))
    .attachments.flatMap(({ content }) => content.body.map(({ text }) => text))
    .join('\n');
let receiver: Receiver;
const open = () =>
  openTeams(
    teamsSettings.parse({ name: 'teams', type: 'teams', url: `${receiver.url}/workflows/token`, allow_private: true }),
  );

beforeEach(async () => {
  receiver = await startReceiver(() => ({ status: 202 }));
});
afterEach(() => receiver.close());

describe('Microsoft Teams', () => {
  it('gets an Adaptive Card', async () => {
    await open().send(message({ signals: [hike] }), never);
    const text = textOf(receiver.received[0]?.body ?? '');
    expect(text).toContain('Alibaba Cloud raises prices of AI computing');
    expect(text).toContain('- Zhenwu 810E GPU: ¥20 → ¥26.8 per GPU hour (+34%)');
  });

  it('keeps to 28 KB', () => {
    expect(Buffer.byteLength(teamsBody(flood, 'en'))).toBeLessThanOrEqual(28_000);
    expect(textOf(teamsBody(flood, 'en'))).toMatch(/and \d+ more/);
  });

  it('lets no foreign words open markup', () => {
    expect(textOf(teamsBody(message({ signals: [hostile] }), 'en'))).not.toMatch(/(?<!\\)\*\*x|(?<!\\)\[click|<at|<b>/);
  });

  it('that is busy is tried again', async () => {
    receiver.answer(() => ({ status: 429 }));
    expect(await failureOf(open())).toMatchObject({ isTransient: true });
  });
});
