import type { Article } from './analysis.ts';
import { dealsWith, isCustomer, namesDeal, opensBeside } from './beside-topic.ts';
import { strangeHeads } from './bracket-heads.ts';
import { allBeside, houseOfList, houseOver, oneHouse } from './carried-from.ts';
import { makesOnly } from './chip-makers.ts';
import { isCompared } from './compared-with.ts';
import { clauseAt } from './context.ts';
import { coordinated } from './coordinated.ts';
import { type Signed, signedBy } from './deal-list.ts';
import { isDealOf, isOtherParty, owns } from './deals.ts';
import { type Entity, isActor } from './entities.ts';
import { isAside, isBesideCompany, isInRole, isModifier, RIVALS, SERVED } from './named-aside.ts';
import { partnerAt } from './partner.ts';
import type { Reading } from './reading.ts';
import { acts, isSoldTo } from './roles.ts';
import { type Subject, sourceSubject } from './source-subject.ts';
import { hasHan } from './text.ts';
import { apposedName, unknownName } from './unknown-name.ts';

/** "It has since", "the company then", 该公司: a sentence or clause takes up whom the one before was about. */
export const PRONOUN_START =
  /^(?:(?:and|but|so|while|yet) )?(?:it|its|they|their|(?:all|most|much|some|half|both|part) of (?:it|this|that|them)|the (?:(?!parent|other|same|two|three|four|five|rival)[a-z-]+ ){0,2}(?:company|firm|group|chipmaker|neocloud|operator|carrier|hyperscaler|chip designer|software maker|social network|startup|vendor|provider|platform|cloud giant|tech giant|search giant|model|lab|retailer|e-commerce giant)|he|she|该公司|公司|管理层|自身|其(?![中他余])|该平台|集团|该集团|它|他|她|该模型|双方)(?![a-z])/;

