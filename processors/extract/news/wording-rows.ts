import { before, say, type Wording } from './wording-rule.ts';

const NUMBER = '-?\\d[\\d,]*(?:\\.\\d+)?';

/** 26年 in four digits. */
const year = (digits: string): number => Number(digits.length === 2 ? `20${digits}` : digits);

/** Years that follow each other: 2026/2027/2028年, 26/27/28年, 2026E、2027E、2028E. */
const successive = (list: string): readonly [number, number] | null => {
  const years = (list.match(/\d+/g) ?? []).map(year);
  const first = years[0] ?? 0;
  return years.every((y, i) => y === first + i) ? [first, first + years.length - 1] : null;
};

/** 输入4元、输出20元，Lite 0.6/3.6: the pair of the next model, in the money of the one before it. */
const NEXT_PAIR: Wording = {
  pattern:
    /[,，;；、]( ?[A-Za-z\u4e00-\u9fff][^,，;；、。:：\n/／]{0,20}?[:：]? ?)(?<![\d.])(\d+(?:\.\d+)?) ?[/／] ?(\d+(?:\.\d+)?)(?= ?(?:[,，;；、。\n]|$))/g,
  edit: (match, body) => {
    const [, name = '', low = '', high = ''] = match;
    const lead = before(body, match.index, 120).replace(/^.*\n/s, '');
    const money = IN_AND_OUT.exec(lead)?.[1];
    const start = match.index + 1 + name.length;
    return money === undefined || !/[A-Za-z\u4e00-\u9fff]/.test(name) || Number(low) >= Number(high)
      ? null
      : { start, end: match.index + match[0].length, text: `输入${low}${money}、输出${high}${money}` };
  },
};
const IN_AND_OUT = /[输輸]入[^\n]{0,20}?\d ?((?:美|[欧歐])?元)[^\n]*?[输輸]出[^\n]{0,16}?\d ?\1[^\n]{0,80}$/;

/** How Chinese analysts write rows: sums and years between slashes, in their order. */
export const ROWS: readonly Wording[] = [
  NEXT_PAIR,
  // 52.3/68.9/88.1亿元, 319、426和550亿: each of them.
  say(
    new RegExp(
      `(?<![\\d.,/$€£¥￥:：-])(${NUMBER}(?: ?[/／] ?${NUMBER})+) ?([万萬][亿億]|[千百]?[亿億]|[千百]?[万萬])((?:美|港|[欧歐]|日)?元|人民[币幣])?`,
      'g',
    ),
    (match, body) => {
      const sums = (match[1] ?? '').split(/ ?[/／] ?/).map((sum) => `${sum}${match[2]}${match[3] ?? ''}`);
      return `${/分别[^,，。;；\d]{0,8}$/.test(before(body, match.index, 12)) ? '' : '分别'}${sums.join('、')}`;
    },
  ),
  // 349、357和304亿美元
  say(
    new RegExp(
      `(?<![\\d.,、/第$€£¥￥:：年月-]|^|\\n)(?<![年月日]份? ?)(${NUMBER}(?: ?、 ?${NUMBER})*) ?([、和与及]) ?(${NUMBER}) ?([万萬][亿億]|[千百]?[亿億])((?:美|港|[欧歐]|日)?元)`,
      'gm',
    ),
    (match) =>
      /[、]/.test(match[1] ?? '') || match[2] === '、'
        ? `${(match[1] ?? '').replace(new RegExp(NUMBER, 'g'), (sum) => `${sum}${match[4]}${match[5]}`)}${match[2]}${match[3]}${match[4]}${match[5]}`
        : null,
  ),
  // 标准68元 / 加强200元 / 高级500元连续包月: each by the month.
  say(
    /(?<=\d) ?元 ?[/／](?! ?(?:[个個]?[年月日天周週]|[百千万]|[小时時卡张張台次人席件条]|GPU|[GTM]i?B?\b|[Tt]oken))(?= ?[^\d,，。;；/／\n]{1,12}?\d[\d.]* ?元(?: ?[/／、] ?[^\d,，。;；/／\n]{1,12}?\d[\d.]* ?元)* ?(?:[连連][续續])?(?:包月|[/／每] ?[个個]?月))/g,
    '元/月、',
  ),
  say(/(?<=\d) ?元 ?[連连][续續]包月(?!费)/g, '元/月'),
  // 2.35美元/卡时（上周2.20）: what a price was.
  say(
    /(?<=元 ?[/／每][^,，。;；（()\n]{1,14}[（(])(?:上(?:[个個]?[周週月]|季度?)|去年(?:同期|底|末)?|年初|(?:[半一两兩三\d]+[个個]?)[年周週月]前)(?:[为為爲]|[还還]?是|只要)? ?(?=[$¥￥]?\d[\d.]*(?:美?元)?(?:[/／][^（()）\n]{1,10})?[)）])/g,
    '此前',
  ),
  // +67%/+107%/-52%
  say(/(?<![\d.%/-])[+＋-]?\d[\d.]*[%％](?: ?[/／] ?[+＋-]?\d[\d.]*[%％])+/g, (match) =>
    match[0].replace(/ ?[/／] ?/g, '、'),
  ),
  // 26-28年归母净利润, 25A-27E年营收
  say(
    /(?<![\d.,/／年-])([2-4]\d)[AE]? ?[-–~～—至到] ?([2-4]\d)[AE]?(?=年(?:公司|的|实现|實現)*(?:[营營]|收入|[归歸]|[净淨][利收]|利润|利潤|EPS|资本|資本|CAPEX|业绩|業績|盈利|每股|分[别別]))/gi,
    (match) => {
      const [from, to] = [year(match[1] ?? ''), year(match[2] ?? '')];
      return to > from && to - from < 5 ? `${from}年-${to}` : null;
    },
  ),
  // FY25/26/27收入, 2025/26/27财年, 2026财年、2027财年、2028财年…分别: of fiscal years.
  say(
    /(?<![\w.,/／-])(?:FY ?(?:20)?[2-4]\d[AE]?(?: ?[/／、] ?(?:FY ?)?(?:20)?[2-4]\d[AE]?)+(?: ?[财財]?年)?(?= ?[\u4e00-\u9fff])|20[2-4]\d(?: ?[/／、] ?(?:20)?[2-4]\d)+ ?(?:[财財]年|[会會]计年度|財政年度)|20[2-4]\d ?[财財]年(?: ?[、和及] ?20[2-4]\d ?[财財]年)+(?=[^,，。;；]{0,14}分[别別]))/g,
    (match, body) => {
      const years = successive(match[0]);
      // FY2026/27 is one year, where no row of sums follows.
      const rows = /\d ?[/／、] ?-?\d|分[别別]/.test(body.slice(match.index + match[0].length).slice(0, 24));
      return years && (rows || years[1] - years[0] > 1) ? `FY${years[0]}-FY${years[1]}` : null;
    },
  ),
  // 2026/2027/2028年, 2026E/2027E
  say(
    /(?<![\d.,/／-])(?:FY)?(?:20\d\d|[2-4]\d)[AE]?(?:[/／、](?:FY)?(?:20\d\d|[2-4]\d)[AE]?)+(?=年(?!期|间))|(?<![\d.,/／-])(?:FY)?20\d\d[AE]?(?:[/／、](?:FY)?20\d\d[AE]?)+(?! ?(?:财年|会计年度|财政年度)|[\d./／])/gi,
    (match) => {
      const years = successive(match[0]);
      return years && `${years[0]}年-${years[1]}`;
    },
  ),
];
