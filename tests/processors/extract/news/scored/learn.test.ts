import { describe, expect, it } from 'vitest';
import { BITS, both, Features, nameOf, scoreOf } from '../../../../../processors/extract/news/scored/features.ts';
import { type Example, learn } from '../../../../../processors/extract/news/scored/learn.ts';
import { keep, openWeights, SEEN } from '../../../../../processors/extract/news/scored/model.ts';
import { sharesOf } from '../../../../../processors/extract/news/scored/shares.ts';
import { tokensOf } from '../../../../../processors/extract/news/scored/tokens.ts';

const seen = (...names: string[]): Features => {
  const features = new Features();
  for (const name of names) features.add(nameOf(name));
  return features;
};
/** Of two, the one that acts owns the figure; what else is seen says nothing. */
const examples: Example[] = Array.from({ length: 40 }, (_, i) => ({
  candidates: [seen('acts', `word ${i % 7}`), seen('is acted on', `word ${i % 5}`)],
  right: [0],
  weight: 1,
}));

describe('learning', () => {
  it('gives the most to what tells the right one', () => {
    const weights = learn(examples);
    const [first = 0, second = 0] = sharesOf([seen('acts'), seen('is acted on')].map((each) => scoreOf(weights, each)));
    expect(first).toBeGreaterThan(0.9);
    expect(first + second).toBeCloseTo(1);
  });

  it('gives the same weights for the same examples', () => {
    expect(learn(examples)).toEqual(learn(examples));
  });

  it('learns nothing from a choice that holds no right one', () => {
    expect(learn([{ candidates: [seen('a'), seen('b')], right: [], weight: 1 }]).every((weight) => weight === 0)).toBe(
      true,
    );
  });
});

describe('weights', () => {
  it('are kept in one byte each, to half a step', () => {
    const weights = Float32Array.from([0, 1.27, -1.27, 0.1, -0.004]);
    const { step, values } = keep(weights);
    const steps = [...new Int8Array(Uint8Array.from(Buffer.from(values, 'base64')).buffer)];
    expect(steps).toHaveLength(weights.length);
    steps.forEach((value, i) => {
      expect(Math.abs(value * step - (weights[i] ?? 0))).toBeLessThanOrEqual(step / 2 + 1e-6);
    });
  });
});

describe('a table of weights', () => {
  const kept = keep(new Float32Array(2 ** BITS).fill(0.5));

  it('opens as it was kept', () => {
    expect(openWeights(kept, SEEN)[0]).toBeCloseTo(0.5);
  });

  it.each([
    ['other features', kept, SEEN + 1],
    ['another number of them', { ...kept, values: kept.values.slice(0, 400) }, SEEN],
  ])('that was learnt from %s is refused, with what to run', (_what, table, seen) => {
    expect(() => openWeights(table, seen)).toThrow('npm run train');
  });
});

describe('features', () => {
  it('tell an order of two', () => {
    expect(both(nameOf('a'), nameOf('b'))).not.toBe(both(nameOf('b'), nameOf('a')));
  });

  it('take a name and a figure for one word, whichever they are', () => {
    const line = (text: string, name: string, figure: string) => ({
      start: 0,
      end: text.length,
      block: 0,
      kind: 'paragraph' as const,
      mentions: [
        { start: text.indexOf(name), end: text.indexOf(name) + name.length, slug: 'x', kind: 'organisation' as const },
      ],
      places: [],
      figures: [{ start: text.indexOf(figure), end: text.indexOf(figure) + figure.length, unit: 'money' as const }],
    });
    const [one, other] = ['oracle will pay $3 billion', 'google cloud will pay $12 billion'];
    const names = (text: string, name: string, figure: string) =>
      tokensOf(text, line(text, name, figure)).map((token) => token.name);
    expect(names(one ?? '', 'oracle', '$3 billion')).toEqual(names(other ?? '', 'google cloud', '$12 billion'));
    expect(names(one ?? '', 'oracle', '$3 billion')).toHaveLength(4);
  });
});
