import { expect, test } from 'vitest';
import { withDashedColumns } from '../../../../processors/extract/pages/dashed-columns.ts';
import { read } from './read.ts';

test('columns under rules of their own, numbers set to the right', () => {
  expect(
    read(
      `All rates are in GBP.

  Queue         Machine             Rate per hour
  ------------- ------------------ --------------
  viz.large     1 x L40S, 16 vCPU           £0.95
  highmem.2     32 vCPU                     £1.60
  ------------- ------------------ --------------

Kind regards
`,
      'md',
    ),
  ).toEqual(['viz.large instance_hour GBP 0.95/1', 'highmem.2 instance_hour GBP 1.6/1']);
});

test.each(['Title\n-----\n\ntext', '| a | b |\n|--- | ---|\n| c | d |', '- one\n- two', '--- ---\n\ntext'])(
  'anything else stays as it is: %s',
  (text) => {
    expect(withDashedColumns(text)).toBe(text);
  },
);
