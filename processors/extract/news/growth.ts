import { isConversion, weighty } from './context.ts';
import type { Quantity } from './quantity.ts';
import type { Reading } from './reading.ts';
import { hasHan } from './text.ts';

const SHARE =
  /\b(?:share|of (?:the|its|total|all|that|revenue|sales)|accounts? for|contributed|per cent of|% of)|占|份额|贡献|比重|占比/;
const GROWTH_BEFORE =
  /(?:\bup|\brose|\brise(?: of)?|\brisen|\bgrew|\bgrow(?:n|ing|th|s)?(?: rates?)?(?: of| by| at)?|\bincrease[sd]?(?: of| by)?|\bincreasing(?: by)?|\bjump(?:ed|s|ing)?(?: of)?|\bsurg(?:ed|e|es|ing)|\bclimb(?:ed|s|ing)?|\bgain(?:ed|s)?(?: of)?|\bsoar(?:ed|s|ing)?|\bclimb|\bexpand(?:ed|ing|s)?(?: by)?|\badvanc\w+|\bleap(?:ed|t)?|\bhigher|\b(?:lengthen|widen|broaden|swell|strengthen|deepen|multipl[iy])(?:ed|s)?(?: by)?|\bplus|\+|[▲↑]|\brate of|\bcagr(?: of)?(?: around| about)?|同比|环比|按年升?|按季升?|增长率?|年增率|增速(?:维持在|保持在)?|增幅|增加|上升|上涨|提升|涨|升|增|提高|增长了|复合增长率|攀升|扩大|多出?|高出?|增至|增[速幅](?:[^,，。;；\d%]{1,10})?|膨胀|飙升|大涨|激增|猛增|暴[涨增]|\( ?\+?)(?:了|约|为|近|超|超过|逾|高达|达到?|大幅|大增|增长|增|涨|上升|提升|提高|nearly|almost|about|around|roughly|over|more than|by|of|an?|as much as|some|to|a further|another| |:|：|年均)*$/;
const FALL_BEFORE =
  /(?:\bdown|\bfell|\bfall(?:s|ing|en)?|\bdrop(?:ped|s)?|\bdeclin(?:ed|e|es|ing)|\bdecreas(?:ed|e|es|ing)|\blower|\bslid|\bslipp?ed|(?<!plus or )\bminus|\bshr[aiu]nk|[(,，、/|] ?[-−–]|[▼↓]|[同环]比[为:： ]*[-−–]|下降|下滑|减少|下跌|降|跌|减|挫|萎缩|缩水|收缩|(?<![至多减不])少)(?:了|约|为|近|超|幅|达|nearly|almost|about|around|roughly|over|more than|by|of|an?| )*$/;
const GROWTH_AFTER =
  /^ ?(?:\)|\w+ (?:increase|growth|rise|jump|gain|surge)\b|(?:spike|leap|uplift|climb) (?:from|since|on|over|compared)\b|year[- ]?(?:over|on)[- ]?year|yoy|y\/y|y-o-y|annual(?:ly)?|cagr|compound|increase|growth|rise|jump|gain|surge|more(?= than|[.,;)]|$)|above|higher|better|larger|bigger|up\b(?! to)|ahead of|from a year|quarter[- ]o|qoq|month[- ]o|的?(?:同比)?(?:增长|增速|增幅|以上的?速度)|(?:以上)?的?(?:复合)?(?:年均|年)?(?:增长|增速|增幅))/;
const FALL_AFTER =
  /^ ?(?:decline|decrease|drop|fall|lower|less than|below|worse|smaller|down\b(?! to)|的?降幅|的?下滑|reduction)/;

/** Figures of one unit around the one at `at`, joined by commas and "and". */
function listAround(text: string, quantities: readonly Quantity[], at: number): Quantity[] {
  const joined = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.unit === b.unit &&
    /^ ?(?:、|\/|,|，|和|与|及|以及|,? ?and) ?[+-]?$/.test(text.slice(a.end, b.start));
  let [first, last] = [at, at];
  while (joined(quantities[first - 1], quantities[first])) first--;
  while (joined(quantities[last], quantities[last + 1])) last++;
  return quantities.slice(first, last + 1);
}

