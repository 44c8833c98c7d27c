import { actingNames, namesAmong } from './acting-names.ts';
import { Alternatives } from './alternatives.ts';
import { type Entity, type EntityKind, findEntities, isSurname } from './entities.ts';
import { liesThere } from './places.ts';
import { fold, hasHan, matches } from './text.ts';
import { houseOfTitle } from './title-house.ts';
import { isCommonWord, kebab } from './unknown-name.ts';

/** A house that the gazetteer lacks, by the words a text calls it, folded. */
export interface StrangeName {
  readonly name: string;
  readonly slug: string;
  readonly kind: EntityKind;
}

const WORD = '[A-Z][\\w&]*(?:-[A-Z]\\w*)?';
/** Words that only the names of houses end in. */
const OF_A_HOUSE =
  'Compute|Labs|Technologies|Semiconductors?|Microelectronics|Microsystems|Hosting|Robotics|Telecom|Holdings|Datacent(?:er|re)s?|Inc\\b\\.?|Corp\\b\\.?|Corporation|Ltd\\b\\.?|Limited|LLC|plc|PLC|AG|ASA|AB|GmbH|N\\.?V\\.|S\\.A\\.|Oyj|SpA';
/** Words that also end the names of things: only where the name acts or owns. */
const OF_MANY =
  'AI|Cloud|Lab|Systems|Technology|Networks?|Computing|Data|Digital|Infrastructure|Software|Group|Energy|Power|Grid|Communications|Industries|Data Cent(?:er|re)s|Servers|GPU|Mobile|Internet';
/** Who counts and reports. */
const OF_A_REPORTER = 'Research|Insights?|Analytics|Advisory|Consulting|Intelligence|Advisors';
const SHAPED = new RegExp(
  `(?<![\\w&'’.-])((?:${WORD} ){1,2})(?:(?<sure>${OF_A_HOUSE})|(?<many>${OF_MANY})|(?<reports>${OF_A_REPORTER}))(?![\\w-])(?! [A-Z])`,
  'g',
);
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December) /;
const SURE_AT_END = new RegExp(` (?:${OF_A_HOUSE})$`);
const SHAPED_AT_ALL = new RegExp(` (?:${OF_A_HOUSE}|${OF_MANY}|${OF_A_REPORTER})(?![\\w-])`);

/** "Ministry of Internal Affairs and Communications": an office that counts. */
const OFFICE =
  /(?<![\w-])(?:[A-Z]\w+ )?(?:Ministry|Department|Bureau|Office|Agency|Administration) (?:of|for) (?:the )?[A-Z]\w+(?:,? (?:and |of |for )?[A-Z]\w+){0,5}/g;
const TRADE =
  '(?:(?:AI|[Cc]loud|GPU|[Hh]osting|[Cc]ompute|[Cc]omputing|[Ii]nference|[Ii]nfrastructure|[Cc]hip|[Mm]odel|[Ii]nternet|[Dd]ata[- ]cent(?:er|re)) )(?:provider|company|firm|operator|developer|host|hoster|specialist|platform|marketplace|lab|builder|landlord|start-?up|maker|designer|group|vendor|reseller|cloud)|GPU cloud|start-?up|[Nn]eocloud|[Cc]hipmaker|hyperscaler|telco|cloud rival|model maker|hoster';
/** "the Dutch GPU cloud Corvane", "neocloud Firmus": what it is, then how it is called. */
const DESCRIBED = new RegExp(`\\b(?:${TRADE}) (?=[A-Z])`, 'g');
const NAMED = new RegExp(`^(${WORD}(?: (?:${WORD}|AI)){0,2})(?![\\w-])`);
/** "Tallgrass Compute, the Columbus developer that wants": how it is called, then what it is. */
const EXPLAINED =
  ", (?:an?|the|one of|its|(?:[A-Z][\\w&.-]* ?){1,3}['’]s?) (?:[\\w'’-]+ ){0,5}?(?:arm|unit|subsidiary|division|affiliate|business|company|firm|start-?up|cloud|provider|operator|lab|hoste?r?|vendor|developer|chipmaker|builder|landlord|neocloud|carrier|reseller|marketplace|spin-?(?:off|out))(?= (?:that|which|who|based|in|of|from|with|backed|behind|building|whose)\\b|,|\\.)";
const APPOSED = new RegExp(
  `(?<![\\w&'’.-])([A-Z][\\w&]*(?:-[A-Z]\\w*)?(?: (?:[A-Z][\\w&]*|AI)){0,2})${EXPLAINED}`,
  'g',
);

