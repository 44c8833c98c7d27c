import { type Features, scoreOf } from './features.ts';
import { type Model, weightsOf } from './model.ts';
import { sharesOf } from './shares.ts';

/** How much a model believes in each of what could be chosen. */
export const judge = (model: Model, candidates: readonly Features[]): number[] => {
  const weights = weightsOf(model);
  return sharesOf(candidates.map((features) => scoreOf(weights, features)));
};
