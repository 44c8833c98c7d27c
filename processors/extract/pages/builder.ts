import {
  type Block,
  type Grid,
  type Heading,
  type Line,
  LONGEST_LINE,
  type PageModel,
  type Surroundings,
} from './model.ts';

interface OpenHeading extends Heading {
  readonly path: readonly number[];
  readonly texts: string[];
  /** Its line went with a block before the lines at hand. */
  over: boolean;
}

const isPrefix = (prefix: readonly number[], path: readonly number[]): boolean =>
  prefix.every((id, index) => path[index] === id);

/** Collects blocks in reading order, each with the headings, tabs and texts it stands under. */
export class BlockBuilder {
  readonly #blocks: { block: Block; after: string[] }[] = [];
  readonly #tabs: string[] = [];
  readonly #text: string[] = [];
  #headings: OpenHeading[] = [{ level: 0, text: '', path: [], texts: [], over: true }];
  #lines: Line[] = [];

  /** A heading in a repeated element (a card, a section among sections) holds only in there. */
  heading(level: number, written: string, within: readonly number[]): void {
    const text = written.slice(0, LONGEST_LINE);
    if (text === '') return;
    const path = this.#outside(level, within);
    this.#text.push(text);
    // Lines under a heading that this one closes stand apart from those under this one.
    if (path.length === 0 || this.#headings.some((open) => open.level >= level && open.path.length === 0)) this.flush();
    this.#leave(path);
    this.#headings = [
      ...this.#headings.filter((heading) => heading.level < level || (heading.level === 0 && heading.text === '')),
      { level, text, path, texts: [], over: false },
    ];
    this.#lines.push({ text, level, path });
  }

  /** Behind a section that nobody closed comes the next one, with a heading above that of the section: it stands beside the heading of its level. */
  #outside(level: number, path: readonly number[]): readonly number[] {
    const peer = this.#headings.findLast((open) => open.level === level);
    if (peer === undefined || peer.path.length >= path.length || !isPrefix(peer.path, path)) return path;
    const isBehind = (open: OpenHeading): boolean =>
      open.over && open.level > level && open.path.length > peer.path.length && isPrefix(open.path, path);
    return this.#headings.some(isBehind) ? peer.path : path;
  }

  line(written: string, path: readonly number[]): void {
    const text = written.slice(0, LONGEST_LINE);
    if (text === '') return;
    this.#text.push(text);
    this.#leave(path);
    this.#lines.push({ text, level: 0, path });
    if (path.length > 0) this.#headings.at(-1)?.texts.push(text);
  }

  table(grid: Grid, path: readonly number[]): void {
    this.#leave(path);
    this.flush();
    for (const row of grid.rows) for (const cell of row) if (cell.origin && cell.across) this.#text.push(...cell.lines);
    this.#push({ kind: 'table', grid, around: this.#around(this.#headings) });
  }

  openTab(label: string): void {
    this.flush();
    this.#tabs.push(label);
  }

  closeTab(): void {
    this.flush();
    this.#tabs.pop();
  }

  /** Ends a run of lines: what follows stands after it. */
  flush(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    for (const heading of this.#headings) heading.over = true;
    const texts = lines.filter((line) => line.level === 0).map((line) => line.text);
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.block.kind === 'table' && lines[0]?.level === 0)
      last.after.push(...texts.slice(0, 6));
    const shared = this.#headings.filter((heading) => lines.every((line) => isPrefix(heading.path, line.path)));
    this.#push({ kind: 'lines', lines, around: this.#around(shared) });
    shared
      .at(-1)
      ?.texts.push(...lines.filter((line) => line.level === 0 && line.path.length === 0).map((line) => line.text));
  }

  done(title: string | null): PageModel {
    this.flush();
    const blocks = this.#blocks.map(({ block, after }) => ({ ...block, around: { ...block.around, after } }));
    return { title, blocks, text: this.#text.join('\n') };
  }

  #leave(path: readonly number[]): void {
    const left = this.#headings.filter((heading) => !isPrefix(heading.path, path));
    if (left.length === 0) return;
    // What a card says below a table in it stands under the title above that table, and not with the next card.
    if (left.some((heading) => heading.over)) this.flush();
    this.#headings = this.#headings.filter((heading) => isPrefix(heading.path, path));
  }

  #push(block: Block): void {
    this.#blocks.push({ block, after: [] });
  }

  #around(headings: readonly OpenHeading[]): Surroundings {
    const titled = headings.some((heading) => heading.level > 0);
    // Short lines above the first heading are menus.
    const textsOf = (heading: OpenHeading) =>
      heading.texts.slice(-12).filter((text) => !titled || heading.level > 0 || text.length > 30);
    const last = headings.at(-1);
    return {
      headings: headings.filter((heading) => heading.level > 0).map(({ level, text }) => ({ level, text })),
      tabs: [...this.#tabs],
      before: headings.flatMap(textsOf),
      own: last === undefined ? 0 : textsOf(last).length,
      after: [],
    };
  }
}
