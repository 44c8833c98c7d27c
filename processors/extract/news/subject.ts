import type { Article } from './analysis.ts';
import { apposedActor } from './apposed-subject.ts';
import { isCustomer, itActs, namesDeal, opensBeside, opensWithHan } from './beside-topic.ts';
import { houseBelow } from './carried-from.ts';
import { carriedSubject, PRONOUN_START, signedDeal } from './carried-subject.ts';
import { namesChips, PURE_MAKERS } from './chip-makers.ts';
import { isCited, isSource } from './cited.ts';
import { companyMeant } from './company-meant.ts';
import { comparesWith, isCompared } from './compared-with.ts';
import { clauseAt } from './context.ts';
import { coordinated } from './coordinated.ts';
import { allSell, isBoughtFrom, partyOfDeal } from './deal-parties.ts';
import {
  antecedentOf,
  dealOwner,
  isBeside,
  isDealOf,
  isOtherParty,
  landlordOf,
  ownerOfSiteAbove,
  partnersAround,
} from './deals.ts';
import { describedHouse, tradeActing } from './described-house.ts';
import { type Entity, isActor } from './entities.ts';
import { groupOf } from './families.ts';
import { oneOfTwo, oneOfTwoAbove } from './former-latter.ts';
import { houseOfSpeaker } from './house-of-speaker.ts';
import { latinActor } from './latin-actor.ts';
import {
  actorInRelative,
  explainsAnother,
  goesOnSaying,
  hasPartBefore,
  isAside,
  isBesideCompany,
  isCause,
  isCondition,
  isInClosedRelative,
  isModifier,
  isWithIt,
  opensFor,
  resumedBy,
  speakerBehind,
} from './named-aside.ts';
import { namesCompany } from './nameless-company.ts';
import { inRace } from './overtaken.ts';
import { buyerOfPair } from './paired-label.ts';
import { partnerAt } from './partner.ts';
import { placeActing, placeInClauseBefore } from './place-subject.ts';
import { protagonistOf } from './protagonist.ts';
import { quotedBy, speaksOn } from './quoted-by.ts';
import type { Reading } from './reading.ts';
import { relativeOwner } from './relative-owner.ts';
import {
  ADJACENT,
  acts,
  GOES_INTO,
  isListedInside,
  isMember,
  isPaidToo,
  isServedFirst,
  isSoldTo,
  isTakenFrom,
  OPENING,
  PAYEE,
  PAYS,
} from './roles.ts';
import { siteOwnerAbove } from './site-above.ts';
import { type Subject, sourceSubject } from './source-subject.ts';
import { firstPerson, isOwnUse } from './speaker.ts';
import { hasHan } from './text.ts';
import { apposedName, unknownName } from './unknown-name.ts';

const usable = (reading: Reading, entity: Entity, makers = false): boolean =>
  isActor(entity) &&
  !((makers || PURE_MAKERS.has(entity.slug)) && namesChips(reading, entity)) &&
  !isCompared(reading.text, reading.entities, entity) &&
  !isModifier(reading, entity) &&
  !isCause(reading, entity) &&
  !isDealOf(reading.text, entity) &&
  !isAside(reading, entity) &&
  !isPaidToo(reading.text, entity) &&
  !explainsAnother(reading.text, reading.entities, entity);
const isPartner = (reading: Reading, entity: Entity): boolean => partnerAt(reading.text, entity);

export const named = (reading: Reading, entities: readonly Entity[], how: Subject['how']): Subject => ({
  slugs: entities.map((e) => e.slug),
  names: entities.map((e) => reading.original.slice(e.start, e.end)),
  how,
});

/** "is taking over Bitdeer, securing 570 MW": who acts in the clause before does this too, not whom it is done to. */
const PARTICIPLE =
  /^ ?(?:and |thereby |thus )?(?!(?:operating|training|computing|spending|building|existing|remaining|coming|following|including|excluding|according|starting|meaning|during|leading|outstanding)\b)[a-z]{2,}ing (?!to\b)/;

