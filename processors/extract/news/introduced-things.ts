import { matches } from './text.ts';

const NAME = '[A-Z][\\w-]*(?:\\.\\d+)?(?: \\d+(?:\\.\\d+)?)?';
const THING = '(?:model|tier|variant|version|edition|size|checkpoint)';
/** "three tiers, named Sol, Terra and Luna", "comes in three sizes: Sol, Terra and Luna" */
const LISTED = new RegExp(
  `\\b(?:(?:named|called|dubbed|christened)(?: respectively)?:?|${THING}s(?: ?[:(]| ?[—–-]|,)) ?((?:${NAME}, )*${NAME},? and ${NAME})`,
  'g',
);
/** "Sol is the flagship", "Terra occupies the middle tier" */
const EXPLAINED = new RegExp(
  `(?<![\\w-])(${NAME}) (?:is|was|remains|becomes|sits|takes|occupies|fills)(?: as)? (?:the|an?|its|our|their) (?:[\\w-]+ ){0,4}?(?:flagship|workhorse|${THING})(?! (?:maker|provider|builder|lab|router|host|company|developer)s?\\b)`,
  'g',
);
/** "released Command B, its first model with", "introducing Vela 2, a new model": what a house brings out. */
const BROUGHT = new RegExp(
  `\\b(?:[Rr]eleas(?:ed|es|ing)|[Ll]aunch(?:ed|es|ing)|[Ii]ntroduc(?:ed|es|ing)|[Uu]nveil(?:ed|s|ing)|[Aa]nnounc(?:ed|es|ing)|[Dd]ebut(?:ed|s)|[Ss]hipp(?:ed|ing)|[Ss]hips|[Oo]pen-sourced) ((?:${NAME})(?: ${NAME}){0,2}), (?:its|the|an?|their|our) (?:[\\w-]+ ){0,4}?${THING}(?! (?:maker|provider|builder|lab|router|host|company|developer)s?\\b)`,
  'g',
);
/** Which of these a text may hold. */
const MAY_HOLD =
  /\b(?:named|called|dubbed|christened|models?|tiers?|variants?|versions?|editions?|sizes?|flagship|workhorse)\b/;

/** The names that a text gives to models and tiers by what it says of them: no houses, however they act later on ("Sol costs $5"). */
export function introducedThings(body: string): ReadonlySet<string> {
  if (!MAY_HOLD.test(body)) return NONE;
  const listed = matches(LISTED, body).flatMap(([, names = '']) => names.split(/,? and |, /));
  const told = [...matches(EXPLAINED, body), ...matches(BROUGHT, body)];
  return new Set([...listed, ...told.map(([, name = '']) => name)]);
}
const NONE: ReadonlySet<string> = new Set();
