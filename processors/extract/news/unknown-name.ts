import { isSurname } from './entities.ts';
import { liesBehind, liesThere } from './places.ts';
import type { Reading } from './reading.ts';
import { matches } from './text.ts';

const VERBS =
  'said|says|has|have|is|was|will|reported|reports|posted|plans|expects|operates|runs|charges|offers|lists|raised|raises|cut|cuts|sells|processes|processed|handles|serves|now|announced|booked|generated|deployed|signed|bought|ordered|spent|spends|invested|built|rents|priced|launched|added|costs|consumed|burned|used|already|knocked|slashed|slashes|dropped|drops|doubled|halved|hiked|put|puts|bumped|trimmed|lifted|lifts|lowered|lowers|bills|billed|topped|served|wants|hopes|aims|pledged|committed|opened|opens|secured|expanded|earned|lost|made|makes|brought|took|generates|guided|ended|doubles|halves|vowed|eked|packs|asks|asked|turned|rose|fell|grew|wrote|warned|told|claims|means|gets|got|struck|signs|agreed|agrees|accounted|burns|changed|opened|leases|passed|passes|crossed|crosses|surpassed|surpasses|reached|reaches|exceeded|hit|celebrated';
/** Between a name and its verb. */
const ADVERBS = 'just|also|now|today|quietly|recently|again|reportedly|meanwhile';
const NAME = new RegExp(
  `(?:^|[\\s"(\u201c])((?:[A-Z][\\w&.-]*[a-z][\\w&.-]*|[a-z]*[A-Z]{2,}[\\w-]*)(?: (?:[A-Z][\\w&-]*|AI)){0,3})(?=['\u2019]s\\b|(?:,? (?:${ADVERBS}))*,? (?:${VERBS})\\b|, (?:now|formerly|once|which|who|based|part)\\b[^,.;]{2,60}, (?:${VERBS})\\b)`,
  'g',
);
const COMMON = new Set(
  'large small medium rival rivals competitor competitors comparing whoever anyone anybody everyone everybody nobody somebody someone speech transcription translation moderation reranking dubbing grounding streaming fine-tuning ocr tts cache cached caching hit hits miss misses write writes read reads creation prompt prompts completion completions reasoning thinking audio video image images text embedding embeddings context window serverless dedicated endpoint endpoints instance instances cluster clusters node nodes fee fees tier tiers infrequent access archive glacier coldline nearline outright straight flash turbo nano opus sonnet haiku air preview instruct higher lower cheaper dearer should would could may might can shall will do does did let has have had is are was were on-demand spot reserved reservation reservations commitment commitments subscription subscriptions storage egress bandwidth hourly list average typical standard batch pro plus max lite mini ultra orders bookings backlog contracts rents bills outlays shares turnover removed added online available installed delivered deployed live inside outside meanwhile however the it its this that these those he she they we you in on at for of to from by with and but or as if when while after before since our their his her there here all both each every one two three four five six revenue sales profit income input output price prices pricing cost costs total net operating capital market spending capacity data cloud ai api apis gpu gpus tpu tpus cpu cpus vcpu vcpus npu npus dram ram ssd ssds hdd hdds nic nics llm llms iaas paas saas maas provider vendor source sources overseas elsewhere somebody note subject token tokens company group firm model models chip chips what which who where now today last next first second third fourth quarter year month week analysts investors management customers users january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday china us usd rmb ceo cfo cto ipo ebitda ebit gaap arr eps capex opex usage traffic volume volumes demand consumption throughput output inference training spend budget guidance shipments deployments adoption growth calls queries requests workloads power electricity energy memory overage overages ingress bandwidth transfer money cash debt hardware software supply networking land talent competition regulation scale speed rivals critics seat seats gb tb mb pb gib tib kwh mwh gw mw usd eur gbp'.split(
    ' ',
  ),
);

/** A word that is no name though it has a capital. */
export const isCommonWord = (word: string): boolean =>
  COMMON.has(word.toLowerCase()) ||
  (word.includes('-') &&
    word
      .toLowerCase()
      .split('-')
      .every((part) => COMMON.has(part) || /^\d+$/.test(part)));

/** "Bookings at Snowpeak AI topped": whose the figure is. */
const OWNER =
  /\b(?:bookings|revenues?|sales|turnover|income|profits?|loss(?:es)?|spending|capex|expenditures?|prices?|rates?|traffic|usage|volumes?|orders|contracts)(?: (?:signed|won|placed|booked))? (?:at|for|of|by) ((?:[A-Z][\w&.-]*|[a-z]+[A-Z][\w-]*)(?: (?:[A-Z][\w&-]*|AI))*) (?=[a-z])/g;

/** "Hamburg-based" */
const OF_A_CITY = /-(?:based|backed|listed|owned|headquartered)$/;

/** Where something lies. */
const PLACED =
  /\b(?:in|across|throughout|outside|near|around|(?:north|south|east|west)(?:-?(?:east|west))? of|outskirts of|suburbs? of|(?:sites?|campus|plants?|facility|halls?|complex|hub|substation|park|data cent(?:er|re)s?) at|(?:kilomet(?:er|re)s|km|miles|hours?) (?:from|outside|of)) (?:the )?$/;

