import type { Article } from '../analysis.ts';

/** The headings that a block stands under, folded, the nearest first: "pricing:", then "#### nvidia h100". */
export function* headingsOver({ blocks, folded }: Article, block: number): Generator<string> {
  let level = 7;
  for (let i = block - 1; i >= 0 && level > 1; i--) {
    const above = blocks[i];
    if (above?.kind !== 'heading' || above.level >= level) continue;
    level = above.level;
    yield folded.slice(above.start, above.end);
  }
}
