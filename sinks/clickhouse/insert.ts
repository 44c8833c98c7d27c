import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import type { Chunk } from './chunk.ts';

/**
 * Writes chunks of one table and of the same columns as one block, which is stored whole or not at all. The token is made of the
 * chunks': the same ones inserted again within the table's window leave no second row, in the table and in the views fed by it.
 */
export async function insertChunks(client: ClickHouseClient, chunks: readonly Chunk[]): Promise<void> {
  const [first] = chunks;
  if (first === undefined) return;
  const { stream } = await client.exec({
    query: `INSERT INTO ${first.table} (${first.columns.join(', ')}) FORMAT JSONCompactEachRow`,
    values: Readable.from(
      chunks.map(({ lines }) => Buffer.from(lines)),
      { objectMode: false },
    ),
    clickhouse_settings: {
      insert_deduplicate: 1,
      insert_deduplication_token: tokenOf(chunks),
      deduplicate_blocks_in_dependent_materialized_views: 1,
      // One block, so that it is stored whole or not at all.
      input_format_parallel_parsing: 0,
      min_insert_block_size_rows: '2000000',
      min_insert_block_size_bytes: '1000000000',
      throw_on_max_partitions_per_insert_block: 0,
    },
  });
  for await (const _ of stream);
}

function tokenOf(chunks: readonly Chunk[]): string {
  const hash = createHash('sha256');
  for (const { token } of chunks) hash.update(token);
  return hash.digest('hex').slice(0, 32);
}
