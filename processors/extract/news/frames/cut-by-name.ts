import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** What may stand between a product and how far it was cut: its range, the way it is sold. */
const OFFER =
  /^(?:[ -]?(?!api)(?:[a-z][a-z\d.]*|\d[\d.]*)){0,3} ?(?:全系列?|系列|旗舰版?|全线)?(?: ?(?:api|接口|套餐|服务|实例|云主机)){0,2}(?:[再又均都也则更]是?)?/;
/** Said of nothing but prices, behind the name of a product. */
const SLASHED = /^(?:直降|猛降|大降|狂降|骤降|(?:直接|一口气|再)?砍掉?|大砍|狂砍)了?(?:至多|最多|高达|约|近|超|逾)? ?$/;
const MOVED = /^(?:直涨|大涨|暴涨|暴跌|便宜|[又再]?[降涨]|[降涨跌]幅|下调|上调)了?(?:至多|最多|高达|约|近|超|逾)? ?$/;

/** 集体涨价：GLM-5海外档翻倍: of a product or one of its plans, where prices are spoken of. */
const PLAN = /^ ?(?:[\u4e00-\u9fffa-z ]{0,8}[档版])?(?:价格?|则|也|更|直接|都|均)*(?:更是|上涨|涨了)? ?$/;

/** 让Qwen-VL降了81%: what a house does to a product of its own is done to its price. */
const MADE = /[让把将] ?$/;

/** "Qwen-Long直降97%", "Qwen-Turbo全系API砍掉85%": a product and how far it was cut; for weaker words only `where` prices are spoken of. */
export const cutByName = ({ text, entities }: Reading, q: Quantity, where: () => boolean): boolean =>
  entities.some((e) => {
    if ((e.kind !== 'product' && e.kind !== 'chip') || e.end > q.start || q.start - e.end > 24) return false;
    const gap = text.slice(e.end, q.start);
    if (q.unit === 'times' && /^翻[倍番]/.test(text.slice(q.start, q.end)) && PLAN.test(gap)) return where();
    const offer = OFFER.exec(gap)?.[0] ?? '';
    const move = gap.slice(offer.length);
    return (
      SLASHED.test(move) ||
      (MOVED.test(move) &&
        (/api|接口|套餐|实例|云主机/.test(offer) ||
          MADE.test(text.slice(Math.max(0, e.start - 2), e.start)) ||
          where()))
    );
  });