const IS_ONE =
  " is (?:an?|the|one of the) (?:[\\w'’-]+,? ){0,5}?(?:AI|[Cc]loud|GPU|[Cc]omput(?:e|ing)|[Hh]osting|[Ii]nference|[Ii]nfrastructure|[Cc]hip|[Ss]emiconductor|[Dd]ata[- ]cent(?:er|re)|[Nn]eo)[ -]?(?:[\\w-]+ ){0,3}?(?:company|firm|start-?up|provider|operator|lab|developer|hoste?r?|marketplace|builder|cloud|business|group|neocloud|maker|designer|vendor|landlord|start-?up)s?\\b";
/** "Quillon is a Danish AI infrastructure company": what it is, in a sentence of its own. */
const IS_A_HOUSE = new RegExp(
  `(?<![\\w&'’.-])([A-Z][\\w&]*(?:-[A-Z]\\w*)?(?: (?:[A-Z][\\w&]*|AI)){0,2})(?: \\([^()\\n]{2,40}\\))?${IS_ONE}`,
  'g',
);

/** Which of these patterns a text may hold: all of them looked for at once. */
const HINTS = new Alternatives<Hint>([
  ['shaped', SHAPED_AT_ALL.source],
  ['office', '(?:Ministry|Department|Bureau|Office|Agency|Administration) (?:of|for) '],
  ['described', DESCRIBED.source],
  ['apposed', EXPLAINED],
  ['is', IS_ONE],
]);

