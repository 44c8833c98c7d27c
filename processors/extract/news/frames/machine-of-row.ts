// Whether a price by the hour in a table buys one card or a machine of several.

import type { Cell, Place } from './table-model.ts';

const MACHINE =
  /\b(?:nd|nc)[ -]?(?:[a-z]*\d|h100|a100|gb)|\.\d*x?large|\binstance|\bvm\b|\b[a-z]\d[a-z]?-(?:(?:high|mega|ultra|edge)gpu|standard|highmem|highcpu)-\d|\b(?:bm|vm)\.gpu|\bgpu_\d+x_/;
const CHIP =
  /gpu|[hab]\d00|h20|l40|4090|5090|mi3\d\d|卡|显存|\b(?:rtx|gtx|geforce|tesla) ?[a-z]{0,3} ?\d{3,4}\b|\b(?:l4|t4|a10g?|v100|a[2456]000|tpu)\b/;
/** "| GPU | Priority | Rate |": what the labels of the rows are. */
const OF_CARDS = /^(?:gpu|card|accelerator)s?(?: (?:model|type|class|name))?$|^(?:显卡|卡型|gpu型号)$/;
/** "x8, per hour", "8-GPU node": a column of whole machines. */
const OF_MACHINES =
  /(?:^|[ (])(?:[x×] ?(?:2|4|8|16)|(?:2|4|8|16) ?[x×]|(?:2|4|8|16|two|four|eight)[ -](?:gpus?|cards?))(?![\w.])/;
/** "~$23.92/hour total", "$32/hr per node": what the cell itself says it buys. */
const WHOLE =
  /\b(?:total|in all|whole|all (?:8|eight)|per (?:node|server|machine|box|instance)|\/ ?(?:node|server|instance)s?)\b|整机|整台|每台/;
const ONE = /\bper (?:gpu|card|chip)|\/ ?(?:gpu|card)|每卡|单卡|\/ ?卡/;

/** "8x GPU", "4-GPU slice", "8x H100", "x8": another cell that says the row is of a whole machine. */
const MACHINE_IN_ROW =
  /^(?:(?:2|4|8|16) ?[x×](?: ?(?:nvidia |amd )?(?:gpus?\b|cards?\b|[a-z]{1,3}\d{2,4})|$)|(?:2|4|8|16)[ -](?:gpus?|cards?)\b|[x×] ?(?:2|4|8|16)$|(?:2|4|8|16|[双四八]) ?卡(?:整?机|服务器|节点)?$)/;
/** "Price per GPU": a column of single cards, whatever the machines of its rows. */
const OF_ONE = /\b(?:per|each|\/) ?(?:gpu|card|accelerator)\b|单卡|每卡|\/ ?(?:gpu|卡)/;

/** The meter of a price by the hour, by the words of its cell, its row and its head. */
export function hourOfRow(
  { cell, head, row }: Place,
  corner: Cell | undefined,
  words: string,
): 'gpu_hour' | 'instance_hour' {
  if (WHOLE.test(cell.text)) return 'instance_hour';
  const ofCards = CHIP.test(words) || OF_CARDS.test(corner?.text ?? '');
  const one = ONE.test(cell.text) && !MACHINE.test(head.text);
  const single = one || OF_ONE.test(head.text);
  if (!single && row.some((other) => other !== cell && MACHINE_IN_ROW.test(other.text))) return 'instance_hour';
  return ofCards && (one || !MACHINE.test(words)) && !OF_MACHINES.test(head.text) ? 'gpu_hour' : 'instance_hour';
}
