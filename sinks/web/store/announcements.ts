import { z } from 'zod';
import { announcementKind } from '../../../infra/contracts/announcement.ts';
import { flag, list, period } from '../api/params.ts';
import { after, among, between, type Position, type Statement, select, when } from './statement.ts';
import { ANNOUNCEMENTS } from './tables.ts';

export const announcementFilter = {
  kind: list(announcementKind),
  subject: list(z.string()),
  source: list(z.string()),
  document: list(z.string()).describe('document_id'),
  status: list(z.enum(['actual', 'forecast', 'target'])),
  q: z.string().max(200).optional().describe('Text in quote or title'),
  ...period,
  min_confidence: z.coerce.number().min(0).max(1).optional(),
  backfill: flag.optional(),
};
export type AnnouncementFilter = Partial<z.infer<z.ZodObject<typeof announcementFilter>>>;

export const announcementsStatement = (
  filter: AnnouncementFilter,
  position: Position | undefined,
  limit: number,
): Statement =>
  select({
    columns: '*',
    from: ANNOUNCEMENTS,
    where: [
      ...among('kind', 'kinds', filter.kind),
      ...among('subject', 'subjects', filter.subject),
      ...among('source_id', 'source_ids', filter.source),
      ...among('document_id', 'document_ids', filter.document),
      ...among('status', 'statuses', filter.status),
      ...when(
        filter.q,
        "(positionCaseInsensitiveUTF8(quote, {q:String}) > 0 OR positionCaseInsensitiveUTF8(ifNull(title, ''), {q:String}) > 0)",
        { q: filter.q },
      ),
      ...between('observed_at', filter),
      ...when(filter.min_confidence, 'confidence >= {min_confidence:Float64}', {
        min_confidence: filter.min_confidence,
      }),
      ...when(filter.backfill, 'backfill = {backfill:Bool}', { backfill: filter.backfill }),
      ...after('observed_at', 'announcement_id', position),
    ],
    order: 'observed_at DESC, announcement_id DESC',
    limit,
  });
