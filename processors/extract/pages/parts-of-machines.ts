import type { Axes } from './axes.ts';
import type { DataRow } from './segments.ts';

const CARD = /^gpus?$|^显卡$/i;
const PART = /^(?:v?cpus?|processors?|ram|memory|storage|disks?|network(?:ing)?|内存|存储|硬盘|网络)$/i;

/** "GPU", "CPU", "RAM" in a column beside the names: tells for a row whether it is of a part that machines are put together from, beside cards. */
export function partsBesideCards({ labels, rows, value }: Axes): (row: DataRow) => boolean {
  const kinds = labels.find(({ index }) => {
    const cells = rows.map((row) => value(row, index));
    return cells.some((text) => PART.test(text)) && cells.some((text) => CARD.test(text));
  });
  return (row) => kinds !== undefined && PART.test(value(row, kinds.index));
}
