import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChannel } from '../../../../sinks/alerts/channels/open.ts';
import { webhookSettings } from '../../../../sinks/alerts/channels/webhook.ts';
import { message } from '../builders.ts';
import { failureOf, hike, never, type Receiver, startReceiver } from './receiver.ts';

const secret = `whsec_${Buffer.from('thirty-two bytes of test secret!').toString('base64')}`;
let receiver: Receiver;
const open = (fields: object = {}) =>
  openChannel(
    webhookSettings.parse({
      name: 'hook',
      type: 'webhook',
      url: `${receiver.url}/in/secret-path`,
      secret,
      allow_private: true,
      ...fields,
    }),
    process.stdout,
  );

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

describe('a webhook', () => {
  it('is signed by the Standard Webhooks specification', async () => {
    await open({ headers: { 'x-team': 'pricing' } }).send(message({ signals: [hike] }), never);
    const [one] = receiver.received;
    expect(one?.headers).toMatchObject({
      'webhook-id': 'message-1',
      'content-type': expect.stringContaining('application/json'),
      'x-team': 'pricing',
    });
    const headers = {
      'webhook-id': String(one?.headers['webhook-id']),
      'webhook-timestamp': String(one?.headers['webhook-timestamp']),
      'webhook-signature': String(one?.headers['webhook-signature']),
    };
    expect(new Webhook(secret).verify(one?.body ?? '', headers)).toMatchObject({
      type: 'tokentape.alert',
      timestamp: '2026-04-18T10:00:00.000Z',
      data: {
        rule: 'prices',
        title: hike.headline,
        signals: [
          {
            signal_id: 'hike',
            alert_id: 'alert of hike',
            state: 'confirmed',
            effective: '2026-04-18',
            quote: expect.any(String),
          },
        ],
      },
    });
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(one?.body ?? '', headers),
    ).toThrow();
    expect(() => new Webhook(secret).verify(`${one?.body} `, headers)).toThrow();
  });

  it.each([
    [500, true],
    [503, true],
    [429, true],
    [408, true],
    [400, false],
    [401, false],
    [410, false],
    [302, false],
  ])('answered %i is tried again: %s', async (status, isTransient) => {
    receiver.answer(() => ({ status, headers: { location: 'http://127.0.0.1:1/' } }));
    expect(await failureOf(open())).toMatchObject({ isTransient });
    expect(receiver.received).toHaveLength(1);
  });

  it('waits as long as the other end asks', async () => {
    receiver.answer(() => ({ status: 429, headers: { 'retry-after': '7' } }));
    expect(await failureOf(open())).toMatchObject({ retryAfterMs: 7_000 });
  });

  it('does not reach internal addresses unless it is allowed to', async () => {
    const refused = await failureOf(open({ allow_private: false }));
    expect(refused).toMatchObject({ isTransient: false, message: expect.stringContaining('loopback') });
    const { port } = new URL(receiver.url);
    for (const host of ['localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0.0.0.0']) {
      expect(await failureOf(open({ allow_private: false, url: `http://${host}:${port}/` }))).toMatchObject({
        isTransient: false,
      });
    }
    expect(receiver.received).toEqual([]);
  });

  it('that nobody answers is tried again, and no error tells the address', async () => {
    await receiver.close();
    const failure = await failureOf(open());
    expect(failure.isTransient).toBe(true);
    expect(failure.message).toContain('ECONNREFUSED');
    expect(failure.message).not.toContain('secret-path');
  });
});
