import type { Article } from './analysis.ts';
import type { Entity } from './entities.ts';
import { placeSpokenOf } from './place-spoken-of.ts';
import { BY_PEOPLE, BY_SEAT, liesBehind, longestFirst, PLACE_SLUGS } from './places.ts';
import type { Reading } from './reading.ts';

/** What only the government of a country has or does. */
const PLANS =
  "'s? (?:[a-z-]+ ){0,2}?(?:plan|promise|pledge|target|aim|goal|government|budget|programme|program|scheme|strategy|ministry|treasury)s?\\b";
const DECREES =
  ' (?:itself |now |also )?(?:wants|plans|promises|promised|pledges|pledged|aims|hopes|intends|vowed|vows|has (?:set aside|put aside|earmarked|pledged|promised|budgeted|approved|ordered|bought)|set aside|earmarked|will (?:spend|buy|invest|fund|pay|build|subsidi[sz]e)|is (?:to|spending|buying|building))\\b';
/** What is said of a country that acts. */
const ACTS =
  "(?:'s? |(?:, [^,.;]{3,40},)? (?:itself |alone |now |also |today |then |still |already |as a whole )*(?:has|have|had|was|is|will|wants|want|plans|aims|hopes|hosts?|hosted|used|uses|owns?|owned|runs|ran|operates|operated|counts|counted|needs|consumed|consumes|burned|burns|processed|processes|generated|generates|accounted|spent|spends|invested|bought|buys|ordered|set|put|expects|expected|got|gets|takes|took|receives|received|handled|deployed|deploys|installed|houses|reached|passed|stood|added|adds|built|builds|launched|launches|unveiled|unveils|approved|committed|commits|announced)\\b)";
const ENGLISH = `(?:(?:the )?(?<people>${longestFirst(BY_PEOPLE.keys(), false)}) (?:federal |national |central )?(?:government|state|authorities|administration|ministry|treasury|cabinet|public sector)\\b|(?<seat>${longestFirst(BY_SEAT.keys(), false)})(?=${PLANS}|${DECREES})|(?:the )?(?<place>${longestFirst(PLACE_SLUGS.keys(), false)})(?: (?:federal |national |central )?(?:government|authorities|administration))?(?=${ACTS})|the (?<named>country|nation|state|government|central government|federal government|kingdom|republic|ministry)(?=${ACTS}))`;
const HAN = `(?:(?<hanseat>${longestFirst(BY_SEAT.keys(), true)})(?=方面|当局|政府|计划|打算|拟|将|要|承诺|宣布|希望|已)|(?<hanplace>${longestFirst(PLACE_SLUGS.keys(), true)})(?=政府|官方|方面|当局|委员会|[一-龥]{2,8}部(?![署分门])|国家[一-龥]{2,6}[委局]|要|将|计划|打算|拟|已|现有|目前|如今|手[里中上]|拥有|持有|有|公布|推出|启动|提出|批准|通过|力争|规划|目标|斥资|正|也|还|自家|自己的|全国|共|境内|国内|拿出|投入|准备|希望|宣布|承诺|去年|今年|每天|日均|一天|的(?:算力|gpu|加速|ai|日均|token))|(?<twbody>国科会|国发会|数发部|数位发展部)(?=[一-龥]{0,3}?(?:规划|计划|将|拟|表示|指出|说|公布|宣布|估|预计|目标))|(?<hanbody>国务院|(?:国家)?发(?:展)?改(?:革)?委(?:员会)?|工信部|工业和信息化部|科技部|财政部|中央(?:政府|财政))(?=等|近日|日前|今日|昨日|[一-龥]{0,4}?(?:印发|发布|提出|宣布|计划|将|拟|安排|出台|启动|决定|下达|拨|投|称|表示|今年|明年))|(?<hannamed>该国|政府|当局)(?=自己|方面|另|还|将|要|计划|打算|拟|已|拿出|投入|希望|承诺|也))`;
/** What may stand between the beginning of a clause and its subject. */
const LEADS =
  '(?:(?:and|but|while|whereas|so|yet|meanwhile|still|today|now|then|by contrast|in turn|in all|in total|另外|而|但|目前|此外|与此同时),? ?)?(?:(?:in|by|since|at|until|as of|before|after) [^,;.]{2,30}, )?(?:(?:到|截至|预计)?[\\d年月日底末前]{2,12}[,，]?)?';
