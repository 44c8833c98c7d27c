import { scanDates } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { scanQuantities } from '../quantities.ts';
import type { Quantity } from '../quantity.ts';
import { effectiveDate } from './effective.ts';
import { sidesIn } from './meter.ts';
import { dayOfRow } from './table-day.ts';
import { metricMove } from './table-metric-moves.ts';
import type { Cell, Place, Table } from './table-model.ts';
import { movesTold } from './table-moves-told.ts';
import { type PriceInCell, pricesIn, tableFrame } from './table-prices.ts';

/** "1 Jan", "December": the head of a column of dates. */
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const OLD = new RegExp(
  `^(?:old|previous|before|former|original|current|was|(?:until|till|up to) (?:now|then)|so far|to date|today)\\b|[,(/] ?(?:old|previous|before|was|until (?:then|now)|till (?:then|now))\\)?$|^(?:until|till|up to|through|before) ${DAY}|原价|调[整价]前|原刊例|旧|此前|降价前|涨价前`,
);
const NEW = new RegExp(
  `^(?:new|after|afterwards?|thereafter|from then on|going forward|henceforth|updated|revised|now)\\b|[,(/] ?(?:new|after|now)\\)?$|(?:^|[,(/] ?)(?:from|starting|effective|as of|since) ${DAY}|现价|调整后|新价|新刊例|降价后|涨价后|^(?:自|从)?(?:20\\d\\d ?年)?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?起`,
);
const MOVE =
  /[涨降提调][价整]?幅度?|^[涨降][了价]*多少|(?:变动|变化)幅度|^(?:幅度|涨跌幅?|[周月]?环比|[较比]上[一个]*[周月期季]|[周月]涨跌)$|^调价(?:内容|情况|幅度|动作)?$|^价格(?:变动|调整|变化|动作)$|\bchange\b|(?:price|pricing|rate|fee) changes|increase|decrease|hike|cut\b|\bdrop\b|reduction/;

/** What may stand before how far a price moved: "about", "up to", 下调. */
const LEADS = /^[^;；,，.。:：\d]{0,28}$/;

/** A change: a new price beside an old one, or a percentage under "涨幅". Null where the column tells of none. */
export function changeCell(table: Table, place: Place): Draft[] | null {
  const { head } = place;
  if (isOld(table, head)) return [];
  if (isNew(table, head))
    return fromOldColumn(table, place) ?? borneOut(table, place) ?? byPercent(table, place) ?? movesTold(table, place);
  const told = withinCell(table, place);
  if (told) return told;
  const borne = borneOut(table, place);
  if (borne) return borne;
  if (wasBefore(table)) {
    if (OLD.test(head.text)) return [];
    const moved = MOVE.test(head.text) ? null : fromOldColumn(table, place, true);
    if (moved) return moved;
  }
  const inWords = movesTold(table, place);
  if (inWords) return movedTo(table, place) === null ? inWords : [];
  if (!MOVE.test(place.head.text)) return byMetric(table, place) ?? byTopic(table, place);
  // Beside the old price and the new one the percentage says the same again.
  if (movedTo(table, place) !== null) return [];
  const [first, ...rest] = scanQuantities(place.cell.text);
  if (
    first?.unit !== 'percent' ||
    // "Initial release; HLE 50%" under "Key changes"
    !LEADS.test(place.cell.text.slice(0, first.start)) ||
    (!/pric|rate|fee|价|费|租金|[月时日]租/.test(
      `${table.caption}${table.header.map((cell) => cell.text).join(' ')}`,
    ) &&
      // "OVHcloud raises prices" over "| Product | Increase |"
      (!(FALLS.test(table.article.titleText) || RISES.test(table.article.titleText)) || NO_MOVE.test(table.caption)))
  )
    return null;
  const falls =
    /降|decrease|cut|drop|reduction/.test(place.head.text) ||
    /下[调浮]|降|跌/.test(place.cell.text.slice(0, first.start));
  const { text } = place.cell;
  // "+100% for North America +60% for Europe": a change for each of them.
  const each = rest.filter((q) => q.unit === 'percent' && /[+-]$/.test(text.slice(0, q.start)));
  return [first, ...each].map((q) => ({
    ...percentOf(table, place, q, falls || text[q.start - 1] === '-'),
    reasons: ['table cell', 'column of changes'],
    confidence: 0.88,
  }));
}

