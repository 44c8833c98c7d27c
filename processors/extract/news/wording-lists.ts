import type { Edit } from './edited.ts';
import { matches } from './text.ts';

/** What bare figures are in: 元/百万tokens, 美元/卡时, 万亿tokens, 万卡, GW. */
const PRICE =
  '(?<money>[万萬]元|美元|[欧歐]元|港元|元|USD|US\\$|RMB|CNY|\\$|¥|￥) ?(?:[/／]|每) ?(?<per>(?:百[万萬]|千|[万萬]|1?[MmKk])? ?个?(?:[Tt]okens?|TOKENS?|[词詞]元)|1?M(?![A-Za-z])|M[Tt]ok|(?:每)?(?:卡[·/／]?[时時]|GPU ?小?[时時]|小[时時]|[时時]|hr?\\b)|(?:[台臺]|卡|[张張]|GPU)[·/／]?(?:小[时時]|月)|[GT]i?B(?:[·/／]月)?|月|年)';
const COUNT =
  '(?<count>(?:[万萬][亿億]|[千百]?[亿億]|[TB]) ?(?:[Tt]okens?|[词詞]元)|[万萬]?(?:卡|[张張]|[颗顆])|[GM]W|吉瓦|兆瓦)';
/** 单位, 均为 and what else stands in a bracket or behind a colon beside the unit. */
const UNIT = new RegExp(
  `(?:[（(【\\[,，、：: ]|[单單]位|均[为為爲]|均按|以|[为為爲]|按)(?:${PRICE}|${COUNT})(?=[）)】\\],，、。；;：: ]|计|$)`,
);
/** A line that has sums of its own announces none. */
const SUM = /[$¥￥]\d|\d ?[万亿萬億]*(?:美|[欧歐]|港)?元|\d ?(?:[万亿萬億]+ ?)?[Tt]oken/;
const SIDES = /[缓緩快]存(?:命中)?|[输輸]入|[输輸]出|[Ii]nput|[Oo]utput|[Cc]ached?/g;

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
/** 13.5, 13.5—16.2 */
const FIGURE = `${NUMBER}(?: ?[-–—~～] ?${NUMBER})?`;
const JOINT = ' ?(?:[/／,，、]|→|->) ?';
const FIGURES = `(?<figures>${FIGURE}(?:${JOINT}${FIGURE}){0,2})`;
const NAME = '[^\\n|：:，,。；;、$¥￥（(/／]{1,40}?(?:[（(][^（）()\\d]{1,12}[）)])?';
const ASIDE = '(?:[（(][^（）()]*[）)])?[，,。；;]?';
/** Columns that only space keeps apart, and 火山引擎180 where the space is taken out. */
const APART = '[ \\u3000\\t]{2,}|[ \\u3000\\t](?=\\d[\\d.,]* ?[-–—~～] ?\\d)|(?<=[\\u4e00-\\u9fff])(?=\\d)';
const ITEM = new RegExp(
  `^[ \\t>]*(?:[-*+•·・･‧∙●▪◦‣■]|\\d{1,2}[.)、])? ?(?<name>${NAME})(?: ?(?:[:：]|——?|–| - ) ?|${APART})${FIGURES} ?${ASIDE}$`,
);
const PART = new RegExp(
  `^ *(?<name>${NAME})(?:[:：]| +|(?<=[\\u4e00-\\u9fff])) ?${FIGURES} *(?:[（(][^（）()]*[）)])? *$`,
);
/** A card is also called by its number. */
const NAMES = /[A-Za-z\u4e00-\u9fff]|^ *[345]0[6-9]0 *$/;

interface Unit {
  /** Where the line says 万 or 万亿, which then count nothing there; null where it says none. */
  readonly scale: { readonly start: number; readonly end: number } | null;
  readonly behind: string;
  readonly ofTokens: boolean;
  readonly sides: readonly string[];
}

