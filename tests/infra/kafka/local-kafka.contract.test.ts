import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { whyNoKafka } from '../../../infra/kafka/jars.ts';
import { startLocalKafka } from '../../../infra/kafka/local-kafka.ts';
import { openKafkaLog } from '../../../infra/log/kafka/log.ts';
import { KAFKA_CACHE } from '../../setup/kafka.ts';
import { jsonOf, readAll, until } from '../log/support.ts';

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.skipIf(whyNoKafka() !== null)('the local Kafka', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'tokentape-kafka-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  test('keeps its records over a stop and a crash, and leaves no process behind', async () => {
    const pids: number[] = [];
    for (const [round, end] of [
      ['first', 'stop'] as const,
      ['second', 'kill'] as const,
      ['third', 'stop'] as const,
    ].entries()) {
      const kafka = await startLocalKafka({ dataDir, cacheDir: KAFKA_CACHE });
      const [broker] = kafka.brokers;
      pids.push(broker?.pid ?? 0);
      const log = await openKafkaLog({ brokers: kafka.addresses, partitions: 1 });
      await log.append('prices', [{ key: 'k', value: end[0] }]);
      expect((await readAll(log, 'prices')).map(jsonOf)).toEqual(['first', 'second', 'third'].slice(0, round + 1));
      await log.close();
      await broker?.[end[1]]();
    }
    expect(pids.map(alive)).toEqual([false, false, false]);
  });

  test('ends when the process that started it is killed', async () => {
    const source = `
      import { startLocalKafka } from ${JSON.stringify(new URL('../../../infra/kafka/local-kafka.ts', import.meta.url).href)};
      const kafka = await startLocalKafka(${JSON.stringify({ dataDir, cacheDir: KAFKA_CACHE })});
      console.log(kafka.brokers[0].pid);
    `;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let pid = 0;
    for await (const line of createInterface({ input: owner.stdout })) {
      pid = Number(line);
      break;
    }
    expect(alive(pid)).toBe(true);
    owner.kill('SIGKILL');
    await until(() => !alive(pid));
  });
});
