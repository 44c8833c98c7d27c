import type { Block, Grid, Heading, Line, PageModel } from './model.ts';

/** Collects blocks in reading order, each with the headings, tabs and texts it stands under. */
export class BlockBuilder {
  readonly #blocks: { block: Block; after: string[] }[] = [];
  readonly #tabs: string[] = [];
  #headings: (Heading & { texts: string[] })[] = [{ level: 0, text: '', texts: [] }];
  #lines: Line[] = [];
  readonly #text: string[] = [];

  heading(level: number, text: string, path: readonly number[]): void {
    if (text === '') return;
    this.#text.push(text);
    // Inside a card a heading is its title: the card reader needs it in place.
    this.#lines.push({ text, level, path });
    if (path.length > 0) return;
    const title = this.#lines.pop();
    this.flush();
    this.#headings = [...this.#headings.filter((heading) => heading.level < level), { level, text, texts: [] }];
    if (title !== undefined) this.#lines.push(title);
  }

  line(text: string, path: readonly number[]): void {
    if (text === '') return;
    this.#text.push(text);
    this.#lines.push({ text, level: 0, path });
  }

  table(grid: Grid): void {
    this.flush();
    for (const row of grid.rows) for (const cell of row) if (cell.origin && cell.across) this.#text.push(...cell.lines);
    this.#push({ kind: 'table', grid, around: this.#around() });
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
    const texts = lines.filter((line) => line.level === 0).map((line) => line.text);
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.block.kind === 'table' && lines[0]?.level === 0)
      last.after.push(...texts.slice(0, 6));
    this.#push({ kind: 'lines', lines, around: this.#around() });
    this.#headings.at(-1)?.texts.push(...texts);
  }

  done(title: string | null): PageModel {
    this.flush();
    const blocks = this.#blocks.map(({ block, after }) => ({ ...block, around: { ...block.around, after } }));
    return { title, blocks, text: this.#text.join('\n') };
  }

  #push(block: Block): void {
    this.#blocks.push({ block, after: [] });
  }

  #around() {
    return {
      headings: this.#headings.filter((heading) => heading.level > 0).map(({ level, text }) => ({ level, text })),
      tabs: [...this.#tabs],
      before: this.#headings.flatMap((heading) => heading.texts.slice(-12)),
      after: [],
    };
  }
}