const GOES_ON =
  /^ ?(?:(?:which|that|where|an?|with|has|have|had|is|was|are|will|would|should|wants|plans|aims|expects|hosts|runs|needs|uses|holds) |home to)/;

/** 甲融资，乙领投；公司计划在瑞典建数据中心，首期23兆瓦…: a clause since has taken up whom the sentence is about. */
const PRONOUN_SINCE =
  /[,，;；] ?(?:该公司|公司|该?集团|它|其(?![中他余实])|管理层)(?=[计预拟将正还已也在目现旗的表宣透][\u4e00-\u9fff])[^,，;；]*[,，]/;

interface Options {
  /** Partners ("with OpenAI") may be the subject: prices of and usage on something. */
  readonly partners?: boolean;
  /** How many sentences back the subject may have been named. */
  readonly reach?: number;
  /** A capitalised name that the gazetteer lacks may be the subject. */
  readonly strangers?: boolean;
  /** A maker may stand there only to name its chips ("Google TPUs"), which does not make it the subject. */
  readonly makers?: boolean;
  /** Chips or power are counted: for whom, and from whom, says not whose they are. */
  readonly counts?: boolean;
}

/** Who the figure at [start, end] of a sentence is about. */
export function subjectOf(
  article: Article,
  reading: Reading,
  start: number,
  end: number,
  options: Options = {},
): Subject {
  const [clauseStart] = clauseAt(reading, start);
  const signed = signedDeal(article, reading, start);
  if (signed) return { slugs: [signed.signer], names: [], how: 'heading' };
  const owner = dealOwner(reading, start, end) ?? landlordOf(reading, start);
  if (owner) return named(reading, [owner], 'clause');
  const buyer = options.partners ? undefined : buyerOfPair(reading, start);
  if (buyer) return { slugs: [buyer.slug], names: [buyer.name], how: 'label' };
  const relative = options.partners
    ? undefined
    : (relativeOwner(reading, start, end) ?? actorInRelative(reading, start));
  if (relative) return named(reading, [relative], 'clause');
  const trade = options.partners ? null : tradeActing(article, reading, start);
  if (trade) return trade;
  const chosen = oneOfTwo(reading, isActor, clauseStart, start);
  if (chosen) return named(reading, [chosen], 'clause');
  const race = inRace(article, reading, start, options.reach ?? 4);
  if (race) return race;
  const paired = oneOfTwoAbove(article, reading, start);
  if (paired) return paired;
  const partners = partnersAround(reading.text, start);
  if (partners) return partnersOf(article, reading, partners, options.reach ?? 4);
  // "Anthropic (4.4T)", "and Huawei 805,000": the name right before the figure.
  const adjacent = reading.entities.find(
    (e) => isActor(e) && e.end <= start && ADJACENT.test(reading.text.slice(e.end, start)),
  );
  if (
    adjacent &&
    !isOtherParty(reading.text, adjacent) &&
    !GOES_INTO.test(reading.text.slice(Math.max(0, adjacent.start - 28), adjacent.start)) &&
    !PAYEE.test(reading.text.slice(Math.max(0, adjacent.start - 60), adjacent.start)) &&
    !(options.makers && namesChips(reading, adjacent)) &&
    !isServedFirst(reading.text, adjacent) &&
    !isTakenFrom(reading.text, adjacent) &&
    !isPaidToo(reading.text, adjacent)
  )
    return named(reading, [adjacent], 'clause');
  const apposed = options.partners ? undefined : apposedActor(reading, start);
  if (apposed) return named(reading, [apposed], 'clause');
  const latin = options.strangers && hasHan(reading.text) ? latinActor(reading, clauseStart, start) : null;
  if (latin) return { slugs: [latin.slug], names: [latin.name], how: 'unknown' };
  const explained = apposedName(reading.original, reading.entities);
  const stranded = explained && explained.end <= start ? explained : null;
  const left = reading.entities.filter(
    (e) => e.end <= start && e.start >= (stranded?.end ?? 0) && usable(reading, e, options.makers),
  );
  const preferred = left.filter(
    (e) =>
      !isMember(reading.text, e, start) &&
      !isCondition(reading.text, e, start) &&
      !isInClosedRelative(reading, e, start) &&
      !hasPartBefore(reading, e, start) &&
      (options.partners || !(isPartnerToo(reading, e) || isCustomer(reading.text, e))) &&
      (options.counts || !(isSoldTo(reading.text, e) || namesDeal(reading.text, e))) &&
      !isCited(reading, e),
  );
  const pool = preferred.filter((e) => e.start >= clauseStart);
  // "...; it has deployed": a pronoun takes up the subject the sentence began with.
  const clausePronoun =
    pool.length === 0 &&
    (PRONOUN_START.test(reading.text.slice(clauseStart).trimStart()) ||
      (preferred.length > 1 && PRONOUN_SINCE.test(reading.text.slice(preferred.at(-1)?.end, clauseStart))));
  if (pool.length === 0 && goesOnSaying(reading.text, clauseStart)) {
    const saying = carriedSubject(article, reading, options.reach ?? 4);
    if (saying) return saying;
  }
  // "Brazil launched Stargate Brasil, a park of": a thing behind the country that acts is what it acts on.
  const country =
    pool.every((e) => e.kind === 'product') && (options.strangers || !options.partners) && !stranded
      ? (placeActing(article, reading, clauseStart, start) ??
        // "The government wants a park, which is to hold", 韩国公布投资，目标2029年7GW: who acts in the clause it belongs to.
        // "Kenya, its minister says, will run 20,000": as an apposition or an aside keeps it from its verb.
        (hasHan(reading.text)
          ? placeInClauseBefore(article, reading, preferred, clauseStart)
          : preferred.every((e) => e.kind === 'product') &&
              GOES_ON.test(reading.text.slice(clauseStart, clauseStart + 12))
            ? placeActing(article, reading, 0, start)
            : null))
      : null;
  if (country)
    return { slugs: [country.slug], names: [reading.original.slice(country.start, country.end)], how: 'clause' };
  // "Microsoft has the first hall; Tessara runs 12,000": a house nobody knows acts in the clause of the figure.
  const acting =
    pool.length === 0 && options.strangers
      ? clausePronoun
        ? preferred.length === 0
          ? unknownName(article, reading, clauseStart)
          : null
        : unknownName(article, reading, start, clauseStart)
      : null;
  if (acting && !stranded) return { slugs: [acting.slug], names: [acting.name], how: 'unknown' };
  if (!options.partners && opensBeside(reading.text, left, start, clauseStart)) {
    const topic = topicBeside(article, reading, left, options.reach ?? 4);
    if (topic) return topic;
  }
  const nearest =
    pool.at(-1) ??
    antecedentOf(reading, clauseStart) ??
    ownerOfSiteAbove(reading.text, preferred, clauseStart) ??
    speaksOn(reading, preferred, start) ??
    resumedBy(reading.text, reading.entities, clauseStart) ??
    (clausePronoun && clauseStart > 0
      ? (officerBefore(reading, preferred[0]) ??
        preferred[0] ??
        (opensFor(reading.text, left[0]) ? left[0] : undefined))
      : !options.partners && PARTICIPLE.test(reading.text.slice(clauseStart, clauseStart + 24))
        ? (preferred.findLast((e) => acts(reading.text, e)) ?? preferred[0])
        : preferred.at(-1));
  if (nearest) {
    const first = coordinated(reading, nearest)[0] ?? nearest;
    const leader =
      options.partners || (first !== nearest && isPartner(reading, first) && acts(reading.text, nearest))
        ? nearest
        : first;
    return named(
      reading,
      [usable(reading, leader, options.makers) ? leader : nearest],
      pool.length > 0 ? 'clause' : 'sentence',
    );
  }
  if (stranded) return { slugs: [stranded.slug], names: [stranded.name], how: 'unknown' };
  const doneWith = opensWithHan(reading.text, left[0])
    ? topicBeside(article, reading, left, options.reach ?? 4)
    : undefined;
  if (doneWith) return doneWith;
  const quoted = speakerBehind(reading.text, reading.entities, end);
  if (quoted) return named(reading, [quoted], 'sentence');
  const pronoun =
    PRONOUN_START.test(reading.text.slice(clauseStart).trimStart()) ||
    PRONOUN_START.test(reading.text) ||
    itActs(reading.text, left);
  if (!options.partners && !pronoun && allSell(reading.text, start, left)) {
    const buyer = topicBeside(article, reading, left, options.reach ?? 4);
    if (buyer) return buyer;
  }
  const behind = left.length === 0 ? oneOfTwo(reading, isActor, end) : undefined;
  if (behind) return named(reading, [behind], 'sentence');
  if (!pronoun) {
    const right = reading.entities.filter(
      (e) =>
        e.start >= end &&
        usable(reading, e, options.makers) &&
        !isBesideCompany(reading.text, e) &&
        !isListedInside(reading.text.slice(end, e.start)) &&
        !comparesWith(reading.text, end, e.start),
    );
    const after =
      right[0] && !options.partners && isBoughtFrom(reading.text, start, end, right[0]) ? undefined : right[0];
    const gap = after ? reading.text.slice(end, after.start) : '';
    // "At $2.69/hr for H100 SXM, RunPod's secure tier undercuts ..."
    const leading =
      /^(?:[^,;:]{0,40}: )?(?:at|for|from|starting at|with) (?:about |around |just |only )?$|^ ?(?:以|凭借?|靠着?|用)[^,，。;；]{0,30}$/.test(
        reading.text.slice(0, start),
      );
    // "Aiming for half a billion dollars in sales by 2029, CoreWeave is opening": what opens the sentence is its subject's.
    const opening = OPENING.test(reading.text.slice(0, start)) && /^[^;,]{0,80}, (?:the )?$/.test(gap);
    if (after && !options.partners && isBeside(reading.text, after, options.counts === true)) {
      const other = spokenOf(article, reading, after);
      if (other) return other;
    }
    if (
      after &&
      ((/^[^;；。,，]{0,80}$/.test(gap) && !(/\bto (?:the )?$/.test(gap) && PAYS.test(reading.text.slice(0, start)))) ||
        /^,? (?:was|is|are|were|comes?|came) (?:the )?$/.test(gap) ||
        opening ||
        (leading &&
          /^[^;,]{0,60}, (?:the )?$|^(?:[^,，。;；]|\d[,，]){0,24}(?:、[^,，。;；]{0,30})?[,，]$/.test(gap)) ||
        (isSource(reading, after) && /^[^;；。]{0,80}$/.test(gap)))
    )
      return named(reading, [after], 'sentence');
  }
  const inner = reading.entities.find((e) => e.start >= start && e.end <= end && e.kind === 'organisation');
  const partner = left.findLast((e) => !isCondition(reading.text, e, start));
  const signs = partner && reading.entities.find((e) => e.kind === 'person' && e.end <= start);
  if (signs && !pronoun && isPartner(reading, partner) && groupOf(signs.slug) !== groupOf(partner.slug))
    return { slugs: [signs.slug], names: [], how: 'sentence' };
  if (partner && !pronoun && !isWithIt(reading.text, partner)) {
    const other =
      isOtherParty(reading.text, partner) ||
      (!options.partners && isCustomer(reading.text, partner)) ||
      (!options.counts && namesDeal(reading.text, partner))
        ? topicBeside(article, reading, [partner], options.reach ?? 4)
        : !options.partners && isBeside(reading.text, partner, options.counts === true)
          ? spokenOf(article, reading, partner)
          : undefined;
    return other ?? named(reading, [partner], 'sentence');
  }
  const stranger = pronoun || !options.strangers ? null : unknownName(article, reading, start);
  if (stranger) return { slugs: [stranger.slug], names: [stranger.name], how: 'unknown' };
  const house = firstPerson(article, reading, start);
  if (house) return { slugs: [house], names: [], how: 'sentence' };
  if (isOwnUse(article, reading, start)) return { slugs: [], names: [], how: 'none' };
  // "..., Pichai said": the house of the one who speaks.
  const speaker = reading.entities.find((e) => e.kind === 'person');
  if (speaker && !pronoun) return { slugs: [speaker.slug], names: [], how: 'sentence' };
  const behindQuote = quotedBy(article, reading);
  if (behindQuote) return { slugs: [behindQuote.entity.slug], names: [behindQuote.name], how: 'sentence' };
  if (namesCompany(reading, clauseStart, start)) return { slugs: [], names: [], how: 'none' };
  const speaks = options.strangers && !pronoun ? houseOfSpeaker(reading, end) : null;
  if (speaks) return { slugs: [speaks.slug], names: [speaks.name], how: 'unknown' };
  const described =
    partyOfDeal(article, reading, start) ??
    describedHouse(article, reading, clauseStart) ??
    siteOwnerAbove(article, reading, clauseStart);
  if (described) return described;
  const carried = carriedSubject(article, reading, options.reach ?? 4);
  if (carried) {
    if (/\b(?:the|its) parent\b|parent company|母公司/.test(reading.text.slice(0, start)))
      return { ...carried, slugs: carried.slugs.map(groupOf) };
    return options.partners ? carried : companyMeant(article, reading, clauseStart, carried);
  }
  if (inner) return named(reading, [inner], 'sentence');
  const source = sourceSubject(article);
  const hero = source.slugs.length === 0 && options.strangers ? protagonistOf(article) : null;
  if (hero) return { slugs: [hero.slug], names: [hero.name], how: 'unknown' };
  return (source.slugs.length === 0 && !options.partners ? houseBelow(article, reading) : null) ?? source;
}