const ACTING = new RegExp(`^[\\s"“'(—–:：,，;；]*${LEADS}(?:${ENGLISH}|${HAN})`);

const OF_A_HOUSE =
  /^(?:['’]s)? (?:[\w-]+(?:['’]s)? ){0,4}(?:company|firm|start-?up|operator|carrier|lab|developer|provider|maker|bank|group) (?:said|says|has|had|is|was|will|plans|wants|intends|expects|aims|announced)\b/;

/** The country that acts in a stretch of a sentence: "Brazil wants", "the Indian government", "Seoul's plan", "the country has". Null where none does. */
export function placeActing(
  article: Article,
  reading: Reading,
  from: number,
  to: number,
): { slug: string; start: number; end: number } | null {
  const behind = placeBeforeWhich(reading, from);
  if (behind) return behind;
  const stretch = reading.text.slice(from, to + 1);
  const match = ACTING.exec(stretch);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const name =
    groups['people'] ??
    groups['seat'] ??
    groups['hanseat'] ??
    groups['place'] ??
    groups['hanplace'] ??
    groups['named'] ??
    groups['hannamed'] ??
    groups['hanbody'] ??
    groups['twbody'] ??
    '';
  const start = from + match[0].lastIndexOf(name);
  const end = start + name.length;
  // "its site in Mount Pleasant, Wisconsin will hold": where something is.
  if (liesBehind(reading.original.slice(0, start))) return null;
  // "The Saudi state fund's AI company said": a house of the country.
  if (OF_A_HOUSE.test(reading.text.slice(end, end + 60))) return null;
  // "Japan's Kumo Data runs": another.
  if (
    /^['’]s? [A-Z]/.test(reading.original.slice(end, end + 5)) &&
    !/^['’]s? (?:AI|GPU)/.test(reading.original.slice(end, end + 7))
  )
    return null;
  const slug =
    groups['named'] !== undefined || groups['hannamed'] !== undefined
      ? placeSpokenOf(article, reading, start)
      : groups['hanbody'] !== undefined
        ? 'china'
        : groups['twbody'] !== undefined
          ? 'taiwan'
          : (BY_PEOPLE.get(name) ?? BY_SEAT.get(name) ?? PLACE_SLUGS.get(name) ?? null);
  return slug === null ? null : { slug, start, end };
}

/** "firms go to Malaysia, which will have 3 gigawatts": the country that a relative clause is about. */
function placeBeforeWhich({ text, original }: Reading, from: number): ReturnType<typeof placeActing> {
  if (!WHICH.test(text.slice(from, from + 48))) return null;
  const name = PLACE_BEHIND.exec(text.slice(0, from))?.[1];
  const slug = name === undefined ? undefined : PLACE_SLUGS.get(name);
  if (name === undefined || slug === undefined) return null;
  const start = text.lastIndexOf(name, from);
  // "a campus in Norway, which is budgeted at": of what lies there.
  const lead = original.slice(0, start);
  return liesBehind(lead) || OF_A_SITE.test(lead) ? null : { slug, start, end: start + name.length };
}
const OF_A_SITE =
  /\b(?:campus(?:es)?|sites?|halls?|plants?|clusters?|facilit(?:y|ies)|cent(?:er|re)s?|projects?|complex|park|buildings?|supercomputers?) (?:\w+ )?(?:in|near|outside) (?:[a-z]+ )?$/i;
const WHICH = new RegExp(`^[\\s,]*which(?=${ACTS})`);
const PLACE_BEHIND = new RegExp(`(?<![a-z'’-])(${longestFirst(PLACE_SLUGS.keys(), false)})[\\s,]*$`);

/** 报告指出：中国已建成千余座，交付容量24GW: the country that acts in a clause before, behind the houses that may own a figure. */
export function placeInClauseBefore(
  article: Article,
  reading: Reading,
  houses: readonly Entity[],
  clauseStart: number,
): ReturnType<typeof placeActing> {
  let end = clauseStart;
  while (end > 0) {
    const last = end - 1;
    const start = (reading.clauses.findLast((at) => at < last) ?? -1) + 1;
    if (houses.some((e) => e.kind !== 'product' && e.start >= start)) return null;
    const place = placeActing(article, reading, start, end);
    if (place) return place;
    end = start;
  }
  return null;
}
