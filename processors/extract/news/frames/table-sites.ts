import type { Place, Table } from './table-model.ts';

const COST =
  /^(?:(?:total|estimated|project|planned|reported|build) )*(?:costs?|price tag)\b(?!.*\bper\b)|^(?:项目|计划|预计|建设)?(?:总投资|投资[额规总]|总?造价|建设成本)/;
const POWER = /\b(?:[mg]w|megawatts|gigawatts)\b|功率|电力|供电|用电|装机|兆瓦|吉瓦|算力规模|机架|机柜/;

/** "Cost ($bn)" beside "Capacity (MW)", 总投资 beside 规划功率: what a site of a table comes to who builds it. */
export const costsSite = ({ header }: Table, { head }: Place): boolean =>
  COST.test(head.text) && header.some(({ text }) => POWER.test(text));