/** "分别为30亿、15亿和33亿美元，同比依次增长28%、34%和20%": as many rates as figures, in their order. */
function rateInTurn({ text, quantities }: Reading, q: Quantity): number | null {
  const figures = listAround(text, quantities, quantities.indexOf(q));
  const last = figures.at(-1);
  if (figures.length < 2 || !last) return null;
  const rates = listAround(text, quantities, quantities.indexOf(last) + 1);
  const [first, own] = [rates[0], rates[figures.indexOf(q)]];
  if (!first || !own || first.unit !== 'percent' || rates.length !== figures.length) return null;
  if (/[;；]/.test(text.slice(last.end, first.start))) return null;
  const growth = readGrowth(text, first, last.end);
  if (growth === null) return null;
  const sign = own === first ? null : /[+-]$/.exec(text.slice(0, own.start))?.[0];
  return (sign ? (sign === '-' ? -1 : 1) : Math.sign(growth)) * Number(own.min ?? own.max);
}

/** The growth rate stated with a figure, signed percent; null where there is none. */
export function growthOf(reading: Reading, q: Quantity): number | null {
  const { text, quantities } = reading;
  if (comparedWith(text, q)) return null;
  const inTurn = rateInTurn(reading, q);
  if (inTurn !== null) return inTurn;
  const at = quantities.indexOf(q);
  let spare: number | null = null;
  const before = quantities[at - 1];
  if (before?.unit === 'percent') {
    const led = growthBefore(reading, before, q);
    if (led !== null) return led;
  }
  for (const other of quantities.slice(at + 1)) {
    // The next figure, or the next item of a list, has a rate of its own.
    if (weighty(other) && !isConversion(reading, q, other) && !comparedWith(text, other) && !isApart(text, other))
      break;
    const gap = text.slice(q.end, other.start);
    if (/[;；]|[,，][^,，]{0,16}(?:收入|营收|利润)/.test(gap) || OF_ANOTHER.test(gap)) break;
    // 云收入560亿美元，Azure +39%: of the house named since.
    if (ofNext(reading, q, other)) break;
    // 资本开支191亿元，研发开支升17%至203亿元: of the figure it leads to.
    if (/[,，]/.test(text.slice(q.end, other.start)) && LEADS_ON.test(text.slice(other.end))) break;
    // 上半年规模达223亿元，2025年预计增长148%: another year's.
    if (/[,，]20\d\d年(?:全年)?(?:预计|有望|预期|料将?|将会?)[^,，\d]{0,8}$/.test(text.slice(q.end, other.start)))
      break;
    const rate = other.unit === 'percent' ? readGrowth(text, other, q.end) : null;
    if (rate === null) continue;
    // 月减1.1%,年增17.5%: the rate of a year, where both are told.
    if (!SHORT_SPAN.test(text.slice(Math.max(0, other.start - 8), other.start))) return rate;
    spare ??= rate;
  }
  return spare;
}
/** A house or a product is named behind a comma, right before the rate. */
const ofNext = ({ text, entities }: Reading, q: Quantity, rate: Quantity): boolean =>
  hasHan(text) &&
  entities.some(
    (e) =>
      e.kind !== 'reporter' &&
      e.start > q.end &&
      e.end <= rate.start &&
      /[,，]/.test(text.slice(q.end, e.start)) &&
      /^[^,，。;；\d说称示]{0,10}$/.test(text.slice(e.end, rate.start)),
  );
/** 资本开支319亿元，云业务增长20%: of what is named behind a comma. */
const OF_ANOTHER =
  /\b(?:stock|shares?)\b[^,;\d]{0,24}$|[,，][^,，\d]{0,12}(?:业务|部门|板块|产品|用户|用量|出货量?)(?:[^,，\d]{0,6}|[则却][^,，\d]{1,20}[,，][^,，\d]{0,6})$/;
const LEADS_ON = /^[至到](?:了|约|近|逾|超)?[\d$¥]/;
const SHORT_SPAN = /(?:环比|按月|按季|月[增减]|季[增减]|较上(?:个?月|一?季度?))[^,，]{0,5}$/;

/** "$7.5 billion more than in the quarter before": how far apart, no figure of its own. */
const isApart = (text: string, { end }: Quantity): boolean =>
  /^ (?:more|less|higher|lower) than (?:in |a |the |it )/.test(text.slice(end, end + 24));

