import type { Draft } from '../draft.ts';
import { scanQuantities } from '../quantities.ts';
import { type Place, VALUE_HEAD } from './table-model.ts';

const MOVE =
  /^[*_ ]*(?:(?:average|avg\.?|mean|median|max(?:imum)?|peak|overall|api|token|list|gpu|input|output) )*(?:price|pricing|rate|rent|fee)s? (?:(?<up>increase|hike|rise|uplift)|(?<down>cut|reduction|drop|decrease|decline))s?(?: (?:range|size|rate|\([^()]*\)))?[*_ ]*$|^[*_ ]*(?:平均|最高|最大|整体|综合|api|输入|输出|gpu|算力|租金|价格|模型|产品|累计| )*(?:(?<hanup>涨价|提价|涨)|(?<handown>降价|降))(?:幅度|幅)[*_ ]*$/;

/** "| Price increase range | 2.3x–4.5x (avg.); up to 12.1x |", | 平均涨幅 | 83% |: a table of metrics tells how far prices moved. Null for any other cell. */
export function metricMove({
  cell,
  head,
  label,
}: Place): readonly Pick<Draft, 'direction' | 'valueStart' | 'valueEnd' | 'min' | 'max' | 'unit'>[] | null {
  const said = MOVE.exec(label.text)?.groups;
  if (!said || !VALUE_HEAD.test(head.text)) return null;
  const falls = said['down'] !== undefined || said['handown'] !== undefined;
  const moves = scanQuantities(cell.text).flatMap((q) =>
    q.unit === 'percent' || q.unit === 'times'
      ? [
          {
            direction: falls ? ('decrease' as const) : ('increase' as const),
            valueStart: cell.start + q.start,
            valueEnd: cell.start + q.end,
            min: q.min,
            max: q.max,
            unit: q.unit,
          },
        ]
      : [],
  );
  return moves.length > 0 ? moves : null;
}
