/** The hash of a name (FNV-1a), as an unsigned 32-bit integer. */
export function nameOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The names of so many alike: the first, the second ... */
export const numbered = (name: string, count: number): number[] =>
  Array.from({ length: count }, (_, i) => nameOf(`${name}${i}`));

const KNOWN = new Map<string, number>();
/** The same for one of few words, which are asked for again and again. */
export function word(text: string): number {
  let name = KNOWN.get(text);
  if (name === undefined) {
    name = nameOf(text);
    KNOWN.set(text, name);
  }
  return name;
}

/** Of so many alike the one for a count; the last stands for all beyond. */
export const least = (names: readonly number[], count: number): number => names[Math.min(count, names.length - 1)] ?? 0;

/** The name of two things seen together; the order counts. */
export function both(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second ^ (second >>> 15), 0x85ebca6b), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** So many weights a model has: 2 to this power. */
export const BITS = 17;

/** What is seen of one thing to be judged: places in the table of weights, and how strongly each is seen. */
export class Features {
  readonly names: number[] = [];
  readonly places: number[] = [];
  readonly strengths: number[] = [];

  add(name: number, strength = 1): void {
    this.names.push(name);
    this.places.push(Math.imul(name, 0x9e3779b1) >>> (32 - BITS));
    this.strengths.push(strength);
  }
}

/** The weights of all that is seen, summed. */
export function scoreOf(weights: Readonly<Float32Array>, { places, strengths }: Features): number {
  let score = 0;
  for (let i = 0; i < places.length; i++) score += (weights[places[i] ?? 0] ?? 0) * (strengths[i] ?? 0);
  return score;
}
