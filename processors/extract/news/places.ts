import { hasHan, matches } from './text.ts';

/** Countries and continents whose own figures somebody may count, by slug: what either language calls them. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  japan: ['japan', '日本'],
  india: ['india', '印度'],
  'western-europe': ['western europe', '西欧'],
  europe: ['europe', '欧洲'],
  germany: ['germany', '德国'],
  france: ['france', '法国'],
  italy: ['italy', '意大利'],
  spain: ['spain', '西班牙'],
  canada: ['canada', '加拿大'],
  australia: ['australia', '澳大利亚'],
  brazil: ['brazil', '巴西'],
  singapore: ['singapore', '新加坡'],
  malaysia: ['malaysia', '马来西亚'],
  indonesia: ['indonesia', '印尼', '印度尼西亚'],
  thailand: ['thailand', '泰国'],
  vietnam: ['vietnam', '越南'],
  israel: ['israel', '以色列'],
  switzerland: ['switzerland', '瑞士'],
  sweden: ['sweden', '瑞典'],
  norway: ['norway', '挪威'],
  finland: ['finland', '芬兰'],
  denmark: ['denmark', '丹麦'],
  ireland: ['ireland', '爱尔兰'],
  poland: ['poland', '波兰'],
  'latin-america': ['latin america', '拉美', '拉丁美洲'],
  'north-america': ['north america', '北美'],
  'south-korea': ['south korea', 'korea', '韩国'],
  'saudi-arabia': ['saudi arabia', '沙特'],
  'asia-pacific': ['asia pacific', 'asia-pacific', '亚太'],
  'southeast-asia': ['southeast asia', '东南亚'],
  'middle-east': ['middle east', '中东'],
  africa: ['africa', '非洲'],
  asia: ['asia', '亚洲'],
  taiwan: ['taiwan', '台湾'],
  'hong-kong': ['hong kong', '香港'],
  uae: ['uae', 'united arab emirates', '阿联酋'],
  uk: ['uk', 'britain', 'united kingdom', '英国'],
  'european-union': ['eu', 'european union', '欧盟'],
  netherlands: ['netherlands', '荷兰'],
  portugal: ['portugal', '葡萄牙'],
  austria: ['austria', '奥地利'],
  belgium: ['belgium', '比利时'],
  greece: ['greece', '希腊'],
  turkey: ['turkey', 'türkiye', '土耳其'],
  russia: ['russia', '俄罗斯'],
  mexico: ['mexico', '墨西哥'],
  chile: ['chile', '智利'],
  argentina: ['argentina', '阿根廷'],
  philippines: ['philippines', '菲律宾'],
  pakistan: ['pakistan', '巴基斯坦'],
  kazakhstan: ['kazakhstan', '哈萨克斯坦'],
  egypt: ['egypt', '埃及'],
  kenya: ['kenya', '肯尼亚'],
  nigeria: ['nigeria', '尼日利亚'],
  'south-africa': ['south africa', '南非'],
  qatar: ['qatar', '卡塔尔'],
  kuwait: ['kuwait', '科威特'],
  'new-zealand': ['new zealand', '新西兰'],
};
/** Every name of such a place, in lower case. */
export const SLUGS: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([slug, names]) => names.map((name) => [name, slug])),
);
/** The same with those that have rules of their own here, where they act. */
export const PLACE_SLUGS: ReadonlyMap<string, string> = new Map([
  ...SLUGS,
  ['china', 'china'],
  ['中国', 'china'],
  ['我国', 'china'],
  ['america', 'united-states'],
  ['united states', 'united-states'],
  ['u.s.', 'united-states'],
  ['美国', 'united-states'],
]);

/** What belongs to a country is called so; and where its government sits, by which it is often meant. */
const PEOPLES =
  'japan japanese|india indian|germany german|france french|italy italian|spain spanish|canada canadian|australia australian|brazil brazilian|singapore singaporean|malaysia malaysian|indonesia indonesian|thailand thai|vietnam vietnamese|israel israeli|switzerland swiss|sweden swedish|norway norwegian|finland finnish|denmark danish|ireland irish|poland polish|south-korea korean|south-korea south korean|saudi-arabia saudi|uae emirati|uk british|taiwan taiwanese|european-union european|china chinese|united-states american|netherlands dutch|mexico mexican|chile chilean|russia russian|turkey turkish|austria austrian|belgium belgian|portugal portuguese|philippines philippine|kenya kenyan|kazakhstan kazakh';
const SEATS =
  'japan tokyo|india new delhi|india delhi|germany berlin|france paris|italy rome|spain madrid|canada ottawa|australia canberra|brazil brasilia|malaysia putrajaya|malaysia kuala lumpur|indonesia jakarta|thailand bangkok|vietnam hanoi|israel jerusalem|sweden stockholm|norway oslo|finland helsinki|denmark copenhagen|ireland dublin|poland warsaw|south-korea seoul|saudi-arabia riyadh|uae abu dhabi|uk london|european-union brussels|china beijing|united-states washington|taiwan taipei|netherlands the hague|turkey ankara|austria vienna|portugal lisbon|kazakhstan astana|south-korea 首尔|japan 东京|india 新德里|germany 柏林|france 巴黎|uk 伦敦|european-union 布鲁塞尔|united-states 华盛顿|saudi-arabia 利雅得|uae 阿布扎比|indonesia 雅加达';
