import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dingtalkBody, dingtalkSettings, openDingtalk } from '../../../../sinks/alerts/channels/dingtalk.ts';
import { message } from '../builders.ts';
import { failureOf, flood, hike, hostile, never, type Receiver, startReceiver } from './receiver.ts';

const secret = 'SECtest';
const payload = z.object({
  msgtype: z.literal('markdown'),
  markdown: z.object({ title: z.string(), text: z.string() }),
});
const parse = (body: string) => payload.parse(JSON.parse(body)).markdown;
let receiver: Receiver;
const open = () =>
  openDingtalk(
    dingtalkSettings.parse({
      name: 'ding',
      type: 'dingtalk',
      url: `${receiver.url}/robot/send?access_token=token`,
      secret,
      allow_private: true,
    }),
  );

beforeEach(async () => {
  receiver = await startReceiver(() => ({ body: '{"errcode":0,"errmsg":"ok"}' }));
});
afterEach(() => receiver.close());

describe('DingTalk', () => {
  it('gets signed markdown', async () => {
    await open().send(message({ signals: [hike] }), never);
    const [one] = receiver.received;
    const timestamp = one?.query.get('timestamp') ?? '';
    expect(one?.query.get('access_token')).toBe('token');
    expect(Math.abs(Number(timestamp) - Date.now())).toBeLessThan(3_600_000);
    expect(one?.query.get('sign')).toBe(
      createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
    );
    const { text } = parse(one?.body ?? '');
    expect(text).toContain('### Alibaba Cloud raises prices of AI computing 5 to 34 percent');
    expect(text).toContain('- Zhenwu 810E GPU: ¥20 → ¥26.8 per GPU hour (+34%)');
    expect(text).toContain('> Alibaba Cloud will raise prices');
  });

  it('keeps to 20,000 bytes', () => {
    const body = dingtalkBody(flood, 'en');
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
    expect(parse(body).text).toMatch(/and \d+ more/);
  });

  it('lets no foreign words open markup', () => {
    const { text } = parse(dingtalkBody(message({ signals: [hostile] }), 'en'));
    expect(text).not.toMatch(/(?<!\\)\*\*x|(?<!\\)\[click|<b>|<at/);
  });

  it.each([
    ['{"errcode":310000,"errmsg":"sign not match"}', false],
    ['{"errcode":130101,"errmsg":"send too fast"}', true],
    ['{"errcode":-1,"errmsg":"system busy"}', true],
  ])('that answers %s is tried again: %s', async (body, isTransient) => {
    receiver.answer(() => ({ body }));
    const failure = await failureOf(open());
    expect(failure).toMatchObject({ isTransient });
    expect(failure.message).not.toMatch(/SECtest|access_token/);
  });
});
