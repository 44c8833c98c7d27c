import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feishuCard, feishuSettings, openFeishu } from '../../../../sinks/alerts/channels/feishu.ts';
import { message } from '../builders.ts';
import { failureOf, flood, hike, hostile, never, type Receiver, startReceiver } from './receiver.ts';

const secret = 'a-signature-key';
const payload = z.object({
  timestamp: z.string(),
  sign: z.string(),
  msg_type: z.literal('interactive'),
  card: z.object({
    header: z.object({ title: z.object({ content: z.string() }) }),
    elements: z.array(z.object({ tag: z.string(), text: z.object({ content: z.string() }).optional() })),
  }),
});
let receiver: Receiver;
const open = () =>
  openFeishu(
    feishuSettings.parse({
      name: 'team',
      type: 'feishu',
      url: `${receiver.url}/open-apis/bot/v2/hook/token`,
      secret,
      language: 'zh',
      allow_private: true,
    }),
  );

beforeEach(async () => {
  receiver = await startReceiver(() => ({ body: '{"code":0,"msg":"success","data":{}}' }));
});
afterEach(() => receiver.close());

describe('Feishu', () => {
  it('gets a signed card in Chinese', async () => {
    await open().send(message({ signals: [hike] }), never);
    const { timestamp, sign, card } = payload.parse(JSON.parse(receiver.received[0]?.body ?? ''));
    expect(sign).toBe(createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64'));
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(3_600);
    expect(card.header.title.content).toBe(hike.headline_zh);
    const text = card.elements.map((element) => element.text?.content ?? '').join('\n');
    expect(text).toContain('• Zhenwu 810E GPU: ¥20 → ¥26.8/卡时 (+34%)');
    expect(text).toContain('生效：2026-04-18');
    expect(text).toContain('[Cloud prices rise](https://news.example/a)');
  });

  it('keeps to 20 KB', () => {
    const body = JSON.stringify(feishuCard(flood, 'zh'));
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(19_500);
    expect(body).toMatch(/另有 \d+ 条/);
  });

  it('lets no foreign words mention people or open markup', () => {
    const body = JSON.stringify(feishuCard(message({ signals: [hostile, hike] }), 'en').card.elements);
    expect(body).not.toMatch(/<at |<b>|\[click\]|\*\*x\*\*/);
  });

  it.each([
    ['{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}', false],
    ['{"code":19024,"msg":"Key Words Not Found"}', false],
    ['{"code":11232,"msg":"frequency limited"}', true],
    ['<html>gateway</html>', true],
  ])('that answers %s is tried again: %s', async (body, isTransient) => {
    receiver.answer(() => ({ body }));
    expect(await failureOf(open())).toMatchObject({ isTransient });
  });
});
