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

const PROCESSORS = /\bv?cpus?\b|\bcores?\b|核/i;
const MEMORY = /\bram\b|\bmemory\b|内存/i;

/** Rows without names, each of so many processors and so much memory, under the name of a card: machines that have it. */
export const areSizes = ({ product, columnNames, labels }: Axes): boolean =>
  product === null &&
  columnNames === null &&
  labels.some(({ header }) => PROCESSORS.test(header)) &&
  labels.some(({ header }) => MEMORY.test(header) && !/gpu|vram/i.test(header));
