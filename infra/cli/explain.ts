import type { Command } from 'commander';
import { z } from 'zod';
import { readArticle } from '../../processors/extract/article/read-article.ts';
import { explainNews } from '../../processors/extract/news/explain.ts';
import { UserError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import { createLogger } from '../telemetry/logger.ts';
import { documentOfRow } from './archived-document.ts';
import { openReader, type Store } from './store.ts';

const announcementRow = z.looseObject({
  announcement_id: z.string(),
  kind: z.string(),
  quote: z.string(),
  confidence: z.number(),
  reasons: z.array(z.string()),
  document_id: z.string(),
  url: z.string(),
});
const changeRow = z.looseObject({
  change_id: z.string(),
  series: z.string(),
  document_id: z.string(),
  previous_document_id: z.string().nullable(),
  evidence: z.string().nullable(),
  url: z.string(),
});
const signalRow = z.looseObject({ signal_id: z.string(), headline: z.string() });

export function addExplain(program: Command): void {
  program
    .command('explain')
    .description(
      'Where a figure came from: an announcement’s sentence and rule, a change’s two observations, a signal’s evidence',
    )
    .argument('<id>', 'announcement_id, change_id or signal_id, or the beginning of it')
    .action(async (id: string) => {
      if (!/^[0-9a-f]{6,64}$/.test(id))
        throw new UserError(`${id} is no id: ids are hexadecimal, at least six digits of them.`);
      const { config } = loadConfig(process.env);
      const store = await openReader(config, createLogger({ ...config, logLevel: 'warn' }));
      try {
        const text =
          (await explainAnnouncement(store, id)) ??
          (await explainChange(store, id)) ??
          (await explainSignal(store, id));
        if (text === null) throw new UserError(`Nothing stored has an id that begins with ${id}.`);
        process.stdout.write(text);
      } finally {
        await store.close();
      }
    });
}

async function explainAnnouncement(store: Store, id: string): Promise<string | null> {
  const row = await first(
    store,
    announcementRow,
    'SELECT * FROM announcements WHERE startsWith(announcement_id, {id:String}) LIMIT 1',
    id,
  );
  if (row === null) return null;
  const { quote, confidence, reasons, document_id, url, ...rest } = row;
  return section(`announcement ${row.announcement_id}`, [
    ['stated', (await markedQuote(store, row.announcement_id, document_id)) ?? quote],
    ['rule', reasons.join('; ')],
    ['confidence', String(confidence)],
    ['document', `${document_id}  ${url}`],
    ...filled(rest, ['announcement_id', 'version', 'recorded_at', 'keep_first', 'source_id']),
  ]);
}

async function explainChange(store: Store, id: string): Promise<string | null> {
  const row = await first(
    store,
    changeRow,
    'SELECT * FROM current_price_changes WHERE startsWith(change_id, {id:String}) LIMIT 1',
    id,
  );
  if (row === null) return null;
  const { document_id, previous_document_id, evidence, url, ...rest } = row;
  return section(`price change ${row.change_id}`, [
    ['read from', evidence ?? '(no longer listed)'],
    ['page', url],
    ['before', previous_document_id ?? '(none)'],
    ['after', document_id],
    ...filled(rest, ['change_id', 'version', 'recorded_at', 'keep_first']),
  ]);
}

async function explainSignal(store: Store, id: string): Promise<string | null> {
  const row = await first(
    store,
    signalRow,
    'SELECT * FROM current_signals WHERE startsWith(signal_id, {id:String}) LIMIT 1',
    id,
  );
  if (row === null) return null;
  return section(
    `signal ${row.signal_id}: ${row.headline}`,
    filled(row, ['signal_id', 'headline', 'version', 'recorded_at', 'keep_first']),
  );
}

async function first<T>(store: Store, schema: z.ZodType<T>, query: string, id: string): Promise<T | null> {
  const result = await store.client.query({ query, query_params: { id }, format: 'JSONEachRow' });
  const [row] = await result.json();
  return row === undefined ? null : schema.parse(row);
}

/** The quote with its figure between ⟦ and ⟧, read anew from the archived document; null where today's reader does not read it so. */
async function markedQuote(store: Store, announcementId: string, documentId: string): Promise<string | null> {
  const query = 'SELECT * EXCEPT recorded_at FROM documents WHERE document_id = {id:String} LIMIT 1';
  const result = await store.client.query({ query, query_params: { id: documentId }, format: 'JSONEachRow' });
  const [row] = await result.json();
  if (row === undefined) return null;
  const read = explainNews(readArticle(documentOfRow(row)));
  return read.find(({ announcement }) => announcement.announcement_id === announcementId)?.marked ?? null;
}

function filled(row: Readonly<Record<string, unknown>>, left: readonly string[]): [string, string][] {
  return Object.entries(row)
    .filter(([name, value]) => !left.includes(name) && value !== null && value !== '' && value !== false)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}

function section(title: string, lines: readonly (readonly [string, string])[]): string {
  return `${title}\n${lines.map(([name, value]) => `  ${name.padEnd(20)} ${value}\n`).join('')}`;
}