const NO_HOUSE =
  /^(?:Order|Infrastructure|Architecture|Inference|Training|Hardware|Software|Storage|Investment|Equipment|Depreciation|Utili[sz]ation|Compute|Power|Work|Ground|Progress|Talks|Construction|Building|Interest|Reality|Access|Plans|Terms|Proceeds|Staff|Supplies|Everything|Everyone|Nothing|Nobody|Anyone|Half|Much|Little|Part|Time|Space|Size|Weight|Heat|Water|Land|Rent|Credit|Support|Service|Delivery|Production|Expansion|Completion|Phase|Stage|Word|Proof|Room|Hope|Fear|Luck|Law|Trade|Technology|Science|Industry|Business|Government|Parliament|Congress|Wall|[A-Z][a-z]+(?:ing|[eo]rs|ists|ants|[tn]ics|men|women|(?:al|ent|ant|ed|us|il|ul)ly))$/;
/** "Work has begun": at the head of a sentence a word of the language, not a name. */
export const isOpeningWord = (word: string): boolean => NO_HOUSE.test(word);
const OFFICE =
  /^(?:(?:Co-?)?[Ff]ounder|President|Chair(?:man|woman)|CEO|CFO|CTO|COO|Minister|Senator|Governor|Economist|Spokes(?:man|woman))$/;
/** "by New Year's Eve" */
const HOLIDAY =
  /^(?:(?:Lunar |Chinese )?New Year|Christmas|Thanksgiving|Easter|Black Friday|Singles|Labou?r Day|Golden Week)/;

/** A house that the gazetteer lacks. */
export interface Stranger {
  readonly slug: string;
  readonly name: string;
}

/**
 * A name the gazetteer does not know, as kebab-case: the last capitalised phrase before a position that owns something
 * or does something ("Uber's agents", "Hyperstack said"). Null where there is none.
 */
export const unknownName = (article: Told, reading: Reading, before: number, from = 0): Stranger | null =>
  strangersIn(article, reading, before, from).at(-1) ?? null;

/** As much of an article as the question needs. */
interface Told {
  readonly document: { readonly body: string };
  /** What it calls models and tiers. */
  readonly introduced: ReadonlySet<string>;
}

