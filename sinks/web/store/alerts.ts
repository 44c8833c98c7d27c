import { z } from 'zod';
import { alert } from '../../../infra/contracts/alert.ts';
import { list, period } from '../api/params.ts';
import { after, among, between, type Position, type Statement, select, when } from './statement.ts';
import { ALERTS } from './tables.ts';

export const alertFilter = {
  rule: list(z.string()),
  channel: list(z.string()),
  status: list(alert.shape.status),
  signal: z.string().optional().describe('signal_id among the signals told'),
  ...period,
};
export type AlertFilter = Partial<z.infer<z.ZodObject<typeof alertFilter>>>;

export const alertsStatement = (filter: AlertFilter, position: Position | undefined, limit: number): Statement =>
  select({
    columns: '*',
    from: ALERTS,
    where: [
      ...among('rule', 'rules', filter.rule),
      ...among('channel', 'channels', filter.channel),
      ...among('status', 'statuses', filter.status),
      ...when(filter.signal, 'has(signal_ids, {signal:String})', { signal: filter.signal }),
      ...between('created_at', filter),
      ...after('created_at', 'alert_id', position),
    ],
    order: 'created_at DESC, alert_id DESC',
    limit,
  });