/** A change of which the cell says how far it went; what tells so, and how surely, its reader adds. */
const percentOf = (table: Table, place: Place, q: Quantity, falls: boolean): Omit<Draft, 'reasons' | 'confidence'> => ({
  ...tableFrame(table, place, 'price.table-percent'),
  kind: 'price_change',
  valueStart: place.cell.start + q.start,
  valueEnd: place.cell.start + q.end,
  direction: falls ? 'decrease' : 'increase',
  min: q.min,
  max: q.max,
  unit: 'percent',
  effective: sinceWhen(table, place),
});

/** Since when a move holds: as its column says, or its row, or the words above. */
const sinceWhen = (table: Table, place: Place): string | null =>
  dayOfHead(table, place) ?? dayOfRow(table, place) ?? effectiveDate(table.article, table.reading, null);

/** "From 1 April" over new prices: since when; null where the head does not say. */
function dayOfHead({ article, reading }: Table, { head }: Place): string | null {
  if (!/\d/.test(head.text) || !NEW.test(head.text)) return null;
  let previous: string | null = null;
  for (let i = reading.index - 1; i >= 0 && i >= reading.index - 6 && previous === null; i--)
    previous = article.reading(i).dates.findLast(({ explicit }) => explicit)?.iso ?? null;
  const day = scanDates(head.text, { published: article.published, previous }).find(({ comparison }) => !comparison);
  return day?.grain === 'day' || day?.grain === 'month' ? day.iso : null;
}

/** A column of what prices were beside one of what they are: "Old" and "New", "Price per hour" and "New price per hour". */
const isOld = (table: Table, head: Cell): boolean =>
  (!tellsBoth(head) &&
    (OLD.test(head.text) || NOW.test(head.text)) &&
    table.header.some((cell) => cell !== head && isNew(table, cell))) ||
  (head.text !== '' && table.header.some((cell) => withoutNew(cell.text) === head.text));

/** "Now", 现价, 当前价格 are what prices are, but for a column of what they will be beside it: "From 1 April", 新价. */
const isNew = ({ header }: Table, head: Cell): boolean =>
  NEW.test(head.text) &&
  !tellsBoth(head) &&
  !(NOW.test(head.text) && header.some((cell) => NEW.test(cell.text) && !NOW.test(cell.text)));
const NOW = /^now\b|^(?:现价|现行|当前|目前)/;

/** "输入（原价→现价）": the head of a column whose cells hold both. */
const tellsBoth = ({ text }: Cell): boolean => ARROW.test(text) && OLD.test(text);

/** "new price per hour" without its first word; null for a head that begins otherwise. */
const withoutNew = (head: string): string | null => /^(?:new|updated|revised) (.+)$/.exec(head)?.[1] ?? null;

/** A column that only says what prices were: those beside it are the new ones, whatever they are called. */
const wasBefore = ({ header }: Table): boolean =>
  header.some((cell) => BEFORE.test(cell.text)) && !header.some((cell) => NEW.test(cell.text));
const BEFORE = /^(?:old|previous|before|former)\b|^(?:调整前|此前|降价前|涨价前|调价前|旧价|旧版价格|原刊例)/;

/** "| Price increase range | 2.3x–4.5x |" */
const byMetric = (table: Table, place: Place): Draft[] | null =>
  metricMove(place)?.map((move) => ({
    ...tableFrame(table, place, 'price.table-percent'),
    kind: 'price_change' as const,
    ...move,
    object: table.article.document.body.slice(place.label.start, place.label.end),
    effective: dayOfRow(table, place),
    reasons: ['table cell', 'the label speaks of prices that move'],
    confidence: 0.85,
  })) ?? null;

/** "| P5 | 44% | 45% |" under an announcement of lower prices: a table of nothing but percentages tells of each how far. Null for any other. */
function byTopic(table: Table, place: Place): Draft[] | null {
  const [q, ...others] = ONLY_PERCENT.test(place.cell.text) ? scanQuantities(place.cell.text) : [];
  // What the row is of may take two columns: "| P5 | H100 | 44% | 45% |".
  const from = place.row.findIndex(({ text }, i) => i > 0 && text !== '' && ONLY_PERCENT.test(text));
  if (q?.unit !== 'percent' || others.length > 0 || from > 2) return null;
  if (!place.row.slice(from).every(({ text }) => ONLY_PERCENT.test(text))) return null;
  const about = `${table.article.titleText} ${table.caption}`;
  const [falls, rises] = [FALLS.test(about), RISES.test(about)];
  if (falls === rises || NO_MOVE.test(about)) return null;
  return [
    {
      ...percentOf(table, place, q, falls),
      reasons: ['table cell', 'the words above speak of prices that move'],
      confidence: 0.8,
    },
  ];
}
const ONLY_PERCENT = /^(?:up to |about |~)?[-+]?\d+(?:\.\d+)? ?%$|^[-–—]?$/;
const FALLS =
  /\b(?:price|pricing|rate) (?:cuts?|reductions?|drops?|decreases?)\b|\b(?:cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|slash(?:es|ed|ing)?) (?:[\w-]+ ){0,4}(?:prices?|pricing|rates)\b|降价|下调/;
