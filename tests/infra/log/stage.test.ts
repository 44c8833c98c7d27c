import { describe, expect, test } from 'vitest';
import { type RecordOf, TOPICS } from '../../../infra/contracts/topics.ts';
import { listDeadLetters, showDeadLetter } from '../../../infra/log/dead-letters.ts';
import { Unavailable } from '../../../infra/log/errors.ts';
import type { EventLog } from '../../../infra/log/port.ts';
import { runStage, type StageRecord } from '../../../infra/log/stage.ts';
import { gate, jsonOf, readAll, totalLag, until } from './support.ts';
import { temporaryLog } from './temporary-log.ts';

const job = (n: number): RecordOf<'fetch_jobs'> => ({
  version: 1,
  job_id: `job-${n}`,
  source_id: 'openai',
  url: `https://prices.example/${n}`,
  kind: 'page',
  reason: 'schedule',
  scheduled_at: '2026-04-18T08:00:00.000Z',
  title: null,
  published_at: null,
});

const appendJobs = (log: EventLog, numbers: readonly number[]) =>
  log.append(
    'fetch_jobs',
    numbers.map((n) => ({ key: 'host', value: job(n) })),
  );

const QUICK = { attempts: 3, initialDelayMs: 1, maxDelayMs: 2 };
const done = (log: EventLog, group = 'stage') => until(async () => (await totalLag(log, group, 'fetch_jobs')) === 0);
const ids = (records: readonly StageRecord<'fetch_jobs'>[]) => records.map(({ value }) => value.job_id);

describe('a stage', () => {
  test('decodes, handles, appends what comes of it, then commits', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1, 2, 3]);
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      handle: async (records) =>
        records.map(({ value }) => ({
          topic: 'schedule_state',
          key: value.job_id,
          value: { version: 1, source_id: value.source_id, last_due_at: value.scheduled_at },
        })),
    });
    await done(log);
    const outputs = await readAll(log, 'schedule_state');
    expect(outputs.map(({ key }) => key).toSorted()).toEqual(['job-1', 'job-2', 'job-3']);
    expect(stage.status).toMatchObject({ state: 'running', recordsIn: 3, recordsOut: 3, deadLetters: 0 });
    expect(stage.status.lastBatch).toMatchObject({ stage: 'stage', topic: 'fetch_jobs', outputs: 3 });
    expect(await stage.lag()).toHaveLength(2);
    await stage.stop();
    expect(stage.status.state).toBe('stopped');
  });

  test('tells the records of several topics apart by type', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    await log.append('schedule_state', [
      { key: 's', value: { version: 1, source_id: 's', last_due_at: '2026-04-18T08:00:00.000Z' } },
    ]);
    const seen: string[] = [];
    await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs', 'schedule_state'],
      handle: async (records) => {
        for (const record of records) {
          seen.push(record.topic === 'fetch_jobs' ? record.value.job_id : record.value.last_due_at);
        }
        return undefined;
      },
    });
    await until(() => seen.length === 2);
    expect(seen.toSorted()).toEqual(['2026-04-18T08:00:00.000Z', 'job-1']);
  });
});

