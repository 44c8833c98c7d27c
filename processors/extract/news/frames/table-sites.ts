import type { Place, Table } from './table-model.ts';

const COST = /^(?:(?:total|estimated|project|planned|reported|build) )*(?:costs?|price tag)\b(?!.*\bper\b)/;
const POWER = /\b(?:[mg]w|megawatts|gigawatts)\b/;

/** "Cost ($bn)" beside "Capacity (MW)": what a site of a table comes to who builds it. */
export const costsSite = ({ header }: Table, { head }: Place): boolean =>
  COST.test(head.text) && header.some(({ text }) => POWER.test(text));
