import { isList, isObject, type JsonObject, Numeral } from '../json.ts';
import { textOf } from '../template.ts';
import { isCardName } from './cards.ts';
import { perObject } from './per-object.ts';
import { phraseOf } from './words.ts';

/** {"name": "g3-h100-large", "specs": {"gpu": {"count": 8}}}: more than a card, by a name that is not just that of one. */
export const hasSeveralCards = (product: string, object: JsonObject): boolean =>
  !isCardName(product) && !/^(?:gpu|\d)/i.test(product) && cardsWithin(object, 0) > 1;

function cardsWithin(object: JsonObject, depth: number): number {
  for (const [key, value] of Object.entries(object)) {
    const inner = isList(value) ? value.find(isObject) : value;
    if (!isObject(inner) || depth > 2) continue;
    const isOfCards = /\bgpus?\b|^accelerators?$/.test(phraseOf(key)) || isCardName(key);
    // {"gpus": {"h100": {"count": 8}}}: a map from cards.
    const count = (isOfCards ? countOf(inner) : null) ?? cardsWithin(inner, depth + 1);
    if (count !== null && count > 1) return count;
  }
  return 1;
}

export const gpuCount = (object: JsonObject | null): number =>
  object === null ? 1 : (countOf(object) ?? cardsWithin(object, 0));

function countOf(object: JsonObject): number | null {
  for (const [key, value] of Object.entries(object)) {
    const count = value instanceof Numeral ? Number(value.literal) : Number.NaN;
    if (
      /^(?:num(?:ber of)? gpus?|gpu (?:count|num)|gpus|count|quantity)$/.test(phraseOf(key)) &&
      Number.isInteger(count) &&
      count > 0
    )
      return count;
  }
  return null;
}

/** {"gpu_type": "H100", "machine_type": "bare-metal"}: an entry that says it is a machine, or what it is made of, though it has the name of its cards. */
export const isSaidToBeMachine = perObject((object): true | null =>
  Object.entries(object).some(
    ([key, value]) =>
      (MACHINE_KEY.test(phraseOf(key)) && MACHINE.test(textOf(value)?.replaceAll(/[-_]/g, ' ') ?? '')) ||
      (isObject(value) && areParts(value)),
  )
    ? true
    : null,
);
/** {"gpus": {"h100": {"count": 8}}, "vcpu_count": 208}: what a machine is made of, its cards by their names. */
const areParts = (parts: JsonObject): boolean =>
  Object.keys(parts).some((key) => /^v?cpus?\b/.test(phraseOf(key))) &&
  Object.entries(parts).some(
    ([key, value]) =>
      /^(?:gpus|accelerators)$/.test(phraseOf(key)) && isObject(value) && Object.keys(value).every(isCardName),
  );
const MACHINE_KEY = /^(?:(?:machine|server|instance|node|resource|offer|product|deployment) )?(?:type|kind)$/;
const MACHINE = /^(?:virtual (?:machine|server)s?|vms?|bare ?metal(?: (?:machine|server)s?)?|dedicated(?: server)?)$/i;

/** "8x H100": a machine that has no name but that of its cards is told from others by how many it has. */
export function machineName(product: string, object: JsonObject | null): string {
  const isOne =
    object !== null && isCardName(product) && !SAYS_COUNT.test(product) && isSaidToBeMachine(object) === true;
  const count = isOne ? gpuCount(object) : 1;
  return count > 1 ? `${count}x ${product}` : product;
}
/** "A100_80Gx8" */
const SAYS_COUNT = /x ?\d{1,2}$/i;
