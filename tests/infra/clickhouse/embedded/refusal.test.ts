import { expect, test } from 'vitest';
import { refusal } from '../../../../infra/clickhouse/embedded/child-process.ts';

test.each([
  ['busy', 'listen EADDRINUSE: address already in use', '', 'busy'],
  ['error', "Cannot find module 'chdb'", '', 'missing'],
  ['error', 'chdb: no native binding for linux-arm. Platform linux-arm is not supported.', '', 'missing'],
  ['error', 'failed to load native binding from @chdb/lib-linux-x64-gnu: GLIBC_2.25 not found', '', 'missing'],
  ['error', 'Failed to create connection', 'Code: 76. DB::Exception: Cannot lock file /d/status.', 'locked'],
  ['error', 'Failed to create connection', 'Code: 243. DB::Exception: No space left', 'error'],
] as const)('%s (%s) is told apart', (reason, detail, stderr, expected) => {
  expect(refusal(reason, detail, stderr).reason).toBe(expected);
});

test("the engine's own sentence is kept, the lines around it are not", () => {
  const stderr =
    'Logging errors to console\nCode: 243. DB::Exception: No space left on device. (NOT_ENOUGH_SPACE)\n0. stack\n';
  expect(refusal('error', 'Failed to create connection', stderr).message).toBe(
    'Code: 243. DB::Exception: No space left on device. (NOT_ENOUGH_SPACE)',
  );
});
