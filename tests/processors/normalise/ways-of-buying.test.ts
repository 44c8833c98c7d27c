import { describe, expect, it } from 'vitest';
import { findMode } from '../../../processors/normalise/modes.ts';

describe('words that are a way of buying in one place and none in another', () => {
  it.each([
    ['Flexible', 'flex'],
    ['Flexible inference', 'flex'],
    ['Flex tokens', 'flex'],
    ['Flexible prices for crews', null],
    ['Made for flexible crews', null],
    ['Flex GPU', null],
    ['Dedicated', 'dedicated'],
    ['On dedicated machines', 'dedicated'],
    ['4 dedicated cores', null],
    ['推理服务', 'standard'],
    ['推理服务器', null],
    ['模型推理服务', null],
  ])('%s', (text, mode) => {
    expect(findMode(text)).toBe(mode);
  });

  it.each([
    ['Annual commitment', 'commit_1y'],
    ['Yearly commitment', 'commit_1y'],
    ['One-year reserved', 'commit_1y'],
    ['Reserved', 'reserved'],
    ['Biannual commitment', 'reserved'],
    ['Annual report', null],
  ])('%s', (text, mode) => {
    expect(findMode(text)).toBe(mode);
  });
});
