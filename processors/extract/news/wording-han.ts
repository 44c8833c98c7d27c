import { before, say, type Wording } from './wording-rule.ts';

const HAN_DIGIT = '一二三四五六七八九';
const digit = (han: string | undefined): number =>
  han === '两' || han === '兩' ? 2 : HAN_DIGIT.indexOf(han ?? ' ') + 1;
const number = (han: string): number => {
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
  return (han.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0) + (ones ? digit(ones) : 0);
};
/** Not behind one of these: part of a longer number, or of a count. */
const alone = (match: RegExpExecArray, body: string, within: RegExp): boolean =>
  !within.test(before(body, match.index, 1));
/** Digits of either width. */
const narrow = (digits: string | undefined): number =>
  Number(
    (digits ?? '')
      .replace(/[,，]/g, '')
      .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  );
/** A line that speaks of tokens, or of what goes in and comes out. */
const ofTokens = (body: string, at: number): boolean => {
  const start = body.lastIndexOf('\n', at) + 1;
  const end = body.indexOf('\n', at);
  return /tokens?|词元|输入|输出/i.test(
    body.slice(Math.max(start, at - 160), Math.min(end < 0 ? body.length : end, at + 80)),
  );
};
/** 分别 before sums of one clause, or as many names between slashes: Lite/Pro套餐由40/200元. */
function inTurn(body: string, at: number, count: number): boolean {
  const lead = before(body, at, 80).replace(/^.*[。；;\n]/s, '');
  // 输入/输出分别为2/8元: a schedule of meters, not of things.
  if (/(?:[输輸][入出]|input|output)[^,，]{0,10}(?:[输輸][入出]|input|output)/i.test(lead)) return false;
  return (
    /(?:分[别別]|依次|各)[^,，]*$/.test(lead) ||
    new RegExp(
      `(?<![/／])[^\\s/／,，:：]{1,16}(?: ?[/／] ?[A-Za-z\\u4e00-\\u9fff\\d][^/／,，:：]{0,15}){${count - 1}}[^/／,，]{0,12}$`,
    ).test(
      lead.replace(
        /[从由]?\d[\d.]*(?: ?[/／] ?\d[\d.]*)*(?:美?元)(?:[/／每][^\d,，]{1,10})?[上下]?[调調涨漲降升提][^\d,，]{0,4}$/,
        '',
      ),
    )
  );
}
/** A short line without a stop, of parts of at least four characters that only spaces keep apart. */
function isHeadline(body: string, at: number): boolean {
  const end = body.indexOf('\n', at);
  const line = body.slice(body.lastIndexOf('\n', at) + 1, end < 0 ? body.length : end).trim();
  return (
    line.length <= 48 &&
    !/[，,。；;：:、！!？?|()（）]/.test(line) &&
    line.split(/(?<=[\u4e00-\u9fff%％])[ \u3000]{1,2}(?=[\u4e00-\u9fff])/).every((part) => part.length >= 4)
  );
}
const turned = (match: RegExpExecArray, body: string): boolean => /[上下]/.test(before(body, match.index, 1));

