import { phraseOf } from './words.ts';

const CARD =
  /^(?:(?:nvidia|amd|intel|huawei|google|ge ?force|tesla|quadro|radeon|instinct) )*(?:[rg]tx ?(?:pro ?)?a?\d{3,4}|[abhlv]\d{2,3}(?:g|s|x|mx|nvl|pcie|sxm\d?)?|[lt]4|a[456]\d00|gb?[bh]?[23]00|mi\d{3}[ax]?|gaudi ?\d?|ascend ?9\d\d[a-z]?|tpu ?v\d[a-z]?|[2-5]0[5-9]0(?:ti)?)(?: |$)/;

/** "A100-180": behind a card what no card has of memory, the size of a machine with one. */
const SIZED = /(?<!\bb[23]00)-(?!(?:12|16|20|24|32|40|48|64|80|94|96|128|141|144|192|256|288)$)\d{2,4}$/i;

/** True for a name that begins as that of a card: "H100", "nvidia_rtx_4090", "A100-SXM4-80GB"; "a3-highgpu-8g" and "t4g.small" are machines. */
export const isCardName = (name: string): boolean => CARD.test(phraseOf(name)) && !isSized(name);

const isSized = (name: string): boolean => SIZED.test(name) && CARD.test(phraseOf(name.replace(SIZED, '')));
