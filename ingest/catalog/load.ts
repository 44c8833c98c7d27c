import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { fillFromEnvironment } from './environment.ts';
import { readSource } from './read-source.ts';
import type { sourceSchema } from './schema.ts';

/** A source as the rest of ingest sees it: one list of addresses, headers filled in. */
export type Source = Omit<z.output<typeof sourceSchema>, 'url' | 'urls'> & {
  readonly urls: readonly string[];
  /** Why it is not fetched; null where it is. */
  readonly disabled: string | null;
  readonly file: string;
};

export interface Catalog {
  readonly sources: ReadonlyMap<string, Source>;
  /** One sentence per mistake, beginning with file:line:column. The sources concerned are left out. */
  readonly problems: readonly string[];
}

/** The sources that come with tokentape. */
export const BUILTIN_SOURCES = fileURLToPath(new URL('./sources/', import.meta.url));

/**
 * Reads every *.yaml and *.yml in the folders, in this order; an id in a later folder replaces the same id of an earlier one.
 * A file with a mistake is reported in `problems` and stops nothing else.
 */
export function loadCatalog(dirs: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Catalog {
  const sources = new Map<string, Source>();
  const problems: string[] = [];
  for (const dir of dirs) {
    const seen = new Map<string, string>();
    for (const file of yamlFiles(dir, problems)) {
      let text: string;
      try {
        text = readFileSync(file, 'utf8');
      } catch (cause) {
        problems.push(`${file}:1:1: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
        continue;
      }
      const read = readSource(file, text);
      problems.push(...read.problems);
      if (read.source === null) continue;
      const { url, urls, ...rest } = read.source;
      const earlier = seen.get(rest.id);
      if (earlier !== undefined) {
        problems.push(`${read.at('id')}: id ${rest.id} is already used by ${earlier}; every source needs its own.`);
        continue;
      }
      seen.set(rest.id, file);
      const { headers, missing } = fillFromEnvironment(rest.headers, env);
      sources.set(rest.id, {
        ...rest,
        headers,
        urls: urls ?? (url === undefined ? [] : [url]),
        disabled: whyDisabled(rest.enabled, missing),
        file,
      });
    }
  }
  return { sources, problems };
}

function whyDisabled(enabled: boolean, missing: readonly string[]): string | null {
  if (!enabled) return 'enabled: false in its YAML';
  if (missing.length > 0) return `its headers need ${missing.join(' and ')} in the environment`;
  return null;
}

function yamlFiles(dir: string, problems: string[]): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(dir, name));
  } catch (cause) {
    problems.push(`${dir}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
    return [];
  }
}
