import { Alternatives } from './alternatives.ts';
import { matches } from './text.ts';

const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const YEAR = '(?:19[89]|20[0-4])\\d';
const HAN_NUMBER = '[一二三四1-4首]';

/**
 * The forms of dates, tried in this order at every position; named groups tell which one matched. Those of a script are
 * tried only where it is written.
 * Order matters: longer forms stand before the forms they contain.
 */
const FORMS: readonly (readonly ['both' | 'han' | 'latin', string])[] = [
  ['both', `(?<iso>${YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![\\d-])`],
  ['both', `(?<slash>(?:${YEAR})[/.](?:0?[1-9]|1[0-2])[/.](?:0?[1-9]|[12]\\d|3[01]))(?!\\d)`],
  ['han', `(?<dotted>(?<![\\d.$¥-])20[0-4]\\d[./](?:0[1-9]|1[0-2]))(?![\\d./]| ?[万亿千百元%美倍])`],
  ['han', `(?<hrel0>(?:去|上一?|前一)年同期|去年底|去年年底)`],
  [
    'han',
    `(?<hto>截至(?:(?<htoy>${YEAR}|今|去) ?年 ?)?(?<htom>1[0-2]|0?[1-9]) ?月(?:[底末份]| ?[0-3]?\\d ?日)? ?止?的?(?<hton>三个月|第[一二三四]季度?|季[度报]|财季|六个月|半年度?|九个月|十二个月|(?:财政|财务|会计)?年度))`,
  ],
  [
    'han',
    `(?<hspan>(?:(?<hspy>${YEAR}|今|去) ?年 ?)?(?<hspa>1[0-2]|[1-9]) ?月?(?:-|~|—|至|到) ?(?<hspb>1[0-2]|[1-9]) ?月(?:份|(?! ?[0-3]?\\d ?[日号])))`,
  ],
  ['han', `(?<hmq>(?:(?<hmqy>${YEAR}) ?年 ?)?(?<hmqm>12|[369]|十二|[三六九]) ?月份?季(?:度|(?!节)))`],
  ['han', `(?<hnine>[前头首](?:三个?季度?|(?<hninem>[一二三四五六七八九十]|1[01]|[2-9]) ?个?月(?!底|初|末|份)))`],
  [
    'han',
    `(?<hzy>${YEAR}|(?<![\\d为])(?:19|2\\d|3[0-5])(?= ?年(?!期|间|来|内|[租长]|的?(?:合[同约]|协议|托管|订单)))|今|去|(?<![当目此以之])前|明|本|当|同) ?(?:年|(?<=20[0-4]\\d ?)(?=[上下]半年|第?[一二三四]个?季[度报])) ?(?:的)?(?:第)? ?(?:(?<hzm>1[0-2]|0?[1-9]) ?月份?(?: ?(?<hzd>[12]\\d|3[01]|0?[1-9]) ?[日号])?|(?<hzq>${HAN_NUMBER})个? ?季[度报]?|q(?<hzq2>[1-4])|(?<hzh>[上下])半年|(?<hzend>年?底|年?末)|(?<hzbegin>年?初(?!期))|(?<hzsame>同期)|(?<hzhalf2>h[12])|(?<hzmid>年中))?`,
  ],
  [
    'han',
    `(?:${YEAR}[/-])?(?<hfy>${YEAR}|\\d{2})? ?(?:财年|会计年度|财政年度)(?:第)?(?:(?<hfq>${HAN_NUMBER})个?(?:财务|财)?季[度报]?| ?q(?<hfq2>[1-4])|(?<hfh>[上下])半)?`,
  ],
  ['han', `(?<hfs>第?(?<hfsn>[一二三四1-4])个?财季)`],
  [
    'both',
    `(?<hfm>(?:(?<hfmy>(?<!\\d:)\\d{2}|${YEAR}) ?|(?<hfmf0>fiscal |fy ))?q(?<hfmq>[1-4]))(?![a-z0-9])(?: ?(?:of )?(?:(?<hfmf>fy ?'?|fiscal(?: year)? )(?<hfmfy>${YEAR}|\\d{2})(?!\\d)|(?<hfmy2>${YEAR}|'\\d{2})))?`,
  ],
  [
    'both',
    `(?<yq>(?:(?<yqy>${YEAR}|(?<!\\d:)\\d{2}) ?-?(?:q(?<yqq>[1-4])|h(?<yqh>[12]))|(?<yqf>fy ?)?(?<yqq2>[1-4])q(?<yqy2>\\d{4}|\\d{2})|(?<yqh2>[12])h(?<yqy3>\\d{4}|\\d{2})|h(?<yqh3>[12])[ -]?(?<yqy4>${YEAR})?))(?![a-z0-9])`,
  ],
  [
    'han',
    `(?<hsq>(?:第(?=..?季)|(?<![十百个上])(?=.季))(?<hsqn>[一二三四]|(?<=第)[1-4])个?季(?:度|(?<=第..?季)(?!节|报))|[一二三四]季报|(?<hshn>[上下])半年(?!之)|半年报|中报|中期(?=业绩|报告)|年报|全年)`,
  ],
  [
    'han',
    `(?<hmd>(?<hmm>1[0-2]|0?[1-9]) ?月(?:份|(?: ?(?<hmday>[12]\\d|3[01]|0?[1-9]) ?(?:日|号)))?)(?!租|费|均|活|薪|付)`,
  ],
  [
    'han',
    `(?<hday>(?:(?<hdaym>[上下本当同])个?月 ?|(?<![\\d.年月/\\-前后近约达满共每第首期~至到] ?))(?<hdayd>3[01]|[12]\\d|0?[1-9]) ?[日号](?:(?<=月.{2,5})|(?=起|晚|早|上午|中午|下午|凌晨|零[时点]|[,，]|宣布|公告|发布|公布|官宣|通知|贴出|重新|开始|正式|执行|生效|盘[前后]|召开|举行|在)))`,
  ],
  ['han', `(?<hsame>(?<![本较比于与])同期)`],
  [
    'han',
    `(?<hrel>同比|一年前|(?:上一?|前一)年(?!同期|[前来])|同期|两年前|昨[日天晚]|前天|今[日天早晚晨]|明[日天]|(?<![一二两三四五六七八九十几每\\d双单])[上下本这]?(?:周|星期|礼拜)[一二三四五六日天](?![均活期环度])|今起|即[日刻时](?=起|生效|执行|实施|上线)|即日|近日|日前|本月(?!之)|当月|(?:本|该|单)季(?!报|节)度?|上个?月(?!之暗)|下个?月(?!之暗)|本周|上周|本季度?|上一?个?季(?!节|报)度?|下一?个?季度?|当季|今年|年内|去年|明年|(?<![\u4e00-\u9fff])后年(?![化均度产收营])|(?<=[今明到至在,，]年?|[和与及从])后年(?![化均度产收营])|(?<![当目此以之])前年|年底|年末|(?<!开)年初(?!期))`,
  ],
  [
    'latin',
    `(?<enfq>(?<enfqo>first(?! quarter (?:ever|(?:with|above|over|in which|to (?!march)|that|since)\\b))|(?:second|third|fourth)(?! quarter (?:running|in a row|in succession)\\b)|last(?= quarter of ${YEAR})|1st|2nd|3rd|4th)(?<enfqb>[ -](?:fiscal|financial))?[ -]quarter(?:'s)?(?: of)?(?: the| this)?(?: (?<enfqf>fiscal|fy))?(?: year)?,?(?: of)? ?(?<enfqy>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<enh>(?:the )?(?<enho>first|second|latter|1st|2nd)[ -]half(?: of)?(?: the year)?(?: (?<enhl>last|this|next) year| fiscal)?(?:,? (?<enhy>${YEAR}))?)`,
  ],
  [
    'latin',
    `(?<enfy>(?:fiscal(?: year)?|fy)[ -]?(?:(?<enfyq>q[1-4]) )?'?(?<enfyy>${YEAR}|\\d{2})(?!\\d)(?:(?:'s|,)? ?(?:(?<enfyo>first|second|third|fourth)[ -]quarter|q(?<enfyq2>[1-4])(?!\\d)))?)`,
  ],
  [
    'latin',
    `(?<enfiscq>fiscal (?<enfiscqo>first|second|third|fourth)(?:[ -]quarter)?(?! half)(?:,? (?:of )?(?<enfiscqy>${YEAR}))?)`,
  ],
  [
    'latin',
    `(?<enqend>(?:quarter|three months) (?:to|ended|ending|through(?: to)?|that ended|that ends|up to)(?: on| in)?(?: the end of)? (?:\\d{1,2} )?(?<enqendm>${MONTH})(?: \\d{1,2})?,? ?(?<enqendy>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<enfirst>(?:the )?first (?<enfirstn>three|six|nine) months(?: of)?(?: the year)?,? ?(?<enfirsty>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<ensix>(?:the )?(?<ensixn>six|three|twelve) months (?:to|through|ended|ending|until)(?: on)? (?<ensixm>${MONTH})(?: \\d{1,2})?,? ?(?<ensixy>${YEAR})?)`,
  ],
  [
    'latin',
    `(?<enmq>(?:(?:january|april|july|october)(?: ?[-–] ?| to | through ))?(?<enmqm>march|june|september|december)[ -]quarter(?: of)? ?(?<enmqy>${YEAR})?|(?:(?:the )?(?:three months|quarter) )?(?:from )?(?:january(?: (?:to|through) | ?[-–] ?)march|april(?: (?:to|through) | ?[-–] ?)june|july(?: (?:to|through) | ?[-–] ?)september|october(?: (?:to|through) | ?[-–] ?)december)(?!,? (?:of )?(?:19|20)\\d\\d| ?\\d))`,
  ],
  ['latin', `(?<enlfy>(?:last|previous|prior) fiscal year)`],
  [
    'latin',
    `(?<enspan>(?:(?:between|from) )?(?<enspana>${MONTH})(?: (?:and|to|through|until) | ?[-–] ?)(?<enspanb>${MONTH}),? (?<enspany>${YEAR})|between (?<enbeta>${MONTH}) and (?<enbetb>${MONTH})\\b)`,
  ],
  ['latin', `(?<enmdy>${MONTH} (?:[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|:\\d|%)(?:,? (?<enmdyy>${YEAR}))?)`],
  ['latin', `(?<endmy>(?<![\\d.])[0-3]?\\d(?:st|nd|rd|th)? (?:of )?${MONTH}\\b(?:,? (?<endmyy>${YEAR}))?)`],
  ['latin', `(?<enmy>(?:early |mid-|late )?(?<enmym>${MONTH}),? (?:of )?(?<enmyy>${YEAR}|'\\d{2})(?!\\d))`],
  [
    'latin',
    `(?<enm>(?<enmm>(?<![a-z-])(?:january|february|april|june|july|august|september|october|november|december)|(?<=\\b(?:in|since|from|by|during|month of|late|early|mid|last|next|until|through|as of|starting|beginning|effective)[ -])may|(?<=\\b(?:in|since|from|by|during|of|late|early|mid|last|this|next|for|between|and|until|through|as of|starting|past|before|after|to|beginning|effective|following|come|end|ends|ended|ending|exited)[ -])(?:march|may(?= [^a-z]|[,.;]| (?:alone|and|or|but|while|as|after|before|with|when)\\b))|(?<![a-z-])march(?= (?:alone|saw|was|brought|accounted)\\b|'s )|(?<=(?:^|[.;:] ))(?:march(?=, |: | [-–—] )|may(?=: | [-–—] )))\\b(?! \\d)(?<enmthat> of (?:that|the same) year)?)`,
  ],
  [
    'latin',
    `(?<enend>(?:the )?(?:end|close) of (?:the )?(?<enendy>${YEAR}|year|next year|this year|last year|the decade)|year[- ]end(?! (?:results|report|sale|rally|bonus))\\b|year's end|(?<=\\b(?:end|ended|ends|ending|exit|exited|close|closed|finish|finished) )(?:the year|(?<enendy2>${YEAR}))(?! (?:with a|as the|at the top)))`,
  ],
  [
    'latin',
    `(?<ensame>(?:the )?(?:same|corresponding|comparable|year-ago) (?:period|quarter|time|(?:three |six |nine )?months?|half|stretch)(?: of| in)? (?:fiscal |fy ?)?(?<ensamey>${YEAR}))`,
  ],
  [
    'latin',
    `(?<enyears>(?:between (?<enyearsa>${YEAR}) and|from (?<enyearsb>${YEAR}) (?:to|through|until)|(?<![\\d$€£¥.,])(?<enyearsc>${YEAR})(?: (?:to|through)|[–—-])) ?(?<enyearsd>${YEAR})(?![\\d%]|,\\d|\\.\\d| ?[万亿]))`,
  ],
  [
    'latin',
    `(?<ennum>(?<ennumn>(?:a|one)(?= quarter )|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\\d{1,2}) (?<ennumu>months|quarters?|years) (?<ennumw>ago|earlier|before|prior|previously))\\b`,
  ],
  [
    'latin',
    `(?<enrel>the same (?:period|quarter|time|month)(?: of)? (?:last|a|the previous) year|(?:a|one) year (?:ago|earlier|before|prior)|two years (?:ago|earlier|before|prior)|(?:a|one) year later|the (?:prior|previous) (?:year|quarter)|a year[- ]earlier|year[- ]ago|last (?:month|week|year|(?:full |reported )?quarter|fall|autumn|spring|summer|winter)|this (?:fiscal|financial) year|the current (?:fiscal|financial) year|this (?:month|week|year|quarter)|next (?:month|week|year|quarter)|(?:the )?current (?:quarter|year)|(?:the |its )?(?:full|whole|entire)[ -]year|(?<=\\bfor )the year(?! (?:to|ended|ending|before|earlier|ago|through|of|in|as|that|just|\\d))|yesterday|today|this (?:morning|afternoon|evening)|tomorrow|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|immediately)\\b`,
  ],
  [
    'both',
    `(?<year>(?<![\\d$€£¥.,])(?:mid-|late |early )?(?<yy>${YEAR})(?:[-/](?<yend>\\d{2})(?!\\d|[-/.]))?(?![\\d%]|,\\d|\\.\\d| ?[-–—~至到]{1,2} ?\\d[\\d.]* ?[万亿]| ?(?:亿|万|元|张|块|台(?![北湾积达中南])|颗|枚|余[台家颗张个]|多[台家颗张个]|家(?![电庭居])|美元|tokens?|gpus?|chips|credits?|users|people|employees|servers|cards|models|customers)))`,
  ],
];