const RISES =
  /\b(?:price|pricing|rate) (?:hikes?|increases?|rises?)\b|\b(?:rais(?:es?|ed|ing)|increas(?:es?|ed|ing)|hik(?:es?|ed|ing)) (?:[\w-]+ ){0,4}(?:prices?|pricing|rates)\b|涨价|上调/;
/** Shares, margins and growth are told in percent as well. */
const NO_MOVE =
  /\b(?:shares?|margins?|growth|revenue|sales|spending|profits?|utili[sz]ation|accuracy|benchmarks?|uptime)\b|份额|毛利|增速|利用率/;

/** "+10%" where the new price should stand. */
function byPercent(table: Table, place: Place): Draft[] | null {
  const match = /^(?:up |down )?([+-])?\d+(?:\.\d+)? ?%(?: ?(?:to|-|–|~) ?[+-]?\d+(?:\.\d+)? ?%)?$/.exec(
    place.cell.text,
  );
  const [q] = match ? scanQuantities(place.cell.text) : [];
  if (!match || !q || (match[1] === undefined && !/^(?:up|down)/.test(match[0]))) return null;
  return [
    {
      ...percentOf(table, place, q, match[1] === '-' || match[0].startsWith('down')),
      reasons: ['table row', 'percentage in the column of new prices'],
      confidence: 0.85,
    },
  ];
}

function fromOldColumn(table: Table, place: Place, sameMeter = false): Draft[] | null {
  const columns = oldColumns(table, place);
  const made = columns.flatMap((column) => fromColumn(table, place, column, columns.length > 1, sameMeter));
  return made.length === 0 ? null : made;
}

