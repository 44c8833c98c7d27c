import { describe, expect, it } from 'vitest';
import { toldOutright } from '../../../../processors/extract/news/frames/told-outright.ts';
import { scanQuantities } from '../../../../processors/extract/news/quantities.ts';

const outright = (text: string): boolean => {
  const q = scanQuantities(text).find(({ unit }) => unit === 'percent');
  return q !== undefined && toldOutright(text, q);
};

describe('a percentage that prices are said outright to move by', () => {
  it.each([
    'google raises prices of vms using amd chips by 8%',
    'rates for l40s servers in ashburn will go up by 7% in june',
    'storage in both regions will cost 4% more',
    'the lab slashed what it calls list pricing by about 30%',
  ])('%s', (text) => expect(outright(text)).toBe(true));
  it.each([
    'usage of the api went up by 30%',
    'the new model is 30% cheaper than its rivals',
    'it will cost 40% more than a rented card',
    'it will cost 20% more to train',
  ])('not: %s', (text) => expect(outright(text)).toBe(false));
});