const NAMED_GROUP = /\(\?<(\w+)>/g;
/** A form with plain groups and their names, to read a date that was found without: named groups are slow. */
const READERS = FORMS.map(([, form]) => ({
  pattern: new RegExp(form.replace(NAMED_GROUP, '('), 'y'),
  names: matches(NAMED_GROUP, form).map(([, name = '']) => name),
}));

type Finder = Alternatives<number>;
const finderOf = (...scripts: string[]): Finder =>
  new Alternatives(
    FORMS.flatMap(([script, form], index): [number, string][] =>
      script === 'both' || scripts.includes(script) ? [[index, form.replace(NAMED_GROUP, '(?:')]] : [],
    ),
  );
export const MIXED = finderOf('han', 'latin');
export const HAN_ONLY = finderOf('han');
export const LATIN_ONLY = finderOf('latin');

/** A date as a text writes it, and the groups that took part in it, by name. */
export interface WrittenDate {
  readonly text: string;
  readonly index: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Every date of a sentence. */
export function dateMatches(finder: Finder, sentence: string): WrittenDate[] {
  return finder.all(sentence).flatMap(({ start, key }) => {
    const reader = READERS[key];
    if (!reader) return [];
    reader.pattern.lastIndex = start;
    const match = reader.pattern.exec(sentence);
    return match ? [{ text: match[0], index: start, groups: groupsOf(match, reader.names) }] : [];
  });
}

function groupsOf(match: RegExpExecArray, names: readonly string[]): Record<string, string | undefined> {
  const groups: Record<string, string | undefined> = {};
  for (let i = 0; i < names.length; i++) {
    const [name, text] = [names[i], match[i + 1]];
    if (name !== undefined && text !== undefined) groups[name] = text;
  }
  return groups;
}
