import type { Article } from '../analysis.ts';
import { lastAsked } from '../last-asked.ts';
import { placesIn } from '../places.ts';
import { speakerOf } from '../speaker.ts';
import type { Figure, Line, Mention, Scene } from './scene.ts';

/** An article as the scorers look at it. */
export const sceneOf: (article: Article) => Scene = lastAsked((article) => ({
  text: article.folded,
  lines: article.sentences.map((_, index) => new SentenceLine(article, index)),
  title: article.titleEntities,
  speaker: speakerOf(article),
}));

/** A sentence, of which names and figures are looked up when they are first asked for. */
class SentenceLine implements Line {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly kind: Line['kind'];
  readonly #article: Article;
  readonly #index: number;
  #mentions: readonly Mention[] | null = null;
  #places: readonly Mention[] | null = null;
  #figures: readonly Figure[] | null = null;

  constructor(article: Article, index: number) {
    const { start, end, block } = article.sentences[index] ?? { start: 0, end: 0, block: 0 };
    this.start = start;
    this.end = end;
    this.block = block;
    this.kind = article.blocks[block]?.kind ?? 'paragraph';
    this.#article = article;
    this.#index = index;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#article.entitiesOf(this.#index).map((entity) => this.#placed(entity));
    return this.#mentions;
  }

  get places(): readonly Mention[] {
    this.#places ??= placesIn(this.#article.folded.slice(this.start, this.end))
      .map((place): Mention => this.#placed({ ...place, kind: 'place' }))
      .filter((place) => !this.mentions.some(({ start, end }) => start <= place.start && place.start < end));
    return this.#places;
  }

  get figures(): readonly Figure[] {
    this.#figures ??= this.#article.reading(this.#index).quantities.map((quantity) => this.#placed(quantity));
    return this.#figures;
  }

  /** The same, at its place in the whole text. */
  #placed<T extends { readonly start: number; readonly end: number }>(found: T): T {
    return { ...found, start: found.start + this.start, end: found.end + this.start };
  }
}
