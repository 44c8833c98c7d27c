import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ClickHouseError } from '@clickhouse/client';
import type { Command } from 'commander';
import { UserError } from '../config/errors.ts';
import { loadConfig } from '../config/load.ts';
import { createLogger } from '../telemetry/logger.ts';
import { openReader } from './store.ts';

export function addSql(program: Command): void {
  program
    .command('sql')
    .description('Ask the store: a table on a terminal, tab-separated elsewhere, or whatever FORMAT the query names')
    .argument('[query]', 'SQL; read from stdin where absent')
    .action(async (given: string | undefined) => {
      const query = (given ?? (await text(process.stdin))).trim().replace(/;$/, '');
      if (query === '') throw new UserError('No query: give it as an argument or on stdin.');
      const { config } = loadConfig(process.env);
      const store = await openReader(config, createLogger({ ...config, logLevel: 'warn' }));
      try {
        const format = process.stdout.isTTY ? 'PrettyCompactMonoBlock' : 'TabSeparatedWithNames';
        const { stream } = await store.client.exec({
          query: /\bFORMAT\s+\w+$/i.test(query) ? query : `${query}\nFORMAT ${format}`,
        });
        await pipeline(stream, process.stdout, { end: false });
      } catch (cause) {
        if (cause instanceof ClickHouseError) throw new UserError(`SQL error ${cause.code}: ${cause.message.trim()}`);
        throw cause;
      } finally {
        await store.close();
      }
    });
}