/** The unit a line announces for what is listed below it or behind its colon; null where it announces none. */
function unitOf(line: string): Unit | null {
  const match = UNIT.exec(line);
  const g = match?.groups;
  if (!match || !g || SUM.test(line.slice(0, match.index))) return null;
  const per = g['per'];
  const tokens = per !== undefined && /[Tt]ok|TOK|[词詞]元|^1?M$/.test(per);
  const money =
    { USD: '美元', US$: '美元', $: '美元', RMB: '元', CNY: '元', '¥': '元', '￥': '元' }[g['money'] ?? ''] ??
    g['money'];
  const scale = per === undefined ? /^(?:[万萬][亿億]|[千百]?[亿億]|[万萬])/.exec(g['count'] ?? '') : null;
  const counted = scale ? match.index + match[0].indexOf(g['count'] ?? '') : -1;
  return {
    scale: scale ? { start: counted, end: counted + scale[0].length } : null,
    behind:
      per === undefined
        ? `${g['count'] ?? ''}${/[张張颗顆]$/.test(g['count'] ?? '') && OF_CARDS.test(line) ? 'GPU' : ''}`
        : `${money}/${tokens && /^1?M/.test(per) ? '百万tokens' : per.replace(/^(?:[台臺]|卡|[张張]|GPU)[·/／]?(?=月)/, '')}`,
    ofTokens: tokens,
    sides: tokens ? matches(SIDES, line).map(([said]) => sideOf(said)) : [],
  };
}

/** 各家日均Token（单位：万亿）: the scale alone, in or under a line that says what is counted. */
const SCALE = /(?:[单單]位[:：为是]? ?|[（(])(?<scale>[万萬][亿億]|[千百]?[亿億])(?= ?[)）:：]| ?$)/;
const OF_TOKENS = /[Tt]oken|TOKEN|[词詞]元/;
function tokensOf(line: string, above: string): Unit | null {
  const scale = SCALE.exec(line)?.groups?.['scale'];
  if (scale === undefined || !(OF_TOKENS.test(line) || (line.length < 16 && OF_TOKENS.test(above)))) return null;
  return { scale: null, behind: `${scale}tokens`, ofTokens: false, sides: [] };
}

/** 各家手里的卡（单位：万张） */
const OF_CARDS = /卡|芯片|晶片|加速|GPU|TPU|NPU/;

const sideOf = (said: string): string =>
  /[缓緩快]存|ached?/.test(said) ? '缓存' : /[输輸]入|nput/.test(said) ? '输入' : '输出';

/** The figures of one item, each with the unit of its list; empty where they cannot be told apart. */
function withUnit(at: number, figures: string, { behind, ofTokens, sides }: Unit): Edit[] {
  const numbers = matches(new RegExp(FIGURE, 'g'), figures);
  const moved = /→|->/.test(figures);
  if (moved && numbers.length !== 2) return [];
  if (!ofTokens && numbers.length > 1 && !moved) return [];
  const said =
    moved || numbers.length === sides.length
      ? sides
      : sides.length === 0
        ? sidesInTurn(numbers.map(([number]) => Number(number.replaceAll(',', ''))))
        : null;
  if (ofTokens && (said === null || (numbers.length === 1 && said.length !== 1) || (moved && said.length > 1)))
    return [];
  return numbers.flatMap((number, i): Edit[] => {
    const [start, end] = [at + number.index, at + number.index + number[0].length];
    const next = numbers[i + 1];
    const side = ofTokens ? ((moved ? (i === 0 ? said?.[0] : '') : said?.[i]) ?? '') : '';
    return [
      ...(side === '' ? [] : [{ start, end: start, text: side }]),
      { start: end, end: next && !moved ? at + next.index : end, text: next && !moved ? `${behind}，` : behind },
    ];
  });
}

/** 1/5, 6.5 / 1.1 / 27: input and output, and the cheapest of three is what is cached; null for other rows. */
function sidesInTurn(prices: readonly number[]): readonly string[] | null {
  const [first = 0, second = 0, third] = prices;
  if (prices.length === 2) return ['输入', '输出'];
  if (third === undefined || Math.max(first, second) >= third) return null;
  return first < second ? ['缓存', '输入', '输出'] : ['输入', '缓存', '输出'];
}

const withoutScale = ({ scale }: Unit, start: number): Edit[] =>
  scale ? [{ start: start + scale.start, end: start + scale.end, text: '' }] : [];

const WAY = /[输輸]入|[输輸]出|[缓緩快]存|[Ii]nput|[Oo]utput/;