/** What governments give, forbid and impose. */
const GIVEN_BY_STATES =
  /^['’]s (?:[a-z]+ )?(?:approval|blessing|permission|bans?|sanctions?|curbs?|restrictions|export (?:rules|controls|curbs|ban)|regulators?|tariffs|veto|consent|go-ahead)\b/;
/** The text uses it without a capital too, as a word of the language. */
export function isWordOf(body: string, name: string): boolean {
  const word = name.toLowerCase();
  for (let at = body.indexOf(word); at >= 0; at = body.indexOf(word, at + 1))
    if (!/[\w-]/.test(body[at - 1] ?? ' ') && !/[\w-]/.test(body[at + word.length] ?? ' ')) return true;
  return false;
}

/** "Sceptics said": a plural that only heads sentences names people of a kind. */
const isPeople = (body: string, name: string): boolean =>
  /[^aious]s$/.test(name) && !new RegExp(`[a-z,;] ${name}(?![\\w-])`).test(body);

/** Every such name of a stretch, in order. */
export function strangersIn(article: Told, reading: Reading, before: number, from = 0): Stranger[] {
  const { body } = article.document;
  const found: string[] = [];
  const stretch = reading.original.slice(from, before);
  for (const match of [...matches(NAME, stretch), ...matches(OWNER, stretch)]) {
    const at = from + match.index + match[0].length - (match[1]?.length ?? 0);
    if (
      reading.entities.some(
        (e) =>
          (e.kind === 'chip' || e.kind === 'person' || e.kind === 'reporter') &&
          e.start < at + (match[1]?.length ?? 0) &&
          e.end > at,
      )
    )
      continue;
    // A house we know is no stranger, whatever keeps it from being the subject.
    if (
      reading.entities.some(
        (e) => e.kind === 'organisation' && e.start === at && e.end === at + (match[1]?.length ?? 0),
      )
    )
      continue;
    // "its Pareto Router is nearing": what a house calls a thing of its own.
    if (/\b(?:its|their|our|his|her) $/.test(reading.text.slice(0, at))) continue;
    // "transfer in North America will go", "a site south of Paris is": a place.
    if (PLACED.test(reading.text.slice(0, at))) continue;
    // "a hall near Dayton, Ohio, has", "its site in Mount Pleasant, Wisconsin will": a place, by where it lies.
    if (
      (/\b(?:in|near|at|outside|around) [a-z][\w.' -]{1,24}, $/.test(reading.text.slice(0, at)) &&
        stretch[match.index + match[0].length] === ',') ||
      liesBehind(reading.original.slice(0, at))
    )
      continue;
    const words = (match[1] ?? '').split(' ');
    // "Founder Mira Solberg has": a person, told by the office.
    if (words.length > 1 && OFFICE.test(words[0] ?? '')) continue;
    while (words.length > 0 && (isCommonWord(words[0] ?? '') || OF_A_CITY.test(words[0] ?? ''))) words.shift();
    if (words.length === 0 || words.every(isCommonWord) || article.introduced.has(words.join(' '))) continue;
    // "Universal-3 is 21 cents an hour": a model.
    if (words.length === 1 && /^[A-Z][a-z]+-\d+(?:\.\d+)?$/.test(words[0] ?? '')) continue;
    // "Beijing's approval": what only a government gives.
    if (GIVEN_BY_STATES.test(stretch.slice(match.index + match[0].length))) continue;
    // "Hood said": a person we know by the full name.
    if (words.length === 1 && isSurname(words[0] ?? '')) continue;
    if (liesThere(body, words.join(' ')) || HOLIDAY.test(words.join(' '))) continue;
    // "a joint venture with Aker, gets": the other party of what it stands beside.
    if (
      stretch[match.index + match[0].length] === ',' &&
      /\b(?:with|alongside) $/.test(reading.text.slice(Math.max(0, at - 10), at))
    )
      continue;
    // "Having told backers", "Critics said", "Compute grew": at the head of a sentence what somebody does or has, or who does it.
    if (at === 0 && words.length === 1 && NO_HOUSE.test(words[0] ?? '')) continue;
    // "Storage is still $0.07": a word of the language at the head of a sentence.
    if (at === 0 && words.length === 1 && (isWordOf(body, words[0] ?? '') || isPeople(body, words[0] ?? ''))) continue;
    // "Runway's Gen-5 costs": the owner, not what it owns.
    if (found.length > 0 && /['’]s $/.test(reading.original.slice(from, at))) continue;
    found.push(words.join(' '));
  }
  return found.flatMap((written) => {
    // "Deepgram Nova-3": the maker, without its model.
    const name = written.replace(/(?: \S*\d\S*| [A-Z][a-z]+-\d\S*)+$/, '');
    const slug = kebab(name);
    return slug === '' ? [] : [{ slug, name }];
  });
}

export const kebab = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const CAPITALS = '((?:[A-Z][\\w&.-]*[a-z][\\w&.-]*|[A-Z]{2,}\\w*)(?: (?:[A-Z][\\w&-]*|AI)){0,2}?)';
const APPOSED = new RegExp(
  `^["\u201c]?${CAPITALS}(?: \\([^()]{1,40}\\))?, (?:an?|the|one of) ([^.;:]{2,110}?), (?![^ ]+ing\\b)`,
);
const A_HOUSE =
  /\b(?:company|firm|start-?up|cloud|provider|operator|lab|maker|hoste?r?|vendor|platform|group|developer|chipmaker|builder|landlord|neocloud|business|carrier|supplier|reseller|unit|subsidiary|arm|app|assistant|editor|chatbot|router|publisher|retailer|insurer|bank|telco|marketplace|house|investor|fund|conglomerate|giant|utility|miner|manufacturer|consultancy|broker|exchange|outfit|specialist|spin-?(?:off|out))s?\b/;

/** "Corvane, a Dutch GPU cloud, ...": the house a sentence opens with, explained because nobody knows it; null where it opens with none. */
export function apposedName(
  original: string,
  entities: readonly { readonly start: number }[],
): (Stranger & { readonly end: number }) | null {
  const match = APPOSED.exec(original);
  const name = match?.[1];
  if (!match || name === undefined || !A_HOUSE.test(match[2] ?? '')) return null;
  if (entities.some((e) => e.start <= name.length)) return null;
  if (name.split(' ').some((word) => COMMON.has(word.toLowerCase()) || /^[A-Z][a-z]+ly$/.test(word))) return null;
  return { slug: kebab(name), name, end: match[0].length };
}

/** The text says of a name what it does or owns, and has it nowhere as a word of the language. */
export function actsIn(body: string, name: string): boolean {
  for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) {
    const before = body.slice(Math.max(0, at - 24), at);
    // "Sam Altman": a person, or part of another name.
    if (/[\w-]$|[A-Z][\w.]* $/.test(before)) continue;
    const end = at + name.length;
    if (BEHIND.test(body.slice(end, end + 30))) return !isWordOf(body, name);
  }
  return false;
}
const BEHIND = new RegExp(`^(?:['\u2019]s | \\(|, (?:an?|the|which) |(?:,? (?:${ADVERBS}))*,? (?:${VERBS})\\b)`);

/** "Analysts polled by FactSet": who asked them; null where nobody is named. */
export function pollster(reading: Reading): string | null {
  const name =
    /\b(?:polled|surveyed|compiled|tracked|collected) by (?:the )?((?:[A-Z][\w&-]*)(?: [A-Z][\w&-]*){0,2})/.exec(
      reading.original,
    )?.[1];
  return name === undefined ? null : kebab(name);
}
