import type { Command } from 'commander';
import { stringify } from 'yaml';
import { extract } from '../../processors/extract/extract.ts';
import { loadConfig } from '../config/load.ts';
import type { Document } from '../contracts/document.ts';
import { openCatalog } from './catalog.ts';
import { fetchAll, isAddress, KIND, PRIVATE, resolveTarget, type TargetOptions } from './fetch.ts';
import { printExtraction } from './print-extraction.ts';

export function addSources(program: Command): void {
  const sources = program.command('sources').description('What is watched');
  sources
    .command('list')
    .description('Every source of the catalog')
    .action(() => {
      for (const source of openCatalog(loadConfig(process.env).config).sources.values()) {
        const { id, kind, provider, schedule, urls, disabled } = source;
        const state = disabled === null ? schedule.cron : `off: ${disabled}`;
        process.stdout.write(
          `${id.padEnd(28)} ${kind.padEnd(8)} ${(provider ?? '-').padEnd(18)} ${state.padEnd(16)} ${urls.join(' ')}\n`,
        );
      }
    });
  sources
    .command('check')
    .description('Read the catalog and say what is wrong with it, by file and line')
    .action(() => {
      const { sources: found, problems } = openCatalog(loadConfig(process.env).config);
      for (const problem of problems) console.error(problem);
      process.stdout.write(`${found.size} sources, ${problems.length} problems\n`);
      if (problems.length > 0) process.exitCode = 1;
    });
  sources
    .command('test')
    .description('Fetch a source now and show what it yields, row by row; for an address, also draft its YAML')
    .argument('<source|url>', 'an id of the catalog, or an address')
    .addOption(KIND)
    .addOption(PRIVATE)
    .action(async (target: string, options: TargetOptions) => {
      const { config } = loadConfig(process.env);
      const source = resolveTarget(config, target, options);
      const documents = await fetchAll(source, config);
      let yields = 0;
      for (const document of documents) {
        const found = extract(document);
        printExtraction(document, found);
        yields += (found.reading?.prices.length ?? 0) + found.announcements.length + found.articles.length;
        if (isAddress(target))
          process.stdout.write(
            `\n# ${source.id}.yaml\n${stringify(draft(document, found.reading?.prices[0]?.provider))}`,
          );
      }
      if (yields === 0) process.exitCode = 1;
    });
}

/** A source file to start from: what the page itself says, and a schedule a page's owner will not mind. */
function draft(document: Document, provider: string | undefined): object {
  const host = new URL(document.final_url).hostname.replace(/^www\./, '');
  return {
    id: document.source_id,
    name: document.title ?? host,
    ...(provider === undefined ? {} : { provider }),
    kind: document.kind,
    url: document.final_url,
    schedule: { cron: '17 */6 * * *', jitter_seconds: 600 },
  };
}