/** 黄仁勋称甲明年…；公司承诺的采购…: in Chinese the house of whoever begins to speak, before it is said of whom. */
const officerBefore = ({ text, entities }: Reading, first: Entity | undefined): Entity | undefined =>
  hasHan(text) && first
    ? entities.find(
        (e) => e.kind === 'person' && e.end <= first.start && SPEAKS_HAN.test(text.slice(e.end, first.start)),
      )
    : undefined;
const SPEAKS_HAN = /^[^,，。;；]{0,12}(?:称|表示|说|指出|透露|介绍|强调)[^,，。;；]{0,6}[,，:：]?[^,，。;；]{0,8}$/;

/** Whom the paragraph or the line above a list is about, where it is another than the one beside a figure. */
function spokenOf(article: Article, reading: Reading, beside: Entity): Subject | undefined {
  const above = carriedSubject(article, reading, 1);
  return above !== null && above.slugs[0] !== beside.slug ? above : undefined;
}

/** Whom the text above, its title or its source is about, where it is none of these. */
const topicBeside = (
  article: Article,
  reading: Reading,
  beside: readonly Entity[],
  reach: number,
): Subject | undefined =>
  [carriedSubject(article, reading, reach), sourceSubject(article)].find(
    (found) => found?.slugs[0] !== undefined && !beside.some((e) => e.slug === found.slugs[0]),
  ) ?? undefined;

/** Whose deals a list of partners is of: who is named before it, or behind it, or speaks. */
function partnersOf(
  article: Article,
  reading: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  reach: number,
): Subject {
  const own =
    reading.entities.findLast((e) => e.end <= from && usable(reading, e) && !isPartner(reading, e)) ??
    reading.entities.find((e) => e.start >= to && usable(reading, e) && !isPartner(reading, e));
  if (own) return named(reading, [own], 'sentence');
  const house = firstPerson(article, reading, from);
  if (house) return { slugs: [house], names: [], how: 'sentence' };
  return carriedSubject(article, reading, reach) ?? sourceSubject(article);
}

/** "with Google and Broadcom, the company said": a partner, or joined to one; "in Anthropic and Alphabet has contributed": another one acts. */
function isPartnerToo(reading: Reading, entity: Entity): boolean {
  if (isPartner(reading, entity)) return true;
  const [first] = coordinated(reading, entity);
  return first !== undefined && first !== entity && isPartner(reading, first) && !acts(reading.text, entity);
}
