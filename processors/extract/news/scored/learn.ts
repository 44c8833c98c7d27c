import { BITS, type Features } from './features.ts';
import { sharesOf } from './shares.ts';

/** One choice to learn from: what was seen of each that could be chosen, and which it is. */
export interface Example {
  readonly candidates: readonly Features[];
  readonly right: readonly number[];
  /** How much it counts beside others. */
  readonly weight: number;
}

/** Numbers in an order that looks like chance and is always the same (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const RATE = 0.1;
const DECAY = 1e-2;
const ROUNDS = 4;

/**
 * The weights under which the right ones score best (conditional logistic regression, AdaGrad, always in the same order: the
 * same examples give the same weights).
 */
export function learn(examples: readonly Example[], seed = 0): Float32Array {
  const weights = new Float64Array(2 ** BITS);
  const squares = new Float64Array(2 ** BITS).fill(0.01);
  const random = chance(seed + 1);
  const order = examples.map((_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example && example.right.length > 0) step(weights, squares, example);
    }
  }
  return Float32Array.from(weights);
}

function step(weights: Float64Array, squares: Float64Array, { candidates, right, weight }: Example): void {
  const shares = sharesOf(
    candidates.map(({ places, strengths }) =>
      places.reduce((sum, place, i) => sum + (weights[place] ?? 0) * (strengths[i] ?? 0), 0),
    ),
  );
  const gradient = new Map<number, number>();
  for (const [i, { places, strengths }] of candidates.entries()) {
    const off = (shares[i] ?? 0) - (right.includes(i) ? 1 / right.length : 0);
    for (const [j, place] of places.entries())
      gradient.set(place, (gradient.get(place) ?? 0) + off * (strengths[j] ?? 0) * weight);
  }
  for (const [place, slope] of gradient) {
    const pull = slope + DECAY * (weights[place] ?? 0);
    squares[place] = (squares[place] ?? 0) + pull * pull;
    weights[place] = (weights[place] ?? 0) - (RATE * pull) / Math.sqrt(squares[place] ?? 1);
  }
}
