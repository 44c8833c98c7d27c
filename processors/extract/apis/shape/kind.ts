import type { Candidate } from './candidates.ts';
import { perObject } from './per-object.ts';
import { type Direction, directionOf, phraseOf } from './words.ts';

const KIND_KEY = /^(?:type|kind|task|category|modality|output modality)$/;
const KIND = /^(?:text|(?:(?:text|image) to )?(?:image|video|audio|music|speech|3d)s?)$/;

/** What an object says its product makes: {"type": "image"}. */
const kindField = perObject((object): string | null => {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'string' || !KIND_KEY.test(phraseOf(key))) continue;
    const kind = phraseOf(value);
    if (KIND.test(kind)) return kind;
  }
  return null;
});

/** What a product makes, by the entry of it or what stands around that; null where nothing says it. */
function kindOf({ steps, entry }: Candidate): string | null {
  for (let index = entry.depth; index >= 0; index -= 1) {
    const kind = kindField(steps[index]?.within);
    if (kind !== null) return kind;
  }
  return null;
}

/** {"type": "Image", "base_price": 0.04}: what makes pictures is sold by the picture where nothing else is said. */
export const makesImages = (candidate: Candidate): boolean => /^(?:text to )?images?$/.test(kindOf(candidate) ?? '');

const GENERATION = /\bgenerat(?:e|es|ions?)\b/g;

/** Which way tokens go, as keys say it: the "generation" of what makes pictures or sounds is none of them. */
export function wayOf(candidate: Candidate, phrase: string): Direction | null {
  const found = directionOf(phrase);
  if (found !== 'output' || phrase.search(GENERATION) < 0) return found;
  const kind = kindOf(candidate);
  return kind === null || kind === 'text' ? found : directionOf(phrase.replaceAll(GENERATION, ' '));
}
