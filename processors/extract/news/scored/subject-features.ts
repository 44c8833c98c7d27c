import { both, Features, word } from './features.ts';
import { familyOf } from './houses-named.ts';
import { seeAround } from './lines-around.ts';
import { seeLine } from './own-line.ts';
import type { Claim, Scene } from './scene.ts';

/** Features of every house that may own a figure, by family; of NOBODY too. */
export function candidatesOf(scene: Scene, claim: Claim): Map<string, Features> {
  const candidates = new Map<string, Features>();
  const of = (slug: string): Features => {
    const family = familyOf(slug);
    let features = candidates.get(family);
    if (!features) {
      features = new Features();
      candidates.set(family, features);
    }
    return features;
  };
  const line = scene.lines[claim.line];
  if (!line) return candidates;
  const kind = word(claim.kind);
  const kinds = claim.kind === 'financial' ? [kind, both(kind, word(claim.metric ?? 'null'))] : [kind];
  const own = seeLine(scene, line, claim, kinds, of);
  seeAround(scene, claim, kind, own, candidates, of);
  return candidates;
}
