import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const TRADED = /(?:出售|抛售|减持|套现|转让|增持|回购|清仓|卖出|质押|发行|发债)[^,，。;；]{0,20}$/;
const PAPERS = /^(?:的)?[^,，。;；]{0,12}(?:股票|股份|股权|持股|持仓|债券|可转债|票据|公司债)/;

/** 计划出售58亿美元英伟达股票: what papers change hands for, which nobody earns with his business. */
export const isOfSecurities = ({ text }: Reading, q: Quantity): boolean =>
  PAPERS.test(text.slice(q.end, q.end + 24)) && TRADED.test(text.slice(Math.max(0, q.start - 24), q.start));
