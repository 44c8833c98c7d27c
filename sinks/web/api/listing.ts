import type { Readable } from 'node:stream';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { z } from 'zod';
import type { Position, Statement } from '../store/statement.ts';
import type { ExportFormat, Store } from '../store/store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readParams } from './params.ts';
import { HttpProblem } from './problem.ts';

const FORMATS = {
  json: { type: 'application/json', write: null },
  csv: { type: 'text/csv', write: 'CSVWithNames' },
  parquet: { type: 'application/vnd.apache.parquet', write: 'Parquet' },
  arrow: { type: 'application/vnd.apache.arrow.stream', write: 'ArrowStream' },
} as const satisfies Record<string, { type: string; write: ExportFormat | null }>;
type Format = keyof typeof FORMATS;

const PAGE_ROWS = 100;
const MAX_PAGE_ROWS = 1000;
const MAX_FILE_ROWS = 1_000_000;

const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_FILE_ROWS)
    .optional()
    .describe('Rows: 100 unless told, up to 1000 a page of JSON, up to 1,000,000 a file'),
  cursor: z.string().max(2000).optional().describe('`next` of the page before'),
  format: z.enum(['json', 'csv', 'parquet', 'arrow']).optional().describe('Instead of an Accept header'),
};

/** A collection: filters in, rows out, as pages of JSON or as one file. */
export interface Listing {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly row: z.ZodType;
  readonly rowName: string;
  readonly answer: (c: Context, store: Store) => Promise<Response>;
}

export const formatOf = (c: Context, asked: Format | undefined): Format => {
  if (asked) return asked;
  const type = accepts(c, {
    header: 'Accept',
    supports: Object.values(FORMATS).map((format) => format.type),
    default: FORMATS.json.type,
  });
  return type === FORMATS.csv.type
    ? 'csv'
    : type === FORMATS.parquet.type
      ? 'parquet'
      : type === FORMATS.arrow.type
        ? 'arrow'
        : 'json';
};

export const listing = <F extends z.ZodRawShape, R extends z.ZodType>(spec: {
  path: string;
  id: string;
  summary: string;
  filter: F;
  row: R;
  rowName: string;
  statement: (filter: z.infer<z.ZodObject<F>>, position: Position | undefined, limit: number) => Statement;
  position: (row: z.infer<R>) => Position;
}): Listing => {
  const filterSchema = z.object(spec.filter);
  const params = z.strictObject({ ...spec.filter, ...paging });
  const answer = async (c: Context, store: Store): Promise<Response> => {
    readParams(params, c.req.url);
    const { limit, cursor, format: asked } = readParams(z.object(paging), c.req.url);
    const filter = readParams(filterSchema, c.req.url);
    const format = formatOf(c, asked);
    c.header('Vary', 'Accept');
    c.header('Cache-Control', 'private, no-cache');
    const { type, write } = FORMATS[format];
    if (write !== null) {
      const file = await store.file(
        spec.statement(filter, readCursor(cursor), limit ?? MAX_FILE_ROWS),
        write,
        c.req.raw.signal,
      );
      c.header('Content-Type', write === 'CSVWithNames' ? `${type}; charset=utf-8; header=present` : type);
      c.header('Content-Disposition', `attachment; filename="tokentape-${spec.id}.${format}"`);
      return c.body(bodyOf(file));
    }
    const rows = pageLimit(limit);
    const found = await store.rows(spec.statement(filter, readCursor(cursor), rows + 1), spec.row, c.req.raw.signal);
    const data = found.slice(0, rows);
    const last = data.at(-1);
    const next = found.length > rows && last !== undefined ? writeCursor(spec.position(last)) : null;
    if (next !== null) {
      const url = new URL(c.req.url);
      url.searchParams.set('cursor', next);
      c.header('Link', `<${url.pathname}${url.search}>; rel="next"`);
    }
    return c.json({ data, next });
  };
  return {
    path: spec.path,
    id: spec.id,
    summary: spec.summary,
    params,
    row: spec.row,
    rowName: spec.rowName,
    answer,
  };
};

/** A file as a response body: as fast as it is taken, and a failure on the way breaks the transfer off. */
const bodyOf = (file: Readable): ReadableStream<Uint8Array> => {
  const chunks = file.iterator();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void file.destroy(),
  });
};

const pageLimit = (limit: number | undefined): number => {
  if ((limit ?? PAGE_ROWS) <= MAX_PAGE_ROWS) return limit ?? PAGE_ROWS;
  throw new HttpProblem({
    status: 400,
    title: 'Parameters not understood',
    detail: `A page of JSON holds up to ${MAX_PAGE_ROWS} rows: follow \`next\`, or ask for format=csv, parquet or arrow.`,
    errors: [{ parameter: 'limit', message: `at most ${MAX_PAGE_ROWS} for JSON` }],
  });
};