describe('poison', () => {
  test('a record that cannot be decoded goes to dead_letters with all that is known; its neighbours go on', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    await log.append('fetch_jobs', [{ key: 'host', value: Buffer.from('{"job_id": 7, oops') }]);
    await log.append('fetch_jobs', [{ key: 'host', value: { ...job(2), kind: 'video' } }]);
    await appendJobs(log, [3]);
    const handled: string[] = [];
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      handle: async (records) => void handled.push(...ids(records)),
    });
    await done(log);
    expect(handled).toEqual(['job-1', 'job-3']);
    expect(stage.status.deadLetters).toBe(2);
    const letters = await listDeadLetters(log);
    expect(letters.map(({ offset, attempts, stage: name, key }) => ({ offset, attempts, name, key }))).toEqual([
      { offset: 1, attempts: 1, name: 'stage', key: 'host' },
      { offset: 2, attempts: 1, name: 'stage', key: 'host' },
    ]);
    expect(letters[0]?.error).toMatch(/^DecodeError: fetch_jobs \d@1: expected UTF-8 JSON/);
    expect(letters[1]?.error).toMatch(/fetch_jobs \d@2: kind: .*"page"/);
    expect(letters[1]?.app_version).toMatch(/^\d+\.\d+\.\d+/);
    const whole = await showDeadLetter(log, letters[0]?.dead_letter_id ?? '');
    expect(Buffer.from(whole.raw, 'base64').toString()).toBe('{"job_id": 7, oops');
  });

  test('the record that fails the handler is found in its batch, tried again, then dead-lettered; order holds', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const effects: string[] = [];
    let tries = 0;
    await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      retry: QUICK,
      handle: async (records) => {
        const bad = records.some(({ value }) => value.job_id === 'job-6');
        if (bad && records.length === 1) tries++;
        if (bad) throw new TypeError('cannot divide by a banana');
        effects.push(...ids(records));
      },
    });
    await done(log);
    expect(tries).toBe(3);
    expect(effects).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9].map((n) => `job-${n}`));
    expect(await listDeadLetters(log)).toMatchObject([
      { offset: 6, attempts: 3, error: 'TypeError: cannot divide by a banana', topic: 'fetch_jobs' },
    ]);
  });

  test('a record that fails for a while is not dead-lettered', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    let failures = 2;
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      retry: QUICK,
      handle: async () => {
        if (failures-- > 0) throw new Error('hiccup');
        return undefined;
      },
    });
    await done(log);
    expect(stage.status).toMatchObject({ deadLetters: 0, retries: 2 });
  });

  test('the largest record still fits into its letter', async () => {
    const { log } = await temporaryLog();
    const bytes = Buffer.alloc(TOPICS.documents.maxMessageBytes, ' ');
    await log.append('documents', [{ key: 'huge', value: bytes }]);
    const stage = await runStage(log, { name: 'stage', topics: ['documents'], handle: async () => undefined });
    await until(() => stage.status.deadLetters === 1);
    const [letter] = await listDeadLetters(log);
    expect(letter?.size_bytes).toBe(bytes.length);
  });

  test('a handler can reject a record by name and keep the rest', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1, 2, 3]);
    let calls = 0;
    await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      handle: async (records, { reject }) => {
        calls++;
        for (const record of records) if (record.value.job_id === 'job-2') reject(record, new Error('row refused'));
        return undefined;
      },
    });
    await done(log);
    expect(calls).toBe(1);
    expect(await listDeadLetters(log)).toMatchObject([{ offset: 1, error: 'Error: row refused', attempts: 1 }]);
  });

  test('the same failure has the same id, however often it is seen', async () => {
    const { log } = await temporaryLog();
    await log.append('fetch_jobs', [{ key: 'host', value: 'poison' }]);
    for (const group of ['first', 'second']) {
      const stage = await runStage(log, {
        name: 'stage',
        group,
        topics: ['fetch_jobs'],
        handle: async () => undefined,
      });
      await done(log, group);
      await stage.stop();
    }
    expect(await readAll(log, 'dead_letters')).toHaveLength(2);
    expect(await listDeadLetters(log)).toHaveLength(1);
  });

  test('a dead letter that cannot be handled makes no further letter', async () => {
    const { log } = await temporaryLog();
    await log.append('dead_letters', [{ key: 'x', value: 'no letter' }]);
    const stage = await runStage(log, { name: 'stage', topics: ['dead_letters'], handle: async () => undefined });
    await until(async () => (await totalLag(log, 'stage', 'dead_letters')) === 0);
    expect(stage.status.deadLetters).toBe(1);
    expect(await readAll(log, 'dead_letters')).toHaveLength(1);
  });
});

