import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** "announced a $9.7 billion deal": what is agreed is still to be bought and paid. */
export const isDeal = ({ text }: Reading, { cue }: Found): boolean =>
  DEALS.test(text.slice(cue.start, cue.end)) && !HELD.test(text);

/** 签下近97亿美元的五年合约, 转身订购58亿美元的GPU: so much is still to be paid, unless it is what has come in or fallen through. */
export const isSignedHan = ({ text }: Reading, q: Quantity): boolean =>
  SIGNED_HAN.test(text.slice(0, q.start)) && !HELD_HAN.test(text);
const SIGNED_HAN =
  /签(?!名|字|证)[^。;；]{0,60}$|(?:达成|敲定)[^。;；]{0,30}(?:协议|合同|合作)[^。;；]{0,30}$|(?:订购|下[了过]?单|[下追]了?[^,，。;；]{0,8}[大订]?单)[^。;；]{0,12}$/;
const HELD_HAN =
  /未来合同|在手|积压|履约|剩余|累计|存量|终止|取消|解约|违约|收入|营收|已(?:经)?(?:交付|完成|确认|履行|支付|付)|债|贷款|融资|收购|入股|估值/;
const DEALS = /^(?:deals?|pacts?|agreements?|contracts?|accords?|tie-?ups?|partnerships?|commitments?)$/;
/** Sold and not delivered, or owed: a level of today. */
const HELD = /\b(?:backlog|obligations?|order book|total(?:s|led|ed)?|debt|bonds?|loans?|booked|bookings)\b/;