const tableOf = (list: string): Map<string, string> =>
  new Map(
    list.split('|').map((entry) => {
      const at = entry.indexOf(' ');
      return [entry.slice(at + 1), entry.slice(0, at)];
    }),
  );
export const BY_PEOPLE: ReadonlyMap<string, string> = tableOf(PEOPLES);
export const BY_SEAT: ReadonlyMap<string, string> = tableOf(SEATS);
/** Names in one script as alternatives, the longest first: 印度尼西亚 is not 印度. */
export const longestFirst = (names: Iterable<string>, han: boolean): string =>
  [...names]
    .filter((name) => hasHan(name) === han)
    .sort((a, b) => b.length - a.length)
    .join('|');

const MENTION = new RegExp(
  `\\b(?:${longestFirst([...BY_PEOPLE.keys(), ...BY_SEAT.keys(), ...PLACE_SLUGS.keys()], false)})\\b|${longestFirst([...BY_SEAT.keys(), ...PLACE_SLUGS.keys()], true)}`,
  'g',
);
const slugOf = (name: string): string | null =>
  PLACE_SLUGS.get(name) ?? BY_PEOPLE.get(name) ?? BY_SEAT.get(name) ?? null;
/** 国内, 全国: in a Chinese text, China. */
const HOME_HAN = /国内|全国|我国/g;
/** The countries that a text names, each where it does. */
export function placesIn(text: string): { start: number; end: number; slug: string }[] {
  const named = matches(MENTION, text).map(({ 0: name, index }) => ({ name, index, slug: slugOf(name) }));
  const home = hasHan(text)
    ? matches(HOME_HAN, text).map(({ 0: name, index }) => ({ name, index, slug: 'china' }))
    : [];
  return [...named, ...home].flatMap(({ name, index, slug }) =>
    slug === null ? [] : [{ start: index, end: index + name.length, slug }],
  );
}
/** The country a text names last; null where it names none. */
export const lastPlaceIn = (text: string): string | null => slugOf(matches(MENTION, text).at(-1)?.[0] ?? '');

/** True for the name of a place in lower case: it is none of a house. */
export const isPlaceName = (name: string): boolean =>
  PLACE_SLUGS.has(name) || BY_PEOPLE.has(name) || BY_SEAT.has(name) || OTHERS.has(name);
/** Places without figures of their own here, and those that stand for who sits there. */
const OTHERS = new Set([
  'mainland china',
  'greater china',
  'shanghai',
  'shenzhen',
  'hangzhou',
  'dubai',
  'texas',
  'virginia',
  'california',
  'ohio',
  'arizona',
  'wall street',
  'silicon valley',
  'congress',
  'parliament',
  'the netherlands',
  'ukraine',
  'england',
  'scotland',
]);

const NO_PLACE_AHEAD =
  /\b(?:invest(?:s|ed|ing|ments?|ors?)?|stakes?|shares?|holdings?|equity|position|money|cash|billion|million|trillion|confidence|trust|interest|believe[sd]?|faith|runs|available|built|used|live|changes?|update) $/;
const PLACE_BEHIND = /^(?:[,.;:)]|$|\n| [a-z])/;
/** "Loughton, north-east of London", "Narvik in Norway" */
const EXPLAINED_AS_PLACE = new RegExp(
  `^(?:,? (?:just |some |about )?(?:[\\d.]+ (?:km|miles|kilomet(?:er|re)s) )?(?:(?:north|south|east|west)(?:-?(?:east|west))?|an hour) (?:of|from) [A-Z]|, (?:an?|the) (?:[\\w-]+ )?(?:town|city|port|suburb|village|county|province|region|borough|district)\\b| in (?:[a-z]+ern )?(?:${longestFirst(PLACE_SLUGS.keys(), false)})\\b)`,
  'i',
);
/** "a campus in Ulsan": a text that says of something that it lies there speaks of a place. */
export function liesThere(body: string, name: string): boolean {
  const first = body.indexOf(name);
  if (first >= 0 && EXPLAINED_AS_PLACE.test(body.slice(first + name.length, first + name.length + 40))) return true;
  for (let at = body.indexOf(` in ${name}`); at >= 0; at = body.indexOf(` in ${name}`, at + 1)) {
    const end = at + name.length + 4;
    if (PLACE_BEHIND.test(body.slice(end, end + 8)) && !NO_PLACE_AHEAD.test(body.slice(Math.max(0, at - 12), at + 1)))
      return true;
  }
  return false;
}

/** "a site in Mount Pleasant, ": what follows such a lead is where it lies. "In Austin, " at the head of a sentence leads to who acts. */
export const liesBehind = (lead: string): boolean =>
  lead.endsWith(', ') && /[a-z] (?:in|at|near|outside) [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}, $/.test(lead);
