import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TOPICS, type TopicName } from '../../../infra/contracts/topics.ts';

const folder = join(import.meta.dirname, 'golden');
/** Their contents belong to the stage that keeps them, and are rebuilt by replay. */
const OPAQUE: ReadonlySet<TopicName> = new Set(['detect_state', 'merge_state', 'alert_state']);
const isTopic = (name: string): name is TopicName => name in TOPICS;

/** A record once written is read for ever: no field renamed, reused or newly demanded. */
describe.each(readdirSync(folder))('records of contract %s', (version) => {
  const files = readdirSync(join(folder, version));

  test.each(files)('%s is still read, every field of it kept', (file) => {
    const topic = file.replace('.json', '');
    if (!isTopic(topic)) throw new Error(`no topic ${topic}`);
    const record = z.looseObject({}).parse(JSON.parse(readFileSync(join(folder, version, file), 'utf8')));
    expect(TOPICS[topic].schema.parse(record)).toMatchObject(record);
  });

  test('every topic has one', () => {
    const missing = Object.keys(TOPICS).filter(
      (name) => !(isTopic(name) && OPAQUE.has(name)) && !files.includes(`${name}.json`),
    );
    expect(missing).toEqual([]);
  });
});
