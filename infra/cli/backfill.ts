import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Source } from '../../ingest/catalog/load.ts';
import { makeDocument } from '../../ingest/fetch/document.ts';
import { sniffFormat } from '../../ingest/fetch/format.ts';
import { UserError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import type { Document } from '../contracts/document.ts';
import { createLogger } from '../telemetry/logger.ts';
import { findSource, openCatalog } from './catalog.ts';

/** index.json of a folder of dated snapshots: which file was seen when. */
const snapshotIndex = z.array(z.looseObject({ file: z.string(), time: z.iso.datetime({ offset: true }) }));

export function addBackfill(program: Command): void {
  program
    .command('backfill')
    .description('Load dated snapshots of a source; each takes its place in history by its own time')
    .argument(
      '<dir>',
      'folder with index.json: [{"file": "snapshots/0001.json.gz", "time": "2026-01-01T00:00:00Z"}, ...]',
    )
    .requiredOption('--source <id>', 'the source whose snapshots they are')
    .option('--url <url>', 'which of its addresses, where it has several')
    .action(async (dir: string, options: { source: string; url?: string }) => {
      const { config } = loadConfig(process.env);
      const source = findSource(openCatalog(config), options.source);
      const url = options.url ?? source.urls[0] ?? '';
      if (!source.urls.includes(url))
        throw new UserError(`Source ${source.id} has no address ${url}; it has ${source.urls.join(', ')}.`);
      const snapshots = readIndex(dir);
      const { withPipeline } = await import('./with-pipeline.ts');
      const bar = progressBar(snapshots.length);
      await withPipeline(config, createLogger({ ...config, logLevel: 'warn' }), async ({ log, settle }) => {
        for (const [index, { file, time }] of snapshots.entries()) {
          const document = snapshotDocument(source, url, readSnapshot(join(dir, file)), time);
          await log.append('documents', [{ key: source.id, value: document }]);
          bar.update(index + 1, { stage: 'loading' });
        }
        await settle((stage, records) => bar.update({ stage: `${stage}: ${records} to go` }));
      });
      bar.update({ stage: 'done' });
      bar.stop();
    });
}

/** A snapshot as the document that fetch would have made of it at that time. */
function snapshotDocument(source: Source, url: string, text: string, time: string): Document {
  const content = {
    finalUrl: url,
    status: 200,
    etag: null,
    lastModified: null,
    format: sniffFormat(text, null, url),
    text,
  };
  const fetchedAt = new Date(time).toISOString();
  return makeDocument(source, content, {
    url,
    kind: source.kind,
    fetchedAt,
    title: null,
    publishedAt: null,
    backfill: true,
  });
}

function readIndex(dir: string): z.infer<typeof snapshotIndex> {
  const path = join(dir, 'index.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UserError(`${path} cannot be read: a folder of snapshots has an index.json that lists {"file", "time"}.`);
  }
  const parsed = snapshotIndex.safeParse(parseJson(text, path));
  if (!parsed.success) throw new UserError(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${path} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function readSnapshot(path: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (cause) {
    throw new UserError(`Snapshot ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function progressBar(total: number): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {value}/{total} snapshots, {stage}',
    stream: process.stderr,
    clearOnComplete: false,
    noTTYOutput: false,
  });
  bar.start(total, 0, { stage: 'starting' });
  return bar;
}
