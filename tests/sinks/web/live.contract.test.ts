import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Signal } from '../../../infra/contracts/signal.ts';
import { makeSignal } from './market/signals.ts';
import { startWeb, type TestWeb } from './support.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

interface Event {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** A server-sent event stream, read one event at a time. */
const listen = async (path: string, headers: Record<string, string> = {}) => {
  const stop = new AbortController();
  const response = await fetch(web.url + path, { headers, signal: stop.signal });
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const block = async (): Promise<string | null> => {
    while (!text.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
    const end = text.indexOf('\n\n');
    const found = text.slice(0, end);
    text = text.slice(end + 2);
    return found;
  };
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const lines = (await block())?.split('\n');
      if (lines === undefined) return null;
      const field = (name: string): string =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
      if (field('event') !== '') return { event: field('event'), id: field('id'), data: field('data') };
    }
  };
  await block();
  return { response, next, close: () => stop.abort() };
};

const idOf = (event: Event | null): unknown =>
  z.object({ signal_id: z.string() }).parse(JSON.parse(event?.data ?? '{}')).signal_id;
const capacity = (signal_id: string, given: Partial<Signal> = {}): Signal =>
  makeSignal({
    signal_id,
    kind: 'capacity',
    headline: `Capacity ${signal_id}`,
    subject: 'xai',
    first_seen_at: new Date().toISOString(),
    ...given,
  });
const store = (signal: Signal, recorded_at: string) =>
  web.store.client.insert({ table: 'signals', values: [{ ...signal, recorded_at }], format: 'JSONEachRow' });

test('a signal on the log comes over the stream, if it passes the filter', async () => {
  const all = await listen('/api/v1/stream');
  const some = await listen('/api/v1/stream?kind=capacity&subject=openai');
  expect(all.response.headers.get('content-type')).toContain('text/event-stream');
  await web.say(capacity('live-1'));
  await web.say(capacity('live-2', { subject: 'openai' }));
  await web.say(capacity('old-news', { backfill: true, subject: 'openai' }));
  await web.say(capacity('live-3', { subject: 'openai' }));
  const heard = new Set([idOf(await all.next()), idOf(await all.next()), idOf(await all.next())]);
  expect(heard).toEqual(new Set(['live-1', 'live-2', 'live-3']));
  expect([idOf(await some.next()), idOf(await some.next())]).toEqual(['live-2', 'live-3']);
  all.close();
  some.close();
});

test('after a break, what was missed comes first, from the store, and then what happens next', async () => {
  const before = await listen('/api/v1/stream');
  await web.say(capacity('heard'));
  const last = await before.next();
  before.close();
  const at = Date.parse(last?.id.split('/')[0] ?? '');
  await store(capacity('missed-1'), new Date(at + 1).toISOString());
  await store(capacity('missed-2', { backfill: true }), new Date(at + 2).toISOString());
  await store(capacity('missed-3', { retracted: true }), new Date(at + 3).toISOString());
  const after = await listen('/api/v1/stream?kind=capacity', { 'last-event-id': last?.id ?? '' });
  const heard: unknown[] = [];
  do heard.push(idOf(await after.next()));
  while (heard.at(-1) !== 'missed-3');
  await web.say(capacity('next'));
  heard.push(idOf(await after.next()));
  expect(heard).not.toContain('heard');
  expect(heard).not.toContain('missed-2');
  expect(heard.slice(-3)).toEqual(['missed-1', 'missed-3', 'next']);
  expect(new Set(heard).size).toBe(heard.length);
  after.close();
});

test('what the store does not hold yet is not lost in a break', async () => {
  const before = await listen('/api/v1/stream');
  await web.say(capacity('known'));
  const last = await before.next();
  before.close();
  await web.say(capacity('only-on-the-log'));
  const after = await listen('/api/v1/stream', { 'last-event-id': last?.id ?? '' });
  const heard: unknown[] = [];
  do heard.push(idOf(await after.next()));
  while (heard.at(-1) !== 'only-on-the-log');
  after.close();
});

test('an event id from elsewhere gets a reset', async () => {
  const stream = await listen('/api/v1/stream', { 'last-event-id': '17' });
  expect(await stream.next()).toMatchObject({ event: 'reset' });
  stream.close();
});

test('a record that is no signal does not silence the stream', async () => {
  const stream = await listen('/api/v1/stream');
  await web.log.append('signals', [{ key: 'xai', value: { nonsense: true } }]);
  await web.say(capacity('still-here'));
  expect(idOf(await stream.next())).toBe('still-here');
  stream.close();
});

test('the tape gets the same rows its page is made of', async () => {
  const stream = await listen('/tape/stream?lang=zh');
  await web.say(capacity('row', { headline_zh: '新增算力' }));
  const row = z.object({ id: z.string(), html: z.string() }).parse(JSON.parse((await stream.next())?.data ?? '{}'));
  expect(row.id).toBe('row');
  expect(row.html).toMatch(/^<li class="row none" id="s-row"/);
  expect(row.html).toContain('新增算力');
  stream.close();
});

test('stopping the server ends its streams', async () => {
  const other = await web.another({});
  const response = await fetch(`${other.url}/api/v1/stream`);
  const ended = response.text();
  await other.stop();
  expect(await ended).toContain(': open');
});

test('a reader that does not read is let go, and holds nobody up', async () => {
  const quick = await listen('/api/v1/stream?subject=flood');
  const { hostname, port, host } = new URL(web.url);
  const slow = connect(Number(port), hostname);
  slow.write(`GET /api/v1/stream?subject=flood HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(slow, 'data');
  slow.pause();
  const told = 9000;
  const flood = Array.from({ length: told }, (_, n) =>
    capacity(`flood-${n}`, { subject: 'flood', headline: 'x'.repeat(2000) }),
  );
  await web.log.append(
    'signals',
    flood.map((value) => ({ key: 'flood', value })),
  );
  for (let n = 0; n < told; n++) expect(idOf(await quick.next())).toBe(`flood-${n}`);
  quick.close();
  let received = 0;
  slow.on('data', (chunk) => {
    received += chunk.length;
  });
  slow.on('error', () => undefined);
  const closed = once(slow, 'close');
  slow.resume();
  await closed;
  expect(received).toBeLessThan(told * 2000);
});
