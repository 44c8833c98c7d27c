import { describe, expect, it } from 'vitest';
import { matches } from '../../../sinks/alerts/match.ts';
import { change, citation, rule, signal } from './builders.ts';

const when = (fields: object) => rule({ when: fields }).when;
const announced = signal({
  origin: 'announced',
  state: 'announced',
  changes: [],
  object: 'T-Head Zhenwu 810E',
  value_min: '5',
  value_max: '34',
  unit: 'percent',
  confidence: 0.7,
});

describe('a rule matches', () => {
  it.each([
    ['everything', {}, true],
    ['a kind', { kind: ['financial', 'price_change'] }, true],
    ['another kind', { kind: 'financial' }, false],
    ['a provider', { provider: 'alibaba-cloud' }, true],
    ['the company of a provider', { provider: 'Alibaba' }, true],
    ['a provider pattern', { provider: 'ali*' }, true],
    ['another provider', { provider: ['aws', 'azure'] }, false],
    ['a product pattern', { product: 'QWEN-*' }, true],
    ['a product that did not move', { product: 'qwen-turbo' }, false],
    ['a meter', { meter: 'input' }, true],
    ['another meter', { meter: 'output' }, false],
    ['a direction', { direction: 'increase' }, true],
    ['the other direction', { direction: 'decrease' }, false],
    ['enough percent', { min_percent: 25 }, true],
    ['too few percent', { min_percent: 25.1 }, false],
    ['a state', { state: ['unannounced', 'confirmed'] }, true],
    ['another state', { state: 'announced' }, false],
    ['an origin', { origin: 'observed' }, true],
    ['too few mentions', { min_mentions: 2 }, false],
  ])('%s', (_name, condition, expected) => {
    expect(matches(when(condition), signal())).toBe(expected);
  });

  it('product, meter and percent of one and the same change', () => {
    const mixed = signal({
      changes: [change({ product: 'a', meter: 'input', pct: 50 }), change({ product: 'b', meter: 'output', pct: 5 })],
    });
    expect(matches(when({ product: 'a', min_percent: 40 }), mixed)).toBe(true);
    expect(matches(when({ product: 'b', min_percent: 40 }), mixed)).toBe(false);
  });

  it('one direction of a page that moves both ways', () => {
    const mixed = signal({
      direction: 'mixed',
      changes: [change(), change({ product: 'b', direction: 'decrease', pct: -10 })],
    });
    expect(matches(when({ direction: 'decrease', min_percent: 5 }), mixed)).toBe(true);
    expect(matches(when({ direction: 'decrease', product: 'qwen-max' }), mixed)).toBe(false);
  });

  it('what is announced, by its object, its range and its confidence', () => {
    expect(matches(when({ product: 'zhenwu*', min_percent: 30, min_confidence: 0.7 }), announced)).toBe(true);
    expect(matches(when({ min_percent: 35 }), announced)).toBe(false);
    expect(matches(when({ min_confidence: 0.8 }), announced)).toBe(false);
  });

  it('what is announced, by a product that only a quote names', () => {
    const several = { ...announced, object: null, citations: [citation({ quote: 'Storage (CPFS) rises by 30%.' })] };
    expect(matches(when({ product: 'cpfs' }), several)).toBe(true);
    expect(matches(when({ product: 'oss' }), several)).toBe(false);
  });

  it('multiples as percentages', () => {
    expect(matches(when({ min_percent: 100 }), { ...announced, unit: 'times', value_min: '2', value_max: '2' })).toBe(
      true,
    );
    expect(matches(when({ min_percent: 101 }), { ...announced, unit: 'times', value_min: '2', value_max: '2' })).toBe(
      false,
    );
  });
});
