import { type Command, Option } from 'commander';
import { adHocSource } from '../../ingest/catalog/ad-hoc.ts';
import type { Source } from '../../ingest/catalog/load.ts';
import { fetchOnce } from '../../ingest/fetch/fetch-once.ts';
import manifest from '../../package.json' with { type: 'json' };
import { extract } from '../../processors/extract/extract.ts';
import { UserError } from '../config/errors.ts';
import type { Config } from '../config/fields.ts';
import { loadConfig } from '../config/load.ts';
import { type Document, documentKind } from '../contracts/document.ts';
import { findSource, openCatalog } from './catalog.ts';
import { printExtraction } from './print-extraction.ts';

export function addFetch(program: Command): void {
  program
    .command('fetch')
    .description('Fetch a source or an address once, and show what happened and what was read; stores nothing')
    .argument('<source|url>', 'an id of the catalog, or an address')
    .addOption(KIND)
    .addOption(PRIVATE)
    .action(async (target: string, options: TargetOptions) => {
      const { config } = loadConfig(process.env);
      const source = resolveTarget(config, target, options);
      const documents = await fetchAll(source, config);
      for (const document of documents) printExtraction(document, extract(document));
      if (documents.length < source.urls.length) process.exitCode = 1;
    });
}

export interface TargetOptions {
  readonly kind?: Document['kind'];
  readonly allowPrivate?: boolean;
}

export const KIND = new Option('--kind <kind>', 'for an address: what it is').choices(documentKind.options);
export const PRIVATE = new Option(
  '--allow-private',
  'for an address: it may lie on this machine or in a private network',
);

/** A source by its id, or one made up for an address. */
export function resolveTarget(config: Config, target: string, options: TargetOptions): Source {
  return isAddress(target)
    ? adHocSource(target, { ...options, allowPrivate: options.allowPrivate ?? false })
    : findSource(openCatalog(config), target);
}

export function isAddress(target: string): boolean {
  return /^https?:\/\//.test(target);
}

/** What can be had of a source's addresses; says of every attempt what came of it. */
export async function fetchAll(source: Source, config: Config): Promise<Document[]> {
  if (source.disabled !== null) throw new UserError(`Source ${source.id} is not fetched: ${source.disabled}.`);
  const documents: Document[] = [];
  for (const url of source.urls) {
    const result = await fetchOnce(source, url, {
      version: manifest.version,
      contact: config.userAgentContact,
      chromiumPath: config.chromiumPath,
    });
    for (const { outcome, status, duration_ms, size_bytes, error } of result.attempts) {
      const facts = [
        status,
        `${Math.round(duration_ms)} ms`,
        size_bytes === null ? null : `${size_bytes} bytes`,
        error,
      ];
      console.error(`${url}: ${outcome} (${facts.filter((fact) => fact !== null).join(', ')})`);
    }
    if (result.document !== null) documents.push(result.document);
  }
  return documents;
}
