import type { z } from 'zod';
import type { documentKind } from '../../infra/contracts/document.ts';
import type { Source } from './load.ts';
import { sourceSchema } from './schema.ts';

/** A source for one address that is in no catalog: what `tokentape fetch URL` looks at. */
export function adHocSource(
  url: string,
  options: { readonly kind?: z.output<typeof documentKind>; readonly allowPrivate: boolean },
): Source {
  const { hostname, pathname } = new URL(url);
  const id = slugOf(`${hostname.replace(/^www\./, '')}${pathname}`);
  const kind = options.kind ?? (/\.(xml|rss|atom)$|\/(feed|rss|atom)\/?$/i.test(pathname) ? 'feed' : 'page');
  const source = sourceSchema.parse({
    id,
    name: hostname,
    kind,
    url,
    schedule: { cron: '0 0 * * *' },
    allow_private: options.allowPrivate,
  });
  const { url: _one, urls: _many, ...rest } = source;
  return { ...rest, urls: [url], disabled: null, file: '(command line)' };
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
