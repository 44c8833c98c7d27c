import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { listDeadLetters } from '../../../infra/log/dead-letters.ts';
import { decode } from '../../../infra/log/decode.ts';
import { openEmbeddedLog } from '../../../infra/log/embedded/log.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { runSecondReader } from '../../../processors/second-reader/role.ts';
import { makeDocument } from '../../support/document.ts';
import { eventually, temporaryFolder } from '../../support/tokentape.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of cleanUp.splice(0).toReversed()) await end();
});

/** Said in a way that no rule reads. */
const quote =
  'Every day in May, twelve trillion of them went through the machines of Acme Compute, and by them its founder means tokens';
const body = `An interview. ${quote}.`;
const claim = {
  kind: 'token_volume',
  subject: 'acme-compute',
  object: null,
  direction: null,
  value_min: 12e12,
  value_max: 12e12,
  unit: 'tokens',
  old_value: null,
  meter: null,
  per: null,
  period: 'day',
  as_of: '2026-05',
  effective: null,
  growth_pct: null,
  metric: null,
  status: 'actual',
  quote,
};
const answerOf = (announcements: object[]) =>
  JSON.stringify({ choices: [{ message: { content: JSON.stringify({ announcements }) } }] });

/** Stands in for the endpoint: answers in turn, the last answer for ever, and keeps what it was asked. */
async function standIn(
  answers: { status: number; body: string }[],
): Promise<{ url: string; asked: { request: IncomingMessage; body: string }[] }> {
  const asked: { request: IncomingMessage; body: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    asked.push({ request, body: await text(request) });
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? { status: 500, body: '' };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`, asked };
}

async function reading(url: string): Promise<EventLog> {
  const folder = temporaryFolder();
  const log = openEmbeddedLog({ path: join(folder.path, 'log.sqlite') });
  const stage = await runSecondReader({ log, endpoint: { url, model: 'tape-reader', key: 'k-123' } });
  cleanUp.push(
    () => folder.remove(),
    () => log.close(),
    () => stage.stop(),
  );
  await log.append('documents', [
    { key: 'wire', value: makeDocument({ kind: 'article', format: 'text', lang: 'en', body }) },
  ]);
  return log;
}

async function announcements(log: EventLog): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const record of log.read('announcements')) found.push(decode('announcements', record));
  return found;
}

const oneAnnouncement = (log: EventLog) =>
  eventually('an announcement', async () => {
    const found = await announcements(log);
    return found.length > 0 ? found : null;
  });

test('asks by JSON schema with model and key, and appends what the text bears out', async () => {
  const invented = { ...claim, value_min: 99e12, value_max: 99e12 };
  const { url, asked } = await standIn([{ status: 200, body: answerOf([claim, invented]) }]);
  const found = await oneAnnouncement(await reading(url));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ subject: 'acme-compute', value_min: '12000000000000', extractor: 'second-reader' });
  expect(asked[0]?.request).toMatchObject({
    url: '/v1/chat/completions',
    headers: expect.objectContaining({ authorization: 'Bearer k-123' }),
  });
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    model: 'tape-reader',
    response_format: { type: 'json_schema' },
  });
});

test('a server that is overloaded is asked again', async () => {
  const { url, asked } = await standIn([
    { status: 503, body: 'busy' },
    { status: 429, body: 'slow down' },
    { status: 200, body: answerOf([claim]) },
  ]);
  const log = await reading(url);
  await oneAnnouncement(log);
  expect(asked).toHaveLength(3);
  expect(await listDeadLetters(log)).toEqual([]);
});

test('an answer that is none sets the article aside, with the reason', async () => {
  const { url } = await standIn([{ status: 200, body: answerOf([{ kind: 'gossip' }]) }]);
  const log = await reading(url);
  const [letter] = await eventually('a dead letter', async () => {
    const letters = await listDeadLetters(log);
    return letters.length > 0 ? letters : null;
  });
  expect(letter).toMatchObject({
    stage: 'second-reader',
    topic: 'documents',
    error: expect.stringMatching(/announcements/),
  });
  expect(await announcements(log)).toEqual([]);
});
