import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

type Loaded = readonly [name: string, content: Buffer];

const uplot = (): readonly Loaded[] => {
  const dist = join(dirname(createRequire(import.meta.url).resolve('uplot/package.json')), 'dist');
  return [
    ['uplot.js', readFileSync(join(dist, 'uPlot.iife.min.js'))],
    ['uplot.css', readFileSync(join(dist, 'uPlot.min.css'))],
  ];
};

/** The sheets of styles/ as one, in the order of their names. */
const styles = (): Loaded => {
  const folder = join(import.meta.dirname, 'styles');
  const sheets = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return ['style.css', Buffer.from(sheets.join('\n'))];
};

/**
 * Everything in assets/ and uPlot, in memory and compressed once. The address holds a hash over all of it, so browsers
 * may keep files for ever and modules find each other by relative import.
 */
export const loadAssets = () => {
  const folder = join(import.meta.dirname, 'assets');
  const own = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  const files = new Map<string, Asset>();
  const hash = createHash('sha256');
  for (const [name, plain] of [...own, ...uplot(), styles()].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(name).update(plain);
    const type = TYPES[extname(name)];
    if (type) files.set(name, { type, plain, gzip: gzipSync(plain), br: brotliCompressSync(plain) });
  }
  const version = hash.digest('hex').slice(0, 12);

  const serve = (c: Context): Response | Promise<Response> => {
    const asset = files.get(c.req.param('file') ?? '');
    if (!asset) return c.notFound();
    const accepted = c.req.header('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    const current = c.req.param('version') === version;
    return new Response(new Uint8Array(asset[encoding ?? 'plain']), {
      headers: {
        'content-type': asset.type,
        'cache-control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        ...(encoding ? { 'content-encoding': encoding } : {}),
      },
    });
  };
  return { base: `/assets/${version}`, serve };
};

export type Assets = ReturnType<typeof loadAssets>;
