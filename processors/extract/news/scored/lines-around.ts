import { HOSTS } from '../frames/hosts.ts';
import { both, type Features, least, nameOf, numbered, word } from './features.ts';
import { familyOf, NOBODY, NULL, namesOf, seeWhole } from './houses-named.ts';
import type { Claim, Line, Mention, Scene } from './scene.ts';
import { EDGE, type Token, tokensOf } from './tokens.ts';

const ABOVE = numbered('above ', 3);
const HEAD = numbered('head ', 3);
const TITLE = nameOf('title');
const SPEAKER = nameOf('speaker');
const OPENING = nameOf('opening');
const HOST = nameOf('host');
const QUESTION = nameOf('question');
const ROLE = nameOf('role');
const ROLE_LEFT = nameOf('role left');
const ROLE_RIGHT = nameOf('role right');
const INSIDE = nameOf('inside');
const OUTSIDE = nameOf('outside');
const CELL = nameOf('first cell');
const HOUSES_OWN = numbered('own houses ', 3);
const ORDER = numbered('order ', 3);
/** So many lines back names are looked for, and of so many that name somebody. */
const LINES_BACK = 8;
const NAMING = 3;
const HEADS = 4;

/** The names of the lines above, of headings and the title, and how often the text names each. */
export function seeAround(
  scene: Scene,
  claim: Claim,
  kind: number,
  own: ReadonlySet<string>,
  candidates: ReadonlyMap<string, Features>,
  of: (slug: string) => Features,
): void {
  const line = scene.lines[claim.line];
  if (!line) return;
  const houses = new Set(
    line.mentions.filter((m) => m.kind === 'organisation' || m.kind === 'product').map((m) => familyOf(m.slug)),
  );
  const beside = least(HOUSES_OWN, houses.size);
  const sort = word(line.kind);
  const [opens = EDGE, second = EDGE] = tokensOf(scene.text, line);
  const opening = both(both(OPENING, opens.name), second.name);
  const inside = (slug: string): number => (own.has(familyOf(slug)) ? INSIDE : OUTSIDE);
  const see = (where: number, mentions: readonly Mention[]): void => {
    const order: string[] = [];
    for (const mention of mentions) {
      const family = familyOf(mention.slug);
      if (order.includes(family)) continue;
      const place = both(where, least(ORDER, order.length));
      const here = both(beside, inside(mention.slug));
      order.push(family);
      const features = of(mention.slug);
      features.add(place);
      features.add(both(place, here));
      features.add(both(both(where, here), kind));
      features.add(both(both(where, here), word(mention.kind)));
      features.add(both(place, opens.name));
      features.add(both(both(where, inside(mention.slug)), opening));
    }
  };
  let naming = 0;
  for (let i = claim.line - 1; i >= 0 && i >= claim.line - LINES_BACK && naming < NAMING; i--) {
    const above = scene.lines[i];
    if (!above || above.kind === 'heading') continue;
    const names = namesOf(above);
    if (names.length === 0) continue;
    const where = both(least(ABOVE, naming), isQuestion(scene.text, above) ? QUESTION : 0);
    see(where, names);
    seeRoles(tokensOf(scene.text, above), names, both(where, beside), opens, of);
    see(both(both(where, above.block === line.block ? INSIDE : OUTSIDE), sort), names.slice(0, 1));
    naming++;
  }
  let heads = 0;
  for (let i = claim.line - 1; i >= 0 && heads < HEADS; i--) {
    const above = scene.lines[i];
    const isHead =
      above?.kind === 'heading' ||
      (heads === 0 && above?.kind === 'paragraph' && (line.kind === 'bullet' || line.kind === 'row'));
    if (!above || !isHead || above.mentions.length === 0) continue;
    see(both(least(HEAD, heads), sort), above.mentions);
    seeRoles(tokensOf(scene.text, above), above.mentions, both(HEAD[0] ?? 0, beside), opens, of);
    heads++;
  }
  see(TITLE, scene.title);
  if (scene.speaker !== null) {
    const speaker = of(scene.speaker);
    const here = both(SPEAKER, inside(scene.speaker));
    for (const name of [SPEAKER, here, both(here, beside), both(both(here, beside), kind)]) speaker.add(name);
  }
  seeWhole(scene, kind, beside, inside, of);
  for (const [family, features] of candidates)
    if (HOSTS.has(family))
      for (const name of [HOST, both(HOST, inside(family)), both(both(HOST, inside(family)), kind)]) features.add(name);
  const nobody = of(NOBODY);
  for (const name of [NULL, both(NULL, beside), both(NULL, kind), both(both(NULL, beside), kind)]) nobody.add(name);
  for (const { name } of tokensOf(scene.text, line)) nobody.add(both(NULL, name), 0.3);
  if (line.kind === 'row') {
    const cell = line.mentions.find(({ end }) => end <= claim.start);
    if (cell) of(cell.slug).add(CELL);
  }
}

/** True for a line that asks: whom it names, the answer is about. */
const isQuestion = (text: string, { start, end }: Line): boolean =>
  /[?？]["”」』)）*_ ]*$/.test(text.slice(start, end));

/** What stands around each name of a line above, and how this line begins: whether it takes up who acted there. */
function seeRoles(
  tokens: readonly Token[],
  names: readonly Mention[],
  where: number,
  opens: Token,
  of: (slug: string) => Features,
): void {
  const seen = new Set<string>();
  for (const { slug, start } of names) {
    const family = familyOf(slug);
    if (seen.has(family)) continue;
    seen.add(family);
    const index = tokens.findIndex((token) => token.start >= start);
    const [left, right] = [tokens[index - 1] ?? EDGE, tokens[index + 1] ?? EDGE];
    const features = of(slug);
    for (const role of [
      both(ROLE_LEFT, left.form),
      both(ROLE_RIGHT, right.form),
      both(ROLE_RIGHT, right.name),
      both(both(ROLE, left.form), right.form),
    ]) {
      features.add(both(where, role), 0.7);
      features.add(both(both(where, role), opens.form), 0.7);
    }
  }
}