/** The subject of the text above: earlier sentences of the block, then what the block stands under. */
export function carriedSubject(article: Article, reading: Reading, reach: number): Subject | null {
  const block = article.blocks[reading.block];
  // "In the background, it now reads"
  const opened = reading.text.replace(/^[a-z][a-z ]{2,30}, (?=it |they )/, '');
  const last = Math.max(0, article.thread.above(reading.index));
  let beside: Subject | null = null;
  let rows = 0;
  const strange = strangeHeads(article);
  for (let i = reading.index - 1; i >= 0; i--) {
    if (strange.has(i + 1)) return { slugs: [], names: [], how: 'none' };
    const sentence = article.sentences[i];
    if (!sentence) break;
    const sameBlock = sentence.block === reading.block;
    const other = article.blocks[sentence.block];
    // A table between is one step, however many rows it has.
    if (block?.kind === 'paragraph' && other?.kind === 'row' && article.blocks[sentence.block - 1]?.kind === 'row')
      rows++;
    const distance = Math.max(0, last - i - rows) + 1;
    if (
      !sameBlock &&
      distance > reach &&
      other?.kind !== 'heading' &&
      !(block?.kind === 'bullet' && (other?.kind !== 'bullet' || other.level < block.level)) &&
      !(block?.kind === 'row' && other?.kind !== 'row')
    )
      continue;
    if (!sameBlock && distance > 60) break;
    const all = article.entitiesOf(i);
    const text = article.folded.slice(sentence.start, sentence.end);
    // "9,200 Nvidia GB300 chips": who made them is not spoken of.
    // "The company saw new orders from clients such as Meta": it is still the one above that is spoken of.
    const pronoun = PRONOUN_START.test(text);
    const taken = sameBlock && pronoun;
    const actors = all.filter(
      (e) =>
        isActor(e) &&
        !(taken && isClient({ text, entities: all }, e)) &&
        !makesOnly({ text, entities: all }, e) &&
        !isBesideCompany(text, e) &&
        !namesDeal(text, e) &&
        !isDealOf(text, e) &&
        !isShareOf(text, e) &&
        !(sameBlock && dealsWithIt(text, e)) &&
        !PART_OF_SUM.test(text.slice(Math.max(0, e.start - 10), e.start)) &&
        !isAside({ text }, e) &&
        !isModifier({ text }, e),
    );
    // "It beats Gemini 3 and trails GPT-5", "It is available through Bedrock and Azure": the one that does, or is, is named above.
    if (
      pronoun &&
      (sameBlock || article.sentences[i - 1]?.block === sentence.block) &&
      !hasHan(text) &&
      actors.length > 0 &&
      actors.every((e) => !acts(text, e) && !(actors.length === 1 && owns(text, e)))
    )
      continue;
    // 谷歌和博通会陆续给它接上…: it is still the one above that is spoken of.
    if (SERVED.test(text)) continue;
    // "Google and Meta are to be tenants.": of the one above.
    const named = actors.at(-1);
    if (sameBlock && named && IN_ITS_ROLE.test(text.slice(named.end, named.end + 60))) continue;
    // "Google backs the lease payments.": with money for the one above.
    if (
      sameBlock &&
      i > 0 &&
      article.sentences[i - 1]?.block === sentence.block &&
      actors.length > 0 &&
      actors.every((e) => FINANCES.test(text.slice(e.end, e.end + 60)))
    )
      continue;
    // "Most of it came from OpenAI.", "Memory for Nvidia and AMD was part of it.": named beside whom the paragraph is about.
    if (sameBlock && actors.length > 0 && allBeside(article, i, actors)) continue;
    // "With the halls at CoreWeave that makes 7 gigawatts.": it is the one above that is spoken of.
    if (actors.length > 0 && (opensBeside(text, actors, text.length, 0) || dealsWith(text, actors))) continue;
    const people = all.filter((e) => e.kind === 'person');
    // 奥特曼又签字了，这回的合作方是亚马逊: the house of the one who acts.
    const entities =
      actors.length > 0 && !(people.length > 0 && actors.every((e) => partnerAt(text, e))) ? actors : people;
    const stranger =
      apposedName(article.document.body.slice(sentence.start, sentence.end), all) ??
      (entities.length === 0 &&
      distance === 1 &&
      sameBlock &&
      /^(?:it|its|they|their|the) /.test(opened) &&
      PRONOUN_START.test(opened)
        ? unknownName(article, article.reading(i), text.length)
        : null);
    if (stranger) return { slugs: [stranger.slug], names: [stranger.name], how: 'carried' };
    // "On Tuesday it showed a China Unicom data center": whoever it is, it is nobody else.
    const only =
      entities.length === 0 && sameBlock && distance === 1
        ? all.filter(
            (e) =>
              isActor(e) &&
              !makesOnly({ text, entities: all }, e) &&
              !isShareOf(text, e) &&
              !dealsWithIt(text, e) &&
              !(hasHan(text) && isAside({ text }, e)),
          )
        : [];
    if (
      only.length === 1 &&
      !article.titleEntities.some(isActor) &&
      !only.some((e) => partnerAt(text, e) || isSoldTo(text, e) || isInRole(text, e))
    )
      return {
        slugs: only.map((e) => e.slug),
        names: only.map((e) => article.document.body.slice(sentence.start + e.start, sentence.start + e.end)),
        how: 'carried',
      };
    if (entities.length === 0 || RIVALS.test(text)) continue;
    const listed = hasHan(text)
      ? other?.kind === 'bullet' && !sameBlock
      : other?.kind === 'bullet' || text.includes(': ');
    const told = listed ? article.reading(i) : null;
    const signed = told ? signedDeal(article, told, told.quantities.at(-1)?.start ?? text.length) : null;
    if (signed) return { slugs: [signed.signer], names: [], how: 'carried' };
    // "Revenue from Microsoft, its largest customer, came to": whoever is paid is spoken of.
    if (entities.every((e) => isCustomer(text, e))) continue;
    // 与某某扩大合作: the other party of one who is not named here.
    if (hasHan(text) && entities.every((e) => isOtherParty(text, e))) continue;
    if (!sameBlock && block?.kind === 'bullet' && other?.kind === 'bullet' && other.level >= block.level) continue;
    if (!sameBlock && block?.kind === 'row' && other?.kind === 'row') continue;
    // Below a table the text speaks of the whole again, not of the last row.
    if (block?.kind !== 'row' && other?.kind === 'row' && !oneHouse(article, i)) continue;
    // "...单季净增680亿美元，Meta等新签合同贡献居前": named behind figures at the end of another paragraph, nobody's topic.
    if (!sameBlock && other?.kind === 'paragraph' && entities.every((e) => /\d ?[%亿万]/.test(text.slice(0, e.start))))
      continue;
    const subject =
      entities.find((e) => !partnerAt(text, e) && !isCompared(text, entities, e)) ??
      entities.find((e) => !isCompared(text, entities, e));
    if (!subject) continue;
    const many = sameBlock && !hasHan(text) && new Set(entities.map((e) => e.slug)).size > 2;
    const over =
      many || (!sameBlock && other?.kind === 'paragraph' && block?.kind === 'paragraph')
        ? houseOver(article, subject)
        : null;
    if (over) return over;
    const found: Subject = {
      slugs: [subject.slug],
      names: [article.document.body.slice(sentence.start + subject.start, sentence.start + subject.end)],
      how: other?.kind === 'heading' ? 'heading' : 'carried',
    };
    if (other?.kind === 'heading' || hasHan(text) || !entities.every((e) => partnerAt(text, e))) return found;
    // "The weights ship on Hugging Face.": whoever is spoken of above it, where anybody is.
    beside ??= found;
  }
  return beside ?? houseOfList(article, reading);
}