describe('what is away is waited for', () => {
  test('no record is blamed, nothing is committed, and work goes on when it is back', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1, 2]);
    let away = true;
    const handled: string[] = [];
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      retry: QUICK,
      handle: async (records) => {
        if (away) throw new Unavailable('ClickHouse does not answer');
        handled.push(...ids(records));
      },
    });
    await until(() => stage.status.retries > 20);
    expect(stage.status.busySince).toBeLessThanOrEqual(Date.now());
    expect(stage.status).toMatchObject({ state: 'waiting', waitingFor: 'ClickHouse does not answer', deadLetters: 0 });
    expect(await totalLag(log, 'stage', 'fetch_jobs')).toBe(2);
    away = false;
    await done(log);
    expect(handled).toEqual(['job-1', 'job-2']);
    expect(stage.status).toMatchObject({ state: 'running', waitingFor: null, busySince: null });
  });

  test('stopping does not wait for what is away; the records come again', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    const tried = gate();
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      retry: { initialDelayMs: 3_600_000, maxDelayMs: 3_600_000 },
      handle: async () => {
        tried.open();
        throw new Unavailable('gone for long');
      },
    });
    await tried.passed;
    await stage.stop();
    expect(await totalLag(log, 'stage', 'fetch_jobs')).toBe(1);
  });
});

describe('the breaker', () => {
  test('stops the stage when too much of a partition goes to dead_letters, and says so; the rest stays on the topic', async () => {
    const { log } = await temporaryLog({ partitions: 1 });
    await appendJobs(
      log,
      Array.from({ length: 60 }, (_, n) => n),
    );
    const broken: string[] = [];
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      maxRecords: 10,
      retry: { ...QUICK, attempts: 1 },
      breaker: { limit: 5, window: 20 },
      observer: { broken: (_stage, reason) => void broken.push(reason) },
      handle: async (records) => {
        if (records.some(({ offset }) => offset >= 30)) throw new Error('a new release forgot a field');
        return undefined;
      },
    });
    await until(() => stage.status.breaker.open);
    await stage.stop();
    expect(stage.status.state).toBe('broken');
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(/^fetch_jobs\/0: 5 of its last 20 records went to dead_letters; .*a new release forgot/);
    expect(await listDeadLetters(log)).toHaveLength(5);
    expect(await totalLag(log, 'stage', 'fetch_jobs')).toBe(30);
    expect(stage.status.assigned).toEqual([]);
  });

  test('a few poison records among many do not open it', async () => {
    const { log } = await temporaryLog({ partitions: 1 });
    await appendJobs(
      log,
      Array.from({ length: 100 }, (_, n) => n),
    );
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      retry: { ...QUICK, attempts: 1 },
      breaker: { limit: 5, window: 20 },
      handle: async (records) => {
        if (records.some(({ offset }) => offset % 10 === 0)) throw new Error('odd one out');
        return undefined;
      },
    });
    await done(log);
    expect(stage.status).toMatchObject({ deadLetters: 10, breaker: { open: false } });
  });
});

describe('partitions', () => {
  test('state is loaded before the first batch and let go after the last', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    const events: string[] = [];
    const stage = await runStage(log, {
      name: 'stage',
      topics: ['fetch_jobs'],
      onAssigned: async (topic, partition) => {
        await log.table('schedule_state').load(partition);
        events.push(`assigned ${topic}`);
      },
      onRevoked: (topic) => void events.push(`revoked ${topic}`),
      handle: async () => void events.push('batch'),
    });
    await done(log);
    await stage.stop();
    expect(events.toSorted().join()).toBe(
      'assigned fetch_jobs,assigned fetch_jobs,batch,revoked fetch_jobs,revoked fetch_jobs',
    );
    expect(events.indexOf('batch')).toBeGreaterThan(0);
  });

  test('the outputs of a partition that was lost meanwhile are not written', async () => {
    const { log } = await temporaryLog();
    await appendJobs(log, [1]);
    let lost = true;
    const losing: EventLog = {
      ...log,
      consume: (options) =>
        log.consume({ ...options, onBatch: (batch) => options.onBatch({ ...batch, isLost: () => lost }) }),
    };
    let calls = 0;
    const stage = await runStage(losing, {
      name: 'stage',
      topics: ['fetch_jobs'],
      handle: async () => {
        calls++;
        return [{ topic: 'fetch_state', key: 'k', value: null }];
      },
    });
    await until(() => calls >= 1);
    expect(await readAll(log, 'fetch_state')).toEqual([]);
    lost = false;
    await done(log);
    expect((await readAll(log, 'fetch_state')).map(jsonOf)).toEqual([null]);
    expect(stage.status.deadLetters).toBe(0);
  });
});
