import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSlack, slackBody, slackSettings } from '../../../../sinks/alerts/channels/slack.ts';
import { message } from '../builders.ts';
import { failureOf, flood, hike, hostile, never, type Receiver, startReceiver } from './receiver.ts';

const payload = z.object({
  text: z.string(),
  blocks: z.array(z.object({ type: z.string(), text: z.object({ type: z.string(), text: z.string() }) })),
});
const parse = (body: string) => payload.parse(JSON.parse(body));
let receiver: Receiver;
const open = () =>
  openSlack(
    slackSettings.parse({
      name: 'ops',
      type: 'slack',
      url: `${receiver.url}/services/T0/B0/token`,
      allow_private: true,
    }),
  );

beforeEach(async () => {
  receiver = await startReceiver(() => ({ body: 'ok' }));
});
afterEach(() => receiver.close());

describe('Slack', () => {
  it('tells what moved, from what to what, when, and where it is said', async () => {
    await open().send(message({ signals: [hike] }), never);
    const { blocks } = parse(receiver.received[0]?.body ?? '');
    expect(blocks[0]).toMatchObject({ type: 'header', text: { type: 'plain_text', text: hike.headline } });
    expect(blocks[1]?.text).toEqual({
      type: 'mrkdwn',
      text: [
        'State: confirmed on the price page',
        'Effective: 2026-04-18',
        'Moved on the announced date',
        'Reported by 4 documents',
        '• Zhenwu 810E GPU: ¥20 → ¥26.8 per GPU hour (+34%)',
        '• CPFS storage: ¥1 → ¥1.3 per GB-month (+30%)',
        '>Alibaba Cloud will raise prices by 5% to 34% from April 18.',
        '<https://news.example/a|Cloud prices rise>',
      ].join('\n'),
    });
  });

  it('keeps to its limits: 50 blocks, 150 characters a header, 3,000 a section', () => {
    const { blocks } = parse(slackBody(flood, 'zh'));
    expect(blocks.length).toBeLessThanOrEqual(50);
    for (const { type, text } of blocks) expect(text.text.length).toBeLessThanOrEqual(type === 'header' ? 150 : 3_000);
    expect(blocks.at(-1)?.text.text).toMatch(/另有 \d+ 条/);
  });

  it('lets no foreign words mention people or open markup', () => {
    const { text, blocks } = parse(slackBody(message({ signals: [hostile] }), 'en'));
    const all = [text, ...blocks.filter(({ type }) => type !== 'header').map((block) => block.text.text)].join('\n');
    expect(all.replaceAll(/<https:[^>|]+\|[^>|]+>/g, '')).not.toMatch(/<[!@#]|<b>|<at/);
    expect(all).toContain('&lt;!channel&gt;');
    expect(all).not.toMatch(/(^|\s)\*bold\*/);
  });

  it('that refuses is not asked again with the same message', async () => {
    receiver.answer(() => ({ status: 400, body: 'invalid_blocks' }));
    expect(await failureOf(open())).toMatchObject({ isTransient: false });
    receiver.answer(() => ({ status: 404, body: 'no_service' }));
    expect((await failureOf(open())).message).not.toContain('token');
    receiver.answer(() => ({ status: 429, headers: { 'retry-after': '30' } }));
    expect(await failureOf(open())).toMatchObject({ isTransient: true, retryAfterMs: 30_000 });
  });
});
