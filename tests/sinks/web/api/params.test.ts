import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCursor, writeCursor } from '../../../../sinks/web/api/cursor.ts';
import { flag, list, moment, readParams } from '../../../../sinks/web/api/params.ts';
import { HttpProblem } from '../../../../sinks/web/api/problem.ts';

const schema = z.strictObject({
  kind: list(z.enum(['a', 'b'])),
  series: list(z.string()).meta({ verbatim: true }),
  since: moment.optional(),
  suspect: flag.optional(),
});
const read = (query: string) => readParams(schema, `http://x/?${query}`);
const problemOf = (run: () => unknown): HttpProblem => {
  try {
    run();
  } catch (error) {
    if (error instanceof HttpProblem) return error;
  }
  throw new Error('expected a problem');
};

test('lists come by comma or by repetition; series keys keep their commas', () => {
  expect(read('kind=a,b')).toEqual({ kind: ['a', 'b'] });
  expect(read('kind=a&kind=b')).toEqual({ kind: ['a', 'b'] });
  expect(read('series=p/x,y/input')).toEqual({ series: ['p/x,y/input'] });
});

test('an empty parameter is none: forms send their untouched fields', () => {
  expect(read('kind=&since=')).toEqual({});
});

test('dates with and without time, and truth in words', () => {
  expect(read('since=2026-04-18&suspect=true')).toEqual({ since: '2026-04-18', suspect: true });
  expect(read('since=2026-04-18T08:00:00%2B08:00').since).toBe('2026-04-18T08:00:00+08:00');
});

test('what is not understood is named, all of it', () => {
  const { problem } = problemOf(() => read('kind=c&since=soon&nonsense=1'));
  expect(problem.status).toBe(400);
  expect(problem.errors?.map(({ parameter }) => parameter).sort()).toEqual(['kind.0', 'nonsense', 'since']);
});

test('a cursor comes back as it went, and a made-up one is a 400', () => {
  const at = { at: '2026-04-18T08:00:00.000Z', id: 'x|"y' };
  expect(readCursor(writeCursor(at))).toEqual(at);
  for (const made of ['x', 'e30', Buffer.from('{"at":"now","id":1}').toString('base64url')])
    expect(problemOf(() => readCursor(made)).problem.status).toBe(400);
});
