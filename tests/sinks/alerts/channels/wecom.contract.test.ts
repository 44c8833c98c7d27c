import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWecom, wecomBody, wecomSettings } from '../../../../sinks/alerts/channels/wecom.ts';
import { message } from '../builders.ts';
import { failureOf, flood, hike, hostile, never, type Receiver, startReceiver } from './receiver.ts';

const payload = z.object({ msgtype: z.literal('markdown'), markdown: z.object({ content: z.string() }) });
const parse = (body: string) => payload.parse(JSON.parse(body)).markdown.content;
let receiver: Receiver;
const open = () =>
  openWecom(
    wecomSettings.parse({
      name: 'wecom',
      type: 'wecom',
      url: `${receiver.url}/cgi-bin/webhook/send?key=token`,
      language: 'zh',
      allow_private: true,
    }),
  );

beforeEach(async () => {
  receiver = await startReceiver(() => ({ body: '{"errcode":0,"errmsg":"ok"}' }));
});
afterEach(() => receiver.close());

describe('WeCom', () => {
  it('gets markdown of its own kind', async () => {
    await open().send(message({ signals: [hike] }), never);
    const content = parse(receiver.received[0]?.body ?? '');
    expect(content.split('\n')[0]).toBe(`### ${hike.headline_zh}`);
    expect(content).toContain('· Zhenwu 810E GPU: ¥20 → ¥26.8/卡时 (+34%)');
    expect(content).toContain('[Cloud prices rise](https://news.example/a)');
  });

  it('keeps to 4,096 bytes of UTF-8 and says what is missing', () => {
    const content = parse(wecomBody(flood, 'en'));
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096);
    const shown = content.match(/Provider \d+ raises/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(Number(/and (\d+) more$/.exec(content)?.[1]) + shown).toBe(57);
  });

  it('lets no foreign words open markup', () => {
    const content = parse(wecomBody(message({ signals: [hostile] }), 'en'));
    expect(content).not.toMatch(/\*\*x|\[click\]|<[b!@a]/);
  });

  it.each([
    ['{"errcode":45009,"errmsg":"api freq out of limit"}', true],
    ['{"errcode":93000,"errmsg":"invalid webhook url"}', false],
    ['{"errcode":40058,"errmsg":"markdown.content exceed max length 4096"}', false],
  ])('that answers %s is tried again: %s', async (body, isTransient) => {
    receiver.answer(() => ({ body }));
    expect(await failureOf(open())).toMatchObject({ isTransient });
  });
});