/** It does something, owns something or is dealt with. */
const ACTS_BEHIND =
  /^(?:['’]s? |, whose | (?:[a-z]{3,}ed|brought|left|kept|held|put|drew|grew|rose|fell|revenue|sales|GPU|prices|pricing|servers|instances) |,? (?:which |also |now |no longer |counts on |borrows |guides |just |will |has |have |had |is |was |said|says|plans|wants|expects|reported|runs|operates|offers|charges|raised|raises|cut|cuts|signed|announced|told|sells|opened|ordered|bought|posted|spent|booked|rents|means to|intends|ended|took|made|and [A-Z]|to (?:build|buy|rent|lease|spend|raise|cut)))/;
const ACTS_BEFORE = /(?:\b(?:by|at|from|with|than|via|client|customer|rival|company|firm|tenant)|[a-z]['’]s partner) $/;
/** "Meta's Superintelligence Labs", "the Superintelligence Labs": what a house calls a part of itself. */
const PART_OF_A_HOUSE = /(?:[a-z]['’]s|\b(?:[Ii]ts|[Tt]heir|[Oo]ur)) [A-Z]|\b[Tt]he [A-Z][\w&-]* Labs$/;
const NOT_A_NAME =
  /^(?:q[1-4]|h[12]|fy\d*|older|newer|upcoming|planned|recent|latest|updated|used|spare|generative|agentic|enterprise|sovereign|private|public|hybrid|multi|multi-cloud|global|worldwide|national|open|edge|physical|applied|new|big|modern|american|european|chinese|indian|japanese|korean|asian|asia|africa|europe|america|north|south|east|west|northern|southern|eastern|western|responsible|industrial|intelligent|smart|consumer|commercial|federal|regional|local|renewable|nuclear|solar|wind|clean|green|electric|electrical|gas|thermal|high|low|advanced|accelerated|quantum|business|customer|personal|mobile|web|cyber|frontier|foundation|conversational|embedded|platform|productivity|security|financial|health|healthcare|energy|power|artificial|machine|deep|reinforcement|distributed|super|scientific|academic|university|department|ministry|office|institute|institution|bureau|royal|state|city|county|family|united|building|buying|selling|training|running|serving|hosting|scaling|pricing|using|inside|beyond|against|under|over|more|less|most|many|some|any|no|not|why|how|when|is|are|can|could|should|will|may|do|does|did|has|have|had|be|get|gets|buy|build|use|own|first|leading|top|best|premium|basic|free|starter|team|scale|growth|serverless|dedicated|managed|secure|community|standard|chief|head|vice|founder|co-founder|cofounder|president|chairman|chairwoman|ceo|cfo|cto|coo|minister|senator|governor|economist|spokesman|spokeswoman|senior|executive|managing|general|director|professor|dr|mr|mrs|ms|partner|neural|social|content|delivery|operating|payment|cooling|developer|storage|routing|mesh|virtual)$/i;

/** 万国数据控股有限公司（GDS）, 云澜科技（Yunlan Tech，下称云澜）: a Chinese name with the Latin one in brackets, which gives its slug. */
const BILINGUAL =
  /([\u4e00-\u9fff]{1,6}(?:科技|智算|数据|网络|算力|半导体|电信|信息|通信|数科|(?<!业务|方案|事业|服务|设备|设施|终端|消费者|企业)集团|实业|能源|(?<![有合私用权缘业众多上])云))(?:控股|集团|股份|技术)?(?:有限)?(?:公司)?[（(](?:英文名|简称|下称)?[“"]?([A-Z][A-Za-z0-9&.]*(?: [A-Z][A-Za-z0-9&.]*){0,2})[”"]?(?=[）)，,、；;])/g;

/** PNV6, GN10X: a kind of machine. */
const INSTANCE = /^[A-Z]{2,8}\d+[A-Za-z]{0,2}$/;

/** Houses nobody has put into the gazetteer, told by the shape of their names or by what the text explains them to be. */
export function strangeHouses(
  folded: string,
  body: string,
  inDomain: boolean,
  title: string,
  introduced: ReadonlySet<string>,
  listed: readonly string[],
): StrangeName[] {
  const found = new Map<string, StrangeName>();
  /** "Sakura" where the text has Sakura Internet, which is known. */
  const fullName = (words: readonly string[], name: string): string | null => {
    for (let at = words.length > 1 ? -1 : body.indexOf(`${name} `); at >= 0; at = body.indexOf(`${name} `, at + 1)) {
      const [known] = findEntities(folded, body, at, Math.min(body.length, at + name.length + 24), inDomain);
      if (known?.kind === 'organisation' && known.start === at && known.end > at + name.length) return known.slug;
    }
    return null;
  };
  const take = (name: string, at: number, kind: EntityKind): void => {
    const words = name.split(' ');
    if (INSTANCE.test(name)) return;
    if (words.some((word) => NOT_A_NAME.test(word)) || words.every((word) => isCommonWord(word))) return;
    if (!SURE_AT_END.test(name) && liesThere(body, name)) return;
    if (isCommonWord(words[0] ?? '') || (words.length === 1 && isSurname(name)) || found.has(name.toLowerCase()))
      return;
    const within = at < 0 ? [] : findEntities(folded, body, at, at + name.length, inDomain);
    // "Ironwood Compute": a chip and the word of a house make a house.
    if (within.length > 0 && !(SURE_AT_END.test(name) && within.every((e) => e.kind === 'chip'))) return;
    const plain = name.replace(LEGAL, '');
    const group = plain.replace(/ (?:Group|Holdings)$/, '');
    // "Nebius Group N.V. (“Nebius”)": called so for short.
    const slug =
      fullName(words, name) ??
      kebab(new RegExp(`(?<![\\w-])${escaped(group)}(?! (?:Group|Holdings))(?![\\w-])`).test(body) ? group : plain);
    if (slug.length < 3) return;
    found.set(name.toLowerCase(), { name: name.toLowerCase(), slug, kind });
    // "Tallgrass" for Tallgrass Compute.
    const short = words.slice(0, -1).join(' ');
    if (
      SHAPED_AT_ALL.test(name) &&
      within.length === 0 &&
      short.length > 3 &&
      !/[a-z]/.test(folded[folded.indexOf(short.toLowerCase()) - 1] ?? ' ')
    )
      found.set(short.toLowerCase(), { name: short.toLowerCase(), slug, kind });
  };
  const led = houseOfTitle(title, body, folded);
  if (
    led &&
    findEntities(fold(led), led, 0, led.length, inDomain).every((e) => e.kind === 'chip' && e.end < led.length)
  )
    take(led, -1, 'organisation');
  const lines = hintedLines(body);
  for (const [match, start] of matchesIn(lines, 'shaped', SHAPED)) {
    // "From 1 August Corvane Cloud will": the month is none of the name.
    const dated = match[0].split(' ').length > 2 ? (MONTH.exec(match[0])?.[0].length ?? 0) : 0;
    const name = match[0].slice(dated);
    const at = start + match.index + dated;
    const end = at + name.length;
    const { sure, reports } = match.groups ?? {};
    const acts = ACTS_BEHIND.test(body.slice(end, end + 24)) || ACTS_BEFORE.test(body.slice(Math.max(0, at - 12), at));
    if (sure === undefined && !acts) continue;
    if (PART_OF_A_HOUSE.test(body.slice(Math.max(0, at - 7), at) + name)) continue;
    take(name, at, reports === undefined ? 'organisation' : 'reporter');
  }
  for (const [match] of matchesIn(lines, 'office', OFFICE)) {
    const name = match[0].toLowerCase();
    found.set(name, { name, slug: kebab(name), kind: 'reporter' });
  }
  for (const name of listed.map((said) => said.replace(LEGAL, ''))) take(name, body.indexOf(name), 'organisation');
  for (const { name, at } of actingNames(body, introduced)) take(name, at, 'organisation');
  const known = (from: number, to: number): boolean => {
    const [first] = findEntities(folded, body, from, to, inDomain);
    return first?.kind === 'organisation' && first.start === from && first.end === to;
  };
  for (const { name, at } of namesAmong(body, known)) take(name, at, 'organisation');
  if (hasHan(body))
    for (const match of [...matches(BILINGUAL, body), ...matches(BILINGUAL, title)]) {
      const [han = '', latin = ''] = [match[1]?.replace(/^.*[的是由与和对向从在家为商]/, ''), match[2]];
      if (
        han.length < 3 ||
        /大数据|元数据/.test(han) ||
        findEntities(fold(match[0]), match[0], 0, match[0].length, inDomain).length > 0
      )
        continue;
      const slug = kebab(latin.replace(LEGAL, ''));
      for (const name of [fold(han), latin.toLowerCase()]) found.set(name, { name, slug, kind: 'organisation' });
    }
  for (const [match, start] of matchesIn(lines, 'apposed', APPOSED))
    take(match[1] ?? '', start + match.index, 'organisation');
  for (const [match, start] of matchesIn(lines, 'is', IS_A_HOUSE))
    take(match[1] ?? '', start + match.index, 'organisation');
  for (const [match, start] of matchesIn(lines, 'described', DESCRIBED)) {
    const at = start + match.index + match[0].length;
    const name = NAMED.exec(body.slice(at, at + 60))?.[1];
    if (name) take(name, at, 'organisation');
  }
  return [...found.values()].sort((a, b) => b.name.length - a.name.length);
}

type Hint = 'shaped' | 'office' | 'described' | 'apposed' | 'is';
/** A line of the text, and which of the patterns it may hold. No match goes over a line's end. */
interface HintedLine {
  readonly start: number;
  readonly text: string;
  readonly hints: ReadonlySet<Hint>;
}

function hintedLines(body: string): HintedLine[] {
  const lines: HintedLine[] = [];
  for (let start = 0; start < body.length; ) {
    const newline = body.indexOf('\n', start);
    const end = newline < 0 ? body.length : newline;
    const text = body.slice(start, end);
    const hints = HINTS.keys(text);
    if (hints.size > 0) lines.push({ start, text, hints });
    start = end + 1;
  }
  return lines;
}

/** Every match of a pattern in the lines that may hold one, with where its line starts. */
const matchesIn = (lines: readonly HintedLine[], hint: Hint, pattern: RegExp): [RegExpExecArray, number][] =>
  lines.flatMap(({ start, text, hints }) =>
    hints.has(hint) ? matches(pattern, text).map((match): [RegExpExecArray, number] => [match, start]) : [],
  );

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LEGAL = / (?:Inc|Corp|Ltd|LLC|plc|PLC|AG|ASA|AB|GmbH|N\.?V|S\.A|Oyj|SpA|Limited|Corporation)\.?$/;

/** Where a stretch of the text names one of them, with a capital and not within a name that is known. */
export function findStrangers(
  folded: string,
  body: string,
  from: number,
  to: number,
  names: readonly StrangeName[],
  known: readonly Entity[],
): Entity[] {
  const found: Entity[] = [];
  // Of a long text only the stretch is searched.
  const stretch = names.length === 0 ? '' : folded.slice(from, to);
  for (const { name, slug, kind } of names)
    for (let next = stretch.indexOf(name); next >= 0; next = stretch.indexOf(name, next + 1)) {
      const at = from + next;
      const end = at + name.length;
      if (/[\w-]/.test(folded[at - 1] ?? ' ') || /[\w]/.test(folded[end] ?? ' ')) continue;
      if (!/[A-Z\u4e00-\u9fff]/.test(body[at] ?? '')) continue;
      if (found.some((e) => e.start < end && at < e.end)) continue;
      if (known.some((e) => e.start < end && at < e.end && !(e.kind === 'chip' && at <= e.start && e.end < end)))
        continue;
      found.push({ start: at, end, slug, kind });
    }
  return found;
}
