import type { MappingConditions } from '../../../infra/contracts/mapping.ts';
import { type Place, select } from './path.ts';
import { textOf } from './template.ts';

const compiled = new Map<string, RegExp>();

/** A pattern of a mapping: case is ignored; mappings are few, so that each is compiled once. */
export function compile(pattern: string, flags: 'iu' | 'giu' = 'iu'): RegExp {
  const key = `${flags} ${pattern}`;
  const expression = compiled.get(key) ?? new RegExp(pattern, flags);
  compiled.set(key, expression);
  return expression;
}

/** True where the text at every path matches its pattern; "!" turns one round. Absent is "", of several texts one is enough. */
export function holds(conditions: MappingConditions | undefined, at: Place): boolean {
  return Object.entries(conditions ?? {}).every(([path, pattern]) => {
    const negated = pattern.startsWith('!');
    const expression = compile(negated ? pattern.slice(1) : pattern);
    const texts = select(at, path).map((place) => textOf(place.value) ?? '');
    return (texts.length === 0 ? [''] : texts).some((text) => expression.test(text)) !== negated;
  });
}
