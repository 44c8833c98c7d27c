import { readdirSync, readFileSync } from 'node:fs';
import { type Document, document } from '../../../../infra/contracts/document.ts';

/** One line of an expectation: kind, subject, direction of a price change, value, unit, then attributes as key=value. */
export interface Expected {
  readonly kind: string;
  readonly subject: string | null;
  readonly direction: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface Fixture {
  readonly name: string;
  readonly document: Document;
  readonly expected: readonly Expected[];
}

const dash = (text: string | undefined): string | null => (text === undefined || text === '-' ? null : text);

function readExpected(line: string): Expected {
  const words = line.split(' ');
  const kind = words.shift() ?? '';
  const subject = dash(words.shift());
  const direction = kind === 'price_change' ? dash(words.shift()) : null;
  const value = words.shift() ?? '-';
  const unit = dash(words.shift());
  const [low = '', high = ''] = value.includes('..') ? value.split('..') : [value, value];
  const bound = (text: string): string | null => (text === '' || text === '-' ? null : text);
  return {
    kind,
    subject,
    direction,
    min: bound(low),
    max: bound(high),
    unit,
    attributes: Object.fromEntries(
      words
        .filter((w) => w !== '')
        .map((w) => {
          const [k = '', v = ''] = w.split('=');
          return [k, v];
        }),
    ),
  };
}

/** An article as it leaves the text extractor. */
export const articleOf = (
  body: string,
  published: string | null = null,
  title: string | null = null,
  source: { readonly url?: string; readonly provider?: string } = {},
): Document =>
  document.parse({
    document_id: 'd',
    source_id: 'test',
    provider: source.provider ?? null,
    url: source.url ?? 'https://news.example/a',
    final_url: source.url ?? 'https://news.example/a',
    fetched_at: '2026-11-25T00:00:00.000Z',
    published_at: published === null ? null : `${published}T00:00:00.000Z`,
    kind: 'article',
    format: 'text',
    title,
    status: 200,
    content_hash: 'h',
    size_bytes: body.length,
    body,
  });

/** Texts of our own with what they state, from the .txt files beside the tests. */
export function loadFixtures(): Fixture[] {
  const folder = new URL('./fixtures/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^=== /m)
        .slice(1)
        .map((entry) => {
          const [head = '', tail = ''] = entry.split(/^---\s*$/m);
          const [name = '', ...rest] = head.split('\n');
          const published = /^published: (\S+)$/m.exec(head)?.[1] ?? null;
          const title = /^title: (.+)$/m.exec(head)?.[1] ?? null;
          const url = /^url: (\S+)$/m.exec(head)?.[1];
          const provider = /^provider: (\S+)$/m.exec(head)?.[1];
          const source = { ...(url ? { url } : {}), ...(provider ? { provider } : {}) };
          const body = rest
            .filter((line) => !/^(?:published|title|url|provider): /.test(line))
            .join('\n')
            .trim();
          return {
            name: `${file.replace('.txt', '')}: ${name.trim()}`,
            document: articleOf(body, published, title, source),
            expected: tail
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== '')
              .map(readExpected),
          };
        }),
    );
}