/** "Microsoft has contracted 200,000 GPUs from it": with whom somebody deals is still spoken of. */
const dealsWithIt = (text: string, { end }: Entity): boolean =>
  text.includes(' it', end) && WITH_IT.test(text.slice(end));
const WITH_IT =
  /^ (?:has |have |had |will |also |already |recently |alone )*(?:contract|rent|leas|buy|b(?:ought|uys)|order|tak|took|sign|agree|invest|put|back|pa(?:y|id)|hir|reserv|book|commit)[a-z]*\b(?:[^.;]|\.\d){0,90}? (?:from|with|into|in|to|at) it(?:[.,;]|$| (?:across|in|for|at|over|through|this|last|and)\b)/;
/** "Microsoft represented 67% of revenue": a customer of whoever is spoken of. */
const isShareOf = (text: string, { end }: Entity): boolean =>
  text[end] === ' ' && SHARE_OF.test(text.slice(end, end + 90));
const SHARE_OF =
  /^ (?:alone |now |still |also |itself )*(?:represent(?:s|ed)|account(?:s|ed) for|ma(?:kes?|de) up|contribut(?:es|ed)|brings? in|brought in|is|was|provid(?:es|ed)) (?:about |some |around |nearly |more than |over |almost |just |as much as )*(?:\d[\d.]* ?%|half|most|[$€£]\d[\d.]* ?\w*|a (?:third|quarter|fifth|tenth)|(?:two|three|four)[- ](?:thirds|quarters|fifths)) of (?:(?:its|their|our|the|total|all|overall|quarterly|annual|group|company|that) )*(?:revenues?|sales|backlog|business|orders?|income|turnover|it|that|total|demand)\b/;
/** Behind a house that only has its money, or its wares, in what is spoken of. */
const FINANCES =
  /^ (?:(?:is|was|has|have|had|will|also|now|been|still|in talks|said|to) )*(?:backs?|backed|backing|back-?stop(?:s|ped)?|guarantees?|guaranteed|lends?|lent|financ(?:es|ed|ing)|underwr\w+|arrang(?:es|ed|ing)|advis(?:es|ed|ing)|put(?:s|ting)? (?:in|up)|insur(?:es|ed))\b|^ (?:also )?(?:suppl(?:ies|ied)|delivers?|delivered|provides?|provided|builds?|built|makes?|made) (?:the|its|most of the|all the|some of the) (?:[\w-]+ ){0,2}[\w-]+\.?$/;
/** What somebody is to whom the paragraph is about. */
const IN_ITS_ROLE =
  /^ (?:(?:is|are|was|were|will be|would be) (?:to be )?|has become |became )(?:the |its |their |an? )?(?:(?:first|largest|anchor|main|biggest|other|only) )?(?:tenants?|customers?|clients?|suppliers?|backers?|investors?|partners?|buyers?|lenders?)\b(?! (?:of|in) )/;
/** "of which AWS brings $4 billion": who has a part of what is spoken of. */
const PART_OF_SUM = /\bof (?:which|that|it),? $/;
const CLIENTS =
  /\b(?:such as|like|including|clients?|customers?|partners?|tenants?|suppliers?|buyers?|rivals?)(?: the)?,? $/;
/** "major clients such as Meta and Nvidia": named for what they are to another. */
function isClient(reading: Pick<Reading, 'text' | 'entities'>, entity: Entity): boolean {
  const first = coordinated(reading, entity)[0] ?? entity;
  // "Its mark shows in Tencent's results": an owner is spoken of.
  if (owns(reading.text, first)) return false;
  return (
    CLIENTS.test(reading.text.slice(Math.max(0, first.start - 20), first.start)) ||
    isSoldTo(reading.text, first) ||
    partnerAt(reading.text, first)
  );
}

/** Whose deal a figure behind the other party's name is; null elsewhere, and where the item says that the other party acts (对方). */
export const signedDeal = (article: Article, reading: Reading, at: number): Signed | null => {
  const signed = signedBy(article, reading, at, (opening) => spokenOfAt(article, opening));
  return signed && !OTHER_ACTS.test(reading.text.slice(clauseAt(reading, at)[0], at)) ? signed : null;
};
const OTHER_ACTS = /^ ?(?:对方|后者|该公司|其)/;
/** Who the sentences above a line speak of, or its title. */
const spokenOfAt = (article: Article, line: Reading): string | undefined =>
  (carriedSubject(article, line, 4) ?? sourceSubject(article)).slugs[0] ??
  article.titleEntities.find((e) => e.kind === 'person')?.slug;