/** Changes from the price under an old head to the one in its place; `ofSeveral` where what had prices of its own now has one. */
function fromColumn(table: Table, place: Place, column: number, ofSeveral: boolean, sameMeter: boolean): Draft[] {
  const cell: Cell | undefined = place.row[column];
  const head = table.header[column];
  if (!cell || !head) return [];
  const old = pricesIn(table, { ...place, cell, head, column });
  const stated = pricesIn(table, place);
  if (old.length === 0 && stated.length === 0) return bareChange(table, place, cell);
  // "Current (USD per TB)" beside "From 1 May": the unit of both.
  const now = stated.length > 0 || NEW.test(cell.text) ? stated : pricesIn(table, { ...place, head });
  const name = ofSeveral ? OF_OLD.exec(table.article.document.body.slice(head.start, head.end))?.[1] : undefined;
  const [from, to] = [old[0], now[0]];
  // What one of several cost before is what they all cost now: it stays.
  if (name !== undefined && from && to && from.q.min !== null && from.q.min === to.q.min)
    return [
      {
        ...changeOf(table, place, from, to, cell.start + from.q.start, cell.start + from.q.end),
        kind: 'price_quote',
        object: name,
        direction: null,
        oldValue: null,
        effective: null,
        reasons: ['table row', 'new price as the old'],
      },
    ];
  return moves(old, now, sameMeter).map((move) => ({
    ...changeOf(table, place, move.from, move.to, place.cell.start + move.to.q.start, place.cell.start + move.to.q.end),
    ...(name === undefined ? {} : { object: name }),
    growth: percentBeside(table, place, isRise(move.from.q, move.to.q)),
    reasons: ['table row', 'old price beside the new'],
  }));
}
/** "Chat, until then" */
const OF_OLD = /^(.{2,40}?) ?[,(/]/;

/** "€11.99" and "€15.99" under "Old" and "New", and nothing that says for what time: a change all the same. */
function bareChange(table: Table, place: Place, cell: Cell): Draft[] {
  const [old, ...others] = scanQuantities(cell.text);
  const [now, ...more] = scanQuantities(place.cell.text);
  if (old?.unit !== 'money' || now?.unit !== 'money' || others.length > 0 || more.length > 0) return [];
  if (
    old.large ||
    now.large ||
    old.currency !== now.currency ||
    old.min === null ||
    now.min === null ||
    old.min === now.min
  )
    return [];
  const at = place.cell.start;
  return [
    {
      ...moveOf(table, place, old, now, at + now.start, at + now.end),
      unit: now.currency,
      reasons: ['table row', 'old price beside the new', 'no unit'],
      confidence: 0.8,
    },
  ];
}

/** "$2.99 → $2.69", "0.30 (was 0.20)" in a cell: from the one to the other. Null for a cell that tells of one price. */
function withinCell(table: Table, place: Place): Draft[] | null {
  const { text, start } = place.cell;
  const [arrow, was] = [ARROW.exec(text), WAS.exec(text)];
  const at = arrow ? arrow.index + arrow[0].length : 0;
  const part = (from: number, to: number): Cell => ({
    start: start + from,
    end: start + to,
    text: text.slice(from, to),
  });
  const parts = arrow
    ? { old: part(0, arrow.index), now: part(at, text.length) }
    : was?.[1] !== undefined
      ? {
          old: part(was.index + was[0].indexOf(was[1]), was.index + was[0].lastIndexOf(was[1]) + was[1].length),
          now: part(0, was.index),
        }
      : null;
  if (parts === null) return null;
  const now = pricesIn(table, { ...place, cell: parts.now });
  const told = pricesIn(table, { ...place, cell: parts.old });
  const old = told.length > 0 ? told : inUnitOf(parts.old, now);
  const pairs = moves(old, now, true);
  return pairs.length === 0
    ? null
    : pairs.map(({ from, to }) => ({
        ...changeOf(table, place, from, to, parts.now.start + to.q.start, parts.now.start + to.q.end),
        reasons: ['table cell', 'old price and new in one cell'],
      }));
}
/** "0.8 → 4.505 元/百万 tokens": a bare old price, in the unit of the one new price. */
function inUnitOf({ text }: Cell, [now, another]: readonly PriceInCell[]): PriceInCell[] {
  const [q, more] = /^[\d.]+ ?$/.test(text) ? scanQuantities(text) : [];
  return now && !another && q && !more ? [{ ...now, q: { ...q, currency: now.q.currency, rate: now.q.rate } }] : [];
}

const ARROW = / ?(?:→|➔|⇒|-{1,2}>|=>) ?/;
const WAS =
  / ?[(（] ?(?:was|(?:down|up) from|from|previously|formerly|before:?|原价?|此前|旧价?)[:：]? ?([^()（）]+?) ?[)）]$/;

interface Move {
  readonly from: PriceInCell;
  readonly to: PriceInCell;
}

/** Old prices and new ones, one by one in their order; those that stayed are none. */
const moves = (old: readonly PriceInCell[], now: readonly PriceInCell[], sameMeter: boolean): Move[] =>
  (old.length === now.length ? now : now.slice(0, 1)).flatMap((to, index) => {
    const from = old[index];
    if (from === undefined || to.q.min === null || from.q.min === null || to.q.min === from.q.min) return [];
    // "输出" beside "调价前输入": not what it was before.
    return sameMeter && (to.meter !== from.meter || to.currency !== from.currency) ? [] : [{ from, to }];
  });

const isRise = (from: Quantity, to: Quantity): boolean => Number(to.min) > Number(from.min);

const changeOf = (
  table: Table,
  place: Place,
  from: PriceInCell,
  to: PriceInCell,
  valueStart: number,
  valueEnd: number,
): Omit<Draft, 'reasons'> => ({
  ...moveOf(table, place, from.q, to.q, valueStart, valueEnd),
  unit: to.currency,
  meter: to.meter,
  per: to.rate.per,
  confidence: 0.9,
});

/** From what to what, and since when; in which money and per what, its reader adds. */
const moveOf = (
  table: Table,
  place: Place,
  from: Quantity,
  to: Quantity,
  valueStart: number,
  valueEnd: number,
): Omit<Draft, 'unit' | 'reasons' | 'confidence'> => ({
  ...tableFrame(table, place, 'price.table-change'),
  kind: 'price_change',
  valueStart,
  valueEnd,
  direction: isRise(from, to) ? 'increase' : 'decrease',
  min: to.min,
  max: to.max,
  oldValue: from.min,
  effective: sinceWhen(table, place),
});

/** Where the old price stands: under the old column of the same meter, where there is one for each; under several, where what they name is now priced alike. */
function oldColumns({ header, ...table }: Table, { head }: Place): number[] {
  const meters = (text: string): string =>
    sidesIn(text, 0, text.length)
      .map(({ side }) => side)
      .join();
  const named = header.findIndex((cell) => cell.text === withoutNew(head.text));
  if (named >= 0) return [named];
  const was = header.flatMap((cell, i) => (OLD.test(cell.text) || isOld({ header, ...table }, cell) ? [i] : []));
  const own = was.filter((i) => meters(header[i]?.text ?? '') === meters(head.text));
  const alike = own.length > 1 && ALIKE.test(head.text);
  return alike ? own : (own.length > 0 ? own : was).slice(0, 1);
}
const ALIKE = /^(?:both|all|either|same|one price|single|unified)\b/;

/** The change that a row tells by its old and its new price; null where it has not both. */
function movedTo(table: Table, { label, row }: Place): Draft[] | null {
  const column = table.header.findIndex((head) => NEW.test(head.text));
  const [cell, head] = [row[column], table.header[column]];
  return cell && head ? fromOldColumn(table, { cell, head, label, row, column }) : null;
}

const SIGNED = /^[-+−–]\d+(?:\.\d+)? ?%$/;
const UNSIGNED = /^[~≈]?\d+(?:\.\d+)? ?%$/;
/** "Price (Jan 2025)", "Launch price": a head that says when. */
const OF_A_TIME =
  /20\d\d|\b(?:launch|release|debut|start|peak|today|now|then|ago|current|original|initial|latest)\b|发布|首发|上线|峰值|高点|如今|[年月初末]/;
/** A rounded percentage may be off by so much. */
const ROUNDED = 1.5;
/** "| $0.35/hr | $0.31/hr | -11.4% |" under "April" and "May", "| $15 | $3 | 80% |" under "At launch", "Today" and "Reduction": two prices of a row whose move the percentage behind them says. Null elsewhere. */
function borneOut(table: Table, place: Place): Draft[] | null {
  const { row, column } = place;
  const timed = table.header.some(({ text }) => OF_A_TIME.test(text));
  const at = row.findIndex(
    ({ text }, i) => SIGNED.test(text) || (timed && UNSIGNED.test(text) && MOVE.test(table.header[i]?.text ?? '')),
  );
  if (at < 2 || column > at) return null;
  const priced = row.slice(0, at).flatMap((cell, i) => {
    const head = table.header[i];
    const [price, another] = i > 0 && head ? pricesIn(table, { ...place, cell, head, column: i }) : [];
    return price && !another ? [{ price, at: i }] : [];
  });
  const [from, to, third] = priced;
  if (!from || !to || third || from.price.meter !== to.price.meter || from.price.currency !== to.price.currency)
    return null;
  const text = row[at]?.text ?? '';
  const moved = (Number(to.price.q.min) / Number(from.price.q.min) - 1) * 100;
  const rises = SIGNED.test(text) ? text.startsWith('+') : moved > 0;
  const said = Number(text.replace(/^[-+−–~≈]|[ %]/g, '')) * (rises ? 1 : -1);
  if (Math.abs(said - moved) > ROUNDED || moved === 0) return null;
  if (column !== to.at) return column === from.at || column === at ? [] : null;
  const { start } = place.cell;
  const change = changeOf(table, place, from.price, to.price, start + to.price.q.start, start + to.price.q.end);
  // Under "April" and "May" the change is of May.
  const [since, before] = [place.head, table.header[from.at]].map((head) =>
    scanDates(head?.text ?? '', { published: table.article.published, previous: null }).find((d) => !d.comparison),
  );
  return [
    {
      ...change,
      effective: since?.iso ?? (before ? null : (change.effective ?? null)),
      growth: said,
      reasons: ['table row', 'two prices and how far they are apart'],
    },
  ];
}

/** "+193%" in a column of changes: the growth of the row's own two prices. */
function percentBeside(table: Table, { row }: Place, rises: boolean): number | null {
  const told =
    row[table.header.findIndex((head) => MOVE.test(head.text) && !NEW.test(head.text) && !OLD.test(head.text))];
  // "| Movement |", "| Δ |": whatever its head is called, a cell of nothing but a signed percentage.
  const cell = told ?? row.find(({ text }) => SIGNED.test(text));
  const q = cell ? scanQuantities(cell.text)[0] : undefined;
  if (q?.unit !== 'percent') return null;
  const size = Number(q.min ?? q.max);
  return rises ? size : -size;
}