/** 模型定价（$/百万tokens）over 某模型：1/5; GPU时租（美元/卡时）：H100 2.1，H200 2.9: bare figures of a list whose unit is said once. */
export function listEdits(body: string, title = ''): Edit[] {
  if (!MAY_SAY.test(title) && !MAY_SAY.test(body)) return [];
  const edits: Edit[] = [];
  // 日均Token（单位：万亿）: a title may say it of the items that a text begins with.
  const titled = unitOf(title) ?? tokensOf(title, '');
  let unit: Unit | null = titled && { ...titled, scale: null };
  /** What of the line that announces it is taken out where an item follows. */
  let scale: Edit[] = [];
  let at = 0;
  let above = '';
  /** Items of bare figures whose unit may be said right below them. */
  let waiting: { readonly at: number; readonly figures: string }[] = [];
  for (const line of body.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const { name = '', figures = '' } = ITEM.exec(line)?.groups ?? {};
    if (NAMES.test(name) && !WAY.test(name)) {
      const figuresAt = start + line.indexOf(figures, line.indexOf(name) + name.length);
      const nameEnd = start + line.indexOf(name) + name.length;
      const colon = SPACE.test(body.slice(nameEnd, figuresAt)) ? [{ start: nameEnd, end: figuresAt, text: '：' }] : [];
      if (unit) {
        const made = withUnit(figuresAt, figures, unit);
        edits.push(...scale.splice(0), ...(made.length > 0 ? colon : []), ...made);
      } else waiting.push({ at: figuresAt, figures });
      continue;
    }
    unit = line.includes('|') || line.length > 300 ? null : (unitOf(line) ?? tokensOf(line, above));
    above = line;
    // （单位：元/百万tokens，依次为输入、输出） below the list it is said of.
    const behind = unit?.ofTokens && waiting.length > 1 && SAID_BELOW.test(line.trim()) ? unit : null;
    if (behind) edits.push(...waiting.flatMap((one) => withUnit(one.at, one.figures, behind)));
    waiting = [];
    if (behind) unit = null;
    if (!unit) continue;
    scale = withoutScale(unit, start);
    const made = inLine(line, start, unit);
    if (made.length > 0) edits.push(...scale.splice(0), ...made);
    if (!/[：:）)】\]*]\s*$|^#/.test(line.trim()) && !(line.length < 60 && UNIT_FIRST.test(line))) unit = null;
  }
  return edits;
}
const SPACE = /^[ \u3000\t]*$/;
const SAID_BELOW = /^[（(【[*_ ]*(?:注[:：]?|以上)?[^。；;：:]{0,8}(?:[单單]位|[价價]格|均[为為])/;
/** 单位：元/百万tokens，顺序为输入 / 缓存 / 输出 */
const UNIT_FIRST = /^[（(【[*_> ]*[单單]位/;
const MAY_SAY =
  /(?:元|[$¥￥]|USD|RMB|CNY) ?[/／每]|[（(：:][万萬]?(?:[亿億]|卡|[张張]|[颗顆])|[TB] ?[Tt]oken|[（(：:] ?(?:[GM]W|吉瓦|兆瓦)|[单單]位[:：为是]? ?[万萬千百]?[亿億](?![美港欧]?元)|[（(][万萬]?[亿億][）)]/;

/** H100 2.1，H200 2.9 behind the colon of the line that says the unit, or in front of the bracket that ends it. */
function inLine(line: string, start: number, unit: Unit): Edit[] {
  const match = UNIT.exec(line);
  if (!match) return [];
  const behind = line.slice(match.index).search(/[：:][^：:]*\d/);
  const from =
    behind >= 0
      ? match.index + behind + 1
      : line.lastIndexOf('：', match.index) + 1 || line.lastIndexOf(':', match.index) + 1;
  const to = behind >= 0 ? line.length : match.index;
  if (from >= to) return [];
  const list = line.slice(from, to).replace(/[。.；;]\s*$/, '');
  const found: Edit[] = [];
  let at = start + from;
  const parts = list.split(/[，,、；;]/);
  if (parts.length < 2) return [];
  for (const part of parts) {
    const { name = '', figures = '' } = PART.exec(part)?.groups ?? {};
    if (!NAMES.test(name) || WAY.test(name)) return [];
    const made = withUnit(at + part.indexOf(figures, part.indexOf(name) + name.length), figures, unit);
    if (made.length === 0) return [];
    found.push(...made);
    at += part.length + 1;
  }
  return found;
}