/** What Chinese writers say in several ways, in one. */
export const CHINESE: readonly Wording[] = [
  // 百分之三十四, 三成五
  say(
    /百分之(?:([二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![点百])|(\d+(?:\.\d+)?))/g,
    (match) => `${match[2] ?? number(match[1] ?? '')}%`,
  ),
  // 三到四成, 三四成
  say(
    /([一二两兩三四五六七八])[到至~—-]?([二两兩三四五六七八九])成(?![半一二三四五六七八九不立为员本果功就长熟交品绩人都])/g,
    (match, body) =>
      digit(match[1]) < digit(match[2]) && alone(match, body, /[一二两兩三四五六七八九十百千几每第\d]/)
        ? `${10 * digit(match[1])}%到${10 * digit(match[2])}%`
        : null,
  ),
  say(
    /([一二两兩三四五六七八九])成([半一二三四五六七八九](?![成十百千万亿]))?(?![不立为员本果功就长熟交品绩人都])/g,
    (match, body) =>
      alone(match, body, /[一二两兩三四五六七八九十百千几每第\d]/) &&
      !/[一二两兩三四五六七八][到至~—-]$/.test(before(body, match.index, 2))
        ? `${10 * digit(match[1]) + (match[2] === '半' ? 5 : digit(match[2]))}%`
        : null,
  ),
  // 五万张, 三亿元
  say(/([二两兩三四五六七八九])(?=[万亿](?![一二三四五六七八九十]))/g, (match, body) =>
    alone(match, body, /[一二两兩三四五六七八九十百千万亿几数第\d.]/) ? `${digit(match[1])}` : null,
  ),
  // 1兆7397亿
  say(
    /(?<![\d０-９.])([\d０-９]{1,3}) ?兆 ?([\d０-９]{1,4}|[\d０-９][,，][\d０-９]{3}) ?(?=[億亿])/g,
    (match) => `${narrow(match[1]) * 10_000 + narrow(match[2])}`,
  ),
  // -1.05亿元到-0.88亿元: the lesser loss first, as all ranges.
  say(
    /(?<=[\u4e00-\u9fff：: ]-)(\d[\d.]*)(?=([万亿]元?) ?[至到~—])\2 ?[至到~—]+ ?-(\d[\d.]*)(?=\2)/g,
    (match) => `${match[3]}${match[2]}至${match[1]}`,
  ),
  say(/美金/g, (match, body) => (/[\d万亿]$/.test(before(body, match.index, 1)) ? '美元' : null)),
  // +5%～+34%
  say(/(?<=[+＋][\d.]{1,5}[%％]) ?[~～—–至到-] ?[+＋](?=\d)/g, () => '~'),
  // 云端季收逼近五百亿美元 资本支出再创新高: the parts of a headline.
  say(/(?<=[\u4e00-\u9fff%％])[ \u3000]{1,2}(?=[\u4e00-\u9fff])/g, (match, body) =>
    isHeadline(body, match.index) ? '，' : null,
  ),
  // What bounds a figure.
  say(/(?:大约|大概|约为|约莫)(?=[\d０-９¥$￥])/g, '约'),
  say(/(?:将近|接近)(?=[\d０-９¥$￥])/g, '近'),
  say(/不会(?:超过|超出|突破|高于|多于|逾)(?=[\d０-９¥$￥])/g, '不超过'),
  say(/(?:不[低少][于於]|不[会會][少低][于於]|起[码碼])(?=[\d０-９¥$￥])/g, '至少'),
  say(/(?:每日平均|平均每[天日])(?=的?(?:[Tt]oken|词元|消耗|处理|调用|使用|用量|约|超|近|[\d０-９]))/g, '日均'),
  say(/没(?:有)?命中/g, '未命中'),
  // 中電信上半年: the carriers as papers of Hong Kong call them.
  say(/(?<![\u4e00-\u9fff])中(?=[电電]信|移[动動]|[联聯]通)/g, '中国'),
  // 1:1 输入输出 1.5 元: one price for a mix of both.
  say(
    /(?:(?<![\d.])\d[:：]\d ?[输輸]入[输輸]出|[（(]?[输輸]入(?:[和与、/]?)[输輸]出 ?(?:比例?|按)?为? ?\d[:：]\d[）)]?)(?= ?(?:价格?|单价|为|约|[¥￥$])?[ :：]*\d)/g,
    '混合价',
  ),
  // In their order.
  say(/依次(?=(?:[为為爲]|是|[报報]|[卖賣]|[达達]到?|[上下]?[调涨降升]|[\d０-９¥$￥]))/g, '分别'),
  // 输入每百万1元: of tokens, where the line speaks of them.
  say(/每百万 ?(?=(?:[\d$¥￥]|输[入出](?! ?(?:[Tt]okens?|词元))))/g, (match, body) =>
    ofTokens(body, match.index) ? '每百万tokens ' : null,
  ),
  say(/(?<=每百万 ?)(?:input|输入) ?[/／、和] ?(?:output|输出) ?(?=tokens?|词元)/gi, ''),
  // 订阅价（每月）：某某20美元
  say(/(?<=[价價费費])[（(](?:每月|按月|[/／]月)[）)](?=[:：])/g, '月费'),
  // 口径：美元，单张 GPU，每小时: a unit of three words.
  say(
    /(美元|人民币|人民幣|欧元|歐元|元)[、，,/／ ]{1,2}[单單每](?:[张張块塊颗顆片])? ?(?:GPU|加速卡|[显顯]卡|卡)[、，,/／ ]{1,2}(?:[每按]?小[时時]|每[时時])/gi,
    (match) => `${match[1]}/卡时`,
  ),
  // 各家小时价: what each of the sums behind it buys.
  say(/(?<![每个一\d] ?)小时(?=[单均]?价|租金|费率)/g, '每小时'),
  // 10/50美元, 分别由8/12/18元/小时: each of them.
  say(/(?<![\d.,/$€£¥￥:：-])(\d+(?:\.\d+)?(?: ?[/／] ?\d+(?:\.\d+)?){1,5}) ?(美元|元)(?![/／]\d)/g, (match, body) => {
    const sums = (match[1] ?? '').split(/ ?[/／] ?/).map((sum) => `${sum}${match[2]}`);
    if (
      inTurn(body, match.index, sums.length) ||
      /^[一二三四五六\d] ?[档款]/.test(body.slice(match.index + match[0].length))
    )
      return sums.join('、');
    return sums.length <= 3 && ofTokens(body, match.index) ? sums.join('/') : null;
  }),
  // 输入6.5元（命中1.1元）→4元（命中0.8元）: two moves.
  say(
    /([¥￥$]? ?[\d.]+ ?元?) ?[（(]((?:[缓緩快]存)?命中) ?([¥￥$]? ?[\d.]+ ?元?)[）)] ?(→|->|=>) ?([¥￥$]? ?[\d.]+ ?元?) ?[（(](?:[缓緩快]存)?命中 ?([¥￥$]? ?[\d.]+ ?元?)[）)]/g,
    (m) => `${m[1]}${m[4]}${m[5]}，缓存命中${m[3]}${m[4]}${m[6]}`,
  ),
  // 6元打2.5折，折后1.5元: from the one to the other.
  {
    pattern: /折[后後](?:[价價]|[为為爲]|[仅僅]|是|只要|[约約])* ?(?=\d[\d.]* ?(?:美|[欧歐])?元)/g,
    edit: (match, body) => {
      const gap = /\d ?(?:美|[欧歐])?元( ?(?:打 ?[\d.一二三四五六七八九]{1,3} ?折)?[,，]? ?)$/.exec(
        before(body, match.index, 20),
      );
      return gap
        ? { start: match.index - (gap[1]?.length ?? 0), end: match.index + match[0].length, text: '降至' }
        : null;
    },
  },
  // How a price moves.
  say(/[调調][降低](?!频|頻)|下浮/g, (match, body) => (turned(match, body) ? null : '下调')),
  say(/[调調]高(?![达達])|[调調]升/g, (match, body) => (turned(match, body) ? null : '上调')),
  say(/[减減][价價](?![值])/g, '降价'),
  // 订阅价格有所上调：… 其他版本亦有不同幅度的上调: of the prices that the lines above speak of.
  say(
    /(?:[也亦均都]|同样)?有(?:所|不同(?:程度|幅度)|一定(?:程度|幅度)?|小幅|相应)的?(?=[上下]调|上涨|下降|提高|降低)/g,
    (match, body) =>
      /[价價费費租][^\n]*[上下]?[调調涨漲降]/.test(before(body, body.lastIndexOf('\n', match.index) + 1, 160)) &&
      !/[价價费費租量营營收利]/.test(body.slice(body.lastIndexOf('\n', match.index) + 1, match.index))
        ? `价格${match[0]}`
        : null,
  ),
  say(/走低(?![价價])|下滑/g, '下降'),
  say(/走高/g, '上涨'),
];