/** 较上年同期的1557亿美元增长17%: the figure compared with, whose growth is that of the figure before. */
const comparedWith = (text: string, q: Quantity): boolean =>
  /[较比][^,，;；。]{0,14}的 ?$|\b(?:compared (?:with|to)|against|versus) (?:the |about |just |only |some )*$|[,，(（](?:上年|去年|前一年)同期(?:则|仅|只)?[为是]?(?:约|近)? ?$|[,，] ?而?(?:上|前|去)(?:半年|一?年|一?个?财?季度?|个?月)(?:同期)?(?:还|才|则|仅|只|不过|也)+[有是为]?(?:约|近)? ?$/.test(
    text.slice(Math.max(0, q.start - 26), q.start),
  );

/** "rose 73% to $68.13 billion", "今后五年的复合增速为 42%, 2025 年将超过 240 亿美元": the rate stands first. */
function growthBefore({ text, quantities }: Reading, percent: Quantity, q: Quantity): number | null {
  const gap = text.slice(percent.end, q.start);
  // "up 12%, reaching $5 billion", 增长59.9%,达到548亿
  if (
    /^[^;]{0,80}, (?:reaching|hitting|totall?ing|to reach|to hit|to total) (?:a (?:total|record|level|high) of )?(?:about |nearly |over |just |some |a record )?$|^[,，] ?(?:[首再]次|首度|已)?(?:总额|总规模|规模|总量)?(?:达到?|[升增]?至|攀升至|为|录得|突破|来到|创[下出])(?:了|约|近|超过?|逾|创(?:下)?(?:纪录|历史新高)的|历史(?:新高|最高)的)* ?$|^(?:以上)?的(?:同比|年)?(?:增长率?|增速|增幅)[^,，。;；\\d]{0,4}[和与、,，][^,，;；\\d]{0,8}$/.test(
      gap,
    )
  )
    return readGrowth(text, percent, 0);
  // "was up 24% at $60 billion", "was 35% better at 14 billion yuan"
  if (
    /^(?: (?:up|higher|better|larger|bigger|more|down|lower|worse|smaller))?,? at (?:a record |about |around |nearly |over |just |some )*$/.test(
      gap,
    )
  )
    return readGrowth(text, percent, 0);
  if (/^,?[^,;，；]{0,30}?(?:(?<!attributable )\bto|至|到|达)[^,;，；]{0,14}$/.test(gap)) {
    const value = Number(percent.min ?? percent.max);
    const verb =
      /.*\b(grows?|growing|rising|climbing|jumping|surging|soaring|expanding|increasing|rises?|climbs?|jumps?|grew|rose|jumped|climbed|surged|added|up|gained|expanded|increased|soared|doubled|tripled|quadrupled|fell|falling|dropped|dropping|declined|declining|slid|sliding|shrank|shrinking)\b/.exec(
        text.slice(Math.max(0, percent.start - 40), percent.start),
      )?.[1];
    if (verb) return /fell|fall|drop|declin|slid|shr[ai]nk/.test(verb) ? -value : value;
    return readGrowth(text, percent, 0);
  }
  const compound = /(?:复合|年均)(?:增长率|增速)|cagr/.test(text.slice(0, percent.start)) && gap.length <= 24;
  return compound && !quantities.slice(0, quantities.indexOf(percent)).some(weighty)
    ? readGrowth(text, percent, 0)
    : null;
}

const readGrowth = (text: string, percent: Quantity, from: number): number | null => {
  const lead = text.slice(Math.max(from, percent.start - 40), percent.start);
  const tail = text.slice(percent.end, percent.end + 30);
  const value = Number(percent.min ?? percent.max);
  if (/占[^,，()（）;；]{0,10}$/.test(lead) || /^ (?:(?:gross|operating|net|profit|ebita?) )?margins?\b/.test(tail))
    return null;
  if (FALL_BEFORE.test(lead) || FALL_AFTER.test(tail)) return -value;
  if (GROWTH_BEFORE.test(lead) && !/^ ?of /.test(tail)) return value;
  if (GROWTH_AFTER.test(tail) && !SHARE.test(text.slice(percent.end, percent.end + 12))) return value;
  return null;
};
