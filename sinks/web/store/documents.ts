import type { z } from 'zod';
import { document } from '../../../infra/contracts/document.ts';
import { select, when } from './statement.ts';
import type { Store } from './store.ts';
import { DOCUMENTS } from './tables.ts';

const kept = document.pick({
  document_id: true,
  source_id: true,
  url: true,
  final_url: true,
  fetched_at: true,
  published_at: true,
  kind: true,
  format: true,
  lang: true,
  title: true,
  size_bytes: true,
  body: true,
});
export type KeptDocument = z.infer<typeof kept>;

/** The archived document, or undefined where none has this id. */
export const keptDocument = async (store: Store, id: string): Promise<KeptDocument | undefined> =>
  (
    await store.rows(
      select({
        columns: Object.keys(kept.shape).join(', '),
        from: DOCUMENTS,
        where: when(id, 'document_id = {id:String}', { id }),
        order: 'fetched_at DESC',
        limit: 1,
      }),
      kept,
    )
  )[0];
