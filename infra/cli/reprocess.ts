import type { ClickHouseClient } from '@clickhouse/client';
import { type Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../config/load.ts';
import type { Document } from '../contracts/document.ts';
import { createLogger } from '../telemetry/logger.ts';
import { documentOfRow } from './archived-document.ts';
import { openCatalog } from './catalog.ts';
import { openReader } from './store.ts';

const date = (text: string): Date => {
  const parsed = new Date(text);
  if (Number.isNaN(parsed.getTime())) throw new InvalidArgumentError('expected a date such as 2026-04-01.');
  return parsed;
};

interface ReprocessOptions {
  readonly source?: string;
  readonly since: Date;
}

const LOADED_AT_ONCE = 50;

export function addReprocess(program: Command): void {
  program
    .command('reprocess')
    .description(
      'Run today’s extractors over archived documents; better readings replace worse ones, alerts stay quiet',
    )
    .option('--source <id>', 'only documents of this source')
    .option('--since <date>', 'only documents fetched from this day on', date, new Date(0))
    .action(async (options: ReprocessOptions) => {
      const { config } = loadConfig(process.env);
      const logger = createLogger({ ...config, logLevel: 'warn' });
      const { sources } = openCatalog(config);
      const { withPipeline } = await import('./with-pipeline.ts');
      let count = 0;
      await withPipeline(config, logger, async ({ log, settle }) => {
        const store = await openReader(config, logger);
        try {
          for await (const batch of archived(store.client, options)) {
            const records = batch.map((found) => ({
              key: found.source_id,
              // Hints are of today too: a source whose YAML was mended is read as it says now.
              value: { ...found, hints: sources.get(found.source_id)?.hints ?? found.hints, backfill: true },
            }));
            await log.append('documents', records);
            count += records.length;
            console.error(`${count} documents`);
          }
        } finally {
          await store.close();
        }
        await settle(() => undefined);
      });
      process.stdout.write(`${count} documents reprocessed\n`);
    });
}

/** Archived documents in the order they were fetched, each once. */
async function* archived(client: ClickHouseClient, { source, since }: ReprocessOptions): AsyncGenerator<Document[]> {
  const result = await client.query({
    query: `SELECT * EXCEPT (recorded_at) FROM documents FINAL
      WHERE fetched_at >= {since:DateTime64(3)} AND ({source:String} = '' OR source_id = {source:String})
      ORDER BY fetched_at`,
    query_params: { since, source: source ?? '' },
    format: 'JSONEachRow',
  });
  let batch: Document[] = [];
  for await (const rows of result.stream()) {
    for (const row of rows) {
      batch.push(documentOfRow(row.json()));
      if (batch.length === LOADED_AT_ONCE) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}
