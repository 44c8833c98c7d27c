import { BITS } from './features.ts';
import data from './weights.json' with { type: 'json' };

/** Rises with every change of what is seen: weights learnt from other features mean nothing. */
export const SEEN = 3;
/** What is learnt: whose a figure is, and what a sum of money is. */
export const MODELS = ['subject', 'sum'] as const;
export type Model = (typeof MODELS)[number];
/** A table of weights as it is kept: one signed byte each, in base64, and what one of its steps is worth. */
export interface Kept {
  readonly step: number;
  readonly values: string;
}

/** The steps of -127 to 127 that come nearest. */
export function keep(weights: Readonly<Float32Array>): Kept {
  const most = weights.reduce((best, weight) => Math.max(best, Math.abs(weight)), 0);
  const step = most / 127 || 1;
  return {
    step,
    values: Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / step)).buffer).toString('base64'),
  };
}

/** A kept table as weights; refused where it was learnt from other features than these. */
export function openWeights({ step, values }: Kept, seen: number): Float32Array {
  const bytes = Buffer.from(values, 'base64');
  if (bytes.length !== 2 ** BITS || seen !== SEEN)
    throw new Error('scored/weights.json was learnt from other features than these: npm run train');
  return Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), (value) => value * step);
}

const opened = new Map<Model, Float32Array>();

/** The weights of a model; opened when they are first asked for. */
export function weightsOf(model: Model): Readonly<Float32Array> {
  const before = opened.get(model);
  if (before) return before;
  const weights = openWeights(data[model], data.seen);
  opened.set(model, weights);
  return weights;
}
