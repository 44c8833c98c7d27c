import { MONEY_BEGINS, MONEY_ENDS } from '../../normalise/currency.ts';
import { fold } from '../../normalise/fold.ts';
import { type Listed, spreadRates } from '../../normalise/listed-rates.ts';
import { withoutMode } from '../../normalise/modes.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { type Reading, readCell } from './cell.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './draft-of.ts';
import type { Surroundings } from './model.ts';
import { PLAN_NAME } from './names.ts';
import { isTopic, type PageContext, productOfContext, productOfHeading, topicIn } from './page-context.ts';
import { keptBefore } from './task-before.ts';

const STATES = new RegExp(
  String.raw`\b(?:is|are|was)\s+(?:\w+\s+){0,2}(?:priced|billed|charged|available|offered|included|metered)\b|\b(?:costs?|charges?)\b|\bpriced at\b|\b(?:billed|charged) at\b|\b(?:purchased|sold) (?:at|in|for)\b|\b(?:is|are) \p{L}+ for ${MONEY_BEGINS}|\bthen ${MONEY_BEGINS}|\bat ${MONEY_BEGINS}|\bfor (?:just|only) ${MONEY_BEGINS}|\bstarts? (?:at|from)\b|\b(?:is|are|pay)\s+(?:just |only )?(?:${MONEY_BEGINS}|\d[\d.,]*${MONEY_ENDS})|\b(?:kostet|kosten|berechnet|abgerechnet|in rechnung gestellt)\b|\b(?:coûtent?|facturée?s?|cuestan?)(?!\p{L})|(?:부과|과금|청구|제공)(?:됩니다|된다)|стоит|составляет|价格为|计费|收费|收取|每.{1,12}\d.*元`,
  'iu',
);
/** "Voice agent API: $4.50/hr of connection time." */
const LABELLED = new RegExp(
  String.raw`^[^:]{2,48}:\s*(?:${MONEY_BEGINS}|(?:每|输入|输出|缓存)[^:]{0,30}?\d|[\d.,]*${MONEY_ENDS})`,
);
const NO_NAME_WORD =
  'gets?|saves?|spends?|pays?|paying|paid|only|just|from|starting|starts?|plus|then|now|try|earns?|adds?|for|at|with|about|under|over|up|and|or|to|in|on|of|by|as|an?|one|is|are|was|be|been|can|may|will|costs?|charges?d?|priced|billed|purchased|sold|you|we|they|it|your|our|than|after|before|extra|more';
/** "Container disk $0.10/GB/mo while running": a name right before its rate, and no verb. */
const VERBLESS = new RegExp(
  String.raw`^(?:[\p{L} ]{2,30}: )?((?:(?!(?:${NO_NAME_WORD})\b)[\p{L}\d][\p{L}\d./+()-]*\s){1,5}?)(?:at\s)?(?=${MONEY_BEGINS}[\d.,]*\s?(?:/|per\s))`,
  'iu',
);
/** Worked examples, promotions and thresholds speak of money that is no price. */
const EXAMPLE =
  /\b(?:for example|for instance|example|excluding|e\.g\.|suppose|if you|let's say|would (?:be|cost)|assum|in total|total(?:s|ing)?|sav(?:e|es|ing|ings)|estimat|your bill|monthly bill|credits?|budgets?|free|limit|minimum|maximum|up to(?= ?[$€£¥])|as low as|less than|more than|worth|refund|deposit|raised|invest|revenue|compared|versus|vs\.?|instead of|previously|was|used to|average|calculator|spend|top.?up|balance|beispiel|angenommen|insgesamt|guthaben|예를 들어|미만이면|이하이면|(?:되|하)지 않|예시|^예\)|^例[:)]|例えば|par exemple|por ejemplo)\b|например|例如|比如|举例|假设|假如|合计|共计|总计|总价|预计|节省|赠送|充值|余额|返券|代金券|限额|原价|之前|此前|优惠券/i;

/** "(when outside the free tier)": for whom the price holds. */
const OUTSIDE_FREE = /\b(?:outside|beyond|above|after|exceeding) (?:the |your |our )?free (?:tier|quota|allowance)\b/gi;

/** "... and egress is free": of something else. */
const FREE_BESIDES =
  /(?:[,;]|\b(?:and|but|while)) (?:(?:and|but|while) )?(?:\p{L}[\p{L}-]* ){1,4}(?:is|are) (?:\p{L}+ )?free(?: of charge)?(?=[.,;!]|$)/giu;

/** "The first 1,000 pages are free, then $1.50 per 1,000 pages". */
const FREE_FIRST =
  /^(?:The )?first (?:[^,.$€£¥]|,(?=\d)){3,60} (?:is|are) free(?: of charge)?,? (?=(?:and )?(?:then|thereafter|after that)\b)/i;

/** "Every image costs $0.04, or $0.08 in HD": what each amount of the sentence is of. */
const OF_EACH =
  /^(?:Each|Every) (?:(?:additional|generated|successful|further) )?(\p{Ll}{4,}(?: \p{Ll}{4,})?) (?:is|costs) /u;
const WITHOUT_UNIT = new RegExp(
  String.raw`(?:${MONEY_BEGINS})(?:[\d.,]*\d)?(?![\d.,]*\d|\s*(?:/|per\b|an?\b|each\b|%))`,
  'gu',
);

const withUnit = (sentence: string, noun: string | null): string =>
  noun === null ? sentence : sentence.replaceAll(WITHOUT_UNIT, `$& per ${noun}`);

/** "(exkl. VAT) pro Stunde" goes on behind its point. */
const SENTENCES = /(?<=[.!?。！？])(?<!\b(?:ex[ck]l|in[ck]l|zzgl|ca|approx|max)\.)\s+|(?<=[。！？])/i;
/** "Storage is $0.02 per GB; traffic is $0.01 per GB", "... and traffic costs $0.01", "..., an H100 costs $3": clauses with subjects and amounts of their own. */
const CLAUSES = new RegExp(
  String.raw`(?:;\s+|,?\s+(?:and|while|whereas)\s+)(?=(?:(?!(?:input|output|cached|cache|then|up|over|above|the|a|an|and|or)\b)[\p{L}\d][\p{L}\d./-]*\s){1,5}(?:(?:is|are|costs?|starts at|at)\s)?(?:only |just )?${MONEY_BEGINS})|,\s+(?:(?:and|while|whereas)\s+)?(?=(?:(?:an?|the)\s)?(?:(?!(?:input|output|cached|cache|then|up|over|above|and|or|it|that|which|this)\b)[\p{L}\d][\p{L}\d./-]*\s){1,4}(?:is|are|costs?)\s(?:only |just )?${MONEY_BEGINS})`,
  'u',
);
/** "... and HDD volumes $0.05", "... and Orca 2 at $0.05": the verb of the clause before goes for this one too. */
const WITHOUT_VERB = new RegExp(
  String.raw`^((?:(?!(?:is|are|costs?|starts|at|only|just)\s)[\p{L}\d][\p{L}\d./-]*\s)+)(at\s)?(?=${MONEY_BEGINS})`,
  'iu',
);
const MANY_CLAUSES = new RegExp(`^[^;]*${MONEY_BEGINS}.*${MONEY_BEGINS}`);

/** "From 500 hours a month, transcription is billed at ...": for how much of it the price holds. */
const CONDITION =
  /^((?:From|Above|Over|Beyond|After|Past|Below|Under|Up to|At(?=[^$€£¥]* or (?:more|above|less|fewer))) (?=[^,]*\d)(?:[^,$€£¥]|,(?=\d)){3,40}),\s+(?=\p{L})/u;

interface Clause {
  readonly text: string;
  /** What its sentence begins with as a condition of all its prices. */
  readonly condition: string | null;
}

const capital = (clause: string): string => clause.replace(/^\p{Ll}(?=[\p{L}-]*\s)/u, (letter) => letter.toUpperCase());

/** The sentences of a text, and the clauses of one that states several prices. */
const sentencesOf = (text: string): Clause[] =>
  text.split(SENTENCES).flatMap((whole) => {
    const condition = CONDITION.exec(whole);
    const sentence = condition === null ? whole : capital(whole.slice(condition[0].length));
    const clauses = MANY_CLAUSES.test(sentence) ? clausesOf(sentence) : [sentence];
    return clauses.map((clause, at) => ({
      text: at === 0 ? clause : capital(clause.replace(WITHOUT_VERB, '$1is $2')),
      condition: condition?.[1] ?? null,
    }));
  });

/** "Sound sent and received costs $0.05": what has no amount goes on. */
const clausesOf = (sentence: string): string[] => {
  const [first = '', ...others] = sentence.split(CLAUSES);
  return others.length === 0 || HAS_MONEY.test(first) ? [first, ...others] : [sentence];
};
const HAS_MONEY = new RegExp(MONEY_BEGINS);

/** The subject of a later clause begins small where it stands. */
function asClauseHas(subject: string, written: string): string {
  const small = subject.charAt(0).toLowerCase() + subject.slice(1);
  return !written.includes(subject) && written.includes(small) ? small : subject;
}

/** What the paragraphs before spoke of. */
export interface Talk {
  subject: string | null;
}

/** Prices a sentence states outright: "Web search costs $10 per 1,000 searches." Only with a unit of its own. */
export function proseDrafts(
  written: string,
  around: Surroundings,
  page: PageContext,
  place: string,
  talk: Talk,
): Draft[] {
  const drafts: Draft[] = [];
  let listed: Listed | null = null;
  let before: string | null = null;
  for (const { text, condition } of sentencesOf(fold(written))) {
    if (!/\d/.test(text)) continue;
    const noun = OF_EACH.exec(text)?.[1] ?? null;
    const spread = spreadRates(withUnit(text.replace(FREE_FIRST, ''), noun), listed);
    const sentence = spread.text;
    listed = spread.listed;
    // "Every image" under "Images": the unit, and the heading says of what.
    const isUnit = noun !== null && page.label(`per ${noun}`).unit?.dimension !== 'other';
    const subject = isUnit ? topicOf(around) : subjectOf(sentence);
    const own = subject === null ? null : asClauseHas(asWritten(subject, written), written);
    const named = own ?? (spread.goesOn || GOES_ON.test(sentence) ? before : null);
    before = own ?? before;
    talk.subject = own ?? talk.subject;
    if (
      EXAMPLE.test(sentence.replace(OUTSIDE_FREE, '').replace(FREE_BESIDES, '')) ||
      !(STATES.test(sentence) || LABELLED.test(sentence) || VERBLESS.test(sentence))
    )
      continue;
    for (const reading of readCell([sentence], page.currencies, false)) {
      if (reading.amount.unit === null || reading.bound !== null) continue;
      // "costs about $44 a month": what something comes to is told so, a price never.
      if (ROUGHLY.test(sentence.slice(0, reading.amount.start))) continue;
      const kept = keptBefore(sentence, reading.amount);
      if (named === null && kept === null && !STATES.test(sentence)) continue;
      const over = named ?? productOfContext(around, [], null, page) ?? (GOES_ON.test(sentence) ? talk.subject : null);
      const spoken = spokenOf(sentence);
      // "Image upscaling costs ..." under "Self-serve": the heading says how it is bought, the sentence what.
      const under =
        over !== null &&
        named === null &&
        spoken?.includes(' ') &&
        (isWay(over) || PLAN_NAME.test(over) || page.isOwnName(over))
          ? null
          : over;
      // "Storage is $0.10 per GB a month" below nothing but what the page is called.
      const ofPage = named === null && around.headings.every(({ level }) => level < 2) ? kept : null;
      const name =
        ofPage ?? under ?? (spoken === null ? null : asClauseHas(spoken, written)) ?? kept ?? topicOf(around);
      if (name === null) continue;
      const machine = {
        product: name,
        headers: sentence,
        around: around.headings.map((heading) => heading.text).join(' '),
        counted: false,
        gpuColumn: false,
        specs: false,
      };
      const stated = draftsOf(
        {
          reading,
          names: name,
          head: [],
          rowLabels: [],
          productLabel: null,
          nameLabel: null,
          nameTier: condition,
          sections: [],
          far: [],
          prose: [],
          notes: [],
          machine,
          discriminators: [],
          evidence: text.slice(0, 240),
          place,
        },
        page,
      );
      const starting = named === null && startsAt(sentence, reading);
      drafts.push(
        ...stated.map(
          (draft): Draft => ({
            ...draft,
            ...(under === null ? { plainlyNamed: true } : {}),
            ...(starting ? { starting } : {}),
          }),
        ),
      );
    }
  }
  return drafts;
}

/** "For more than 1 TB, the rate is $0.05": of what the sentence before was about. */
const GOES_ON =
  /^(?:[^,$€£¥]{3,60}, )?(?:the (?:(?:base|basic|regular|monthly|hourly|unit) )?(?:rate|price|cost|charge|fee)|it|they) (?:is|are|costs?|rises?|drops?|falls?|goes)\b|^(?:we charge|you pay)\b/i;

const ROUGHLY = /(?:\b(?:about|around|roughly|approximately|approx\.?)|[~≈约])\s*$/i;

/** "Starting at $2": the least of several prices. */
export const startsAt = (text: string, { amount }: Reading): boolean =>
  /(?:\b(?:starting|starts?) (?:at|from)|\bfrom|\bas (?:low|little) as|低至)\s*$/i.test(text.slice(0, amount.start));

/** What stands over prices of things that are bought in one way, and names none of them. */
const WAY =
  /^(?:self[- ]serve|pay[- ]as[- ]you[- ]go|scaling|growing|volume(?: pricing)?|add-?ons?|extras|usage(?:[- ]based)?|overages?|on[- ]demand)$/i;
export const isWay = (heading: string): boolean => WAY.test(heading);

/** "Embeddings are billed at $0.02 per million tokens.": plain words, where nothing names a product. */
function spokenOf(sentence: string): string | null {
  const [, more, named] = SPOKEN.exec(sentence) ?? [];
  const subject = more ?? named;
  return subject !== undefined && !NO_SUBJECT.test(subject) && !OF_PRICE.test(subject) && isTopic(subject)
    ? subject
    : null;
}

const SPOKEN =
  /^(?:(?:Additional|Extra|Further) (\p{Ll}[\p{L}-]{2,}(?: [\p{L}-]+){0,2}?)|(?:The |Our )?(\p{Lu}[\p{L}-]{2,}(?: [\p{L}-]+){0,3}?)) (?:is|are|costs?|can be)\b/u;

/** "Storage" over "Billed at $0.33 per GiB per month": the nearest heading, however plain, that speaks of more than prices. */
function topicOf(around: Surroundings): string | null {
  return topicIn(around.headings.at(-1)?.text ?? '');
}

/** "Audio: orca/ear-2 is $0.05 per hour of speech": of what kind it is goes before a name; before other words it is the name itself. */
const TOPIC_BEFORE =
  /^\p{Lu}\p{Ll}{2,20}(?: \p{Ll}{2,20})?: (?=(?:[^\s:$€£¥]*[/\d][^\s:$€£¥]*|\p{Lu}[^\s:$€£¥]*)(?: [\p{Lu}\d][^\s:$€£¥]*){0,3} (?:is|are|costs?)\b)/u;

/** "For audio, Orca Ear costs": what one uses it for. */
const FOR_WHAT = /^For [\p{L} -]{3,30}, (?=[\p{Lu}\d@])/u;

/** "Disk volumes: Storage that is kept, billed at": a name, and what it is. */
const NAME_BEFORE = /^(\p{Lu}[\p{L}\d ]{2,38}): (?:[^\s:$€£¥]+ ){1,6}(?:that|which) (?:is|are|costs?)\b/u;

/** What a sentence is about: the words before its verb, where they read like a name. */
function subjectOf(written: string): string | null {
  const explained =
    NAME_BEFORE.exec(written)?.[1] ?? CODE_BEFORE.exec(written)?.[1] ?? DONE_FOR.exec(written)?.[1] ?? feeOf(written);
  if (explained !== undefined) return explained;
  const sentence = written.replace(TOPIC_BEFORE, '').replace(FOR_WHAT, '');
  // "Pricing for Orca 2 mini is $2.50 per 1M tokens"
  const priced =
    /^(?:The )?(?:\d{1,2}-(?:month|year) )?(?:[\p{L}-]+ )?(?:[Pp]ricing|[Pp]rices?|[Cc]osts?|[Rr]ates?|[Rr]equests|[Ii]nference) (?:for|of|on|to|with) (?:the )?([\p{Lu}@\d][\p{L}\d .:/@_+-]{1,48}?) (?:is|are|costs?|starts?)\b/u.exec(
      sentence,
    )?.[1];
  if (priced !== undefined) return productOfHeading(priced);
  const charged = CHARGED.exec(sentence)?.[1];
  if (charged !== undefined) return productOfHeading(charged);
  const subject =
    /^(?:The |Our |Each |All |An? (?=\p{Lu})|Der |Die |Das |Le |La |Les |El )?([\p{Lu}\d@][\p{L}\d .:/@_+-]{1,48}?|[a-z][\w.-]*(?:[-/.][\w]|\d)[\w./:-]*)(?::\s*(?=(?:US)?[$€£¥]|[A-Z]{3} ?\d|\d[\d.,]* ?[A-Z]{3}\b)|\s+(?:(?:is|are|costs?|starts?|wird|werden|kostet|kosten|cuestan?)\b|(?:models? )?(?:usage )?(?:is|are)\b))/u.exec(
      sentence.replace(REMARK_BEHIND, ''),
    )?.[1];
  // "Comet-T1：输入 1 元/百万 tokens，输出 4 元/百万 tokens。"
  const labelled = LABELLED.test(sentence) ? /^([\p{L}\d][^:]{1,47}):/u.exec(sentence)?.[1] : undefined;
  if (subject === undefined && labelled !== undefined)
    return NO_SUBJECT.test(labelled) ? null : productOfHeading(labelled);
  const bare = subject === undefined ? VERBLESS.exec(sentence)?.[1]?.trim() : undefined;
  // "3-month commitment from $2.29/hr": how it is bought.
  if (bare !== undefined && withoutMode(bare.replace(/\s+(?:from|at|only|just|starting(?: at)?)$/i, '')).trim() === '')
    return null;
  if (bare !== undefined) return NO_SUBJECT.test(bare) ? null : (productOfHeading(bare) ?? topicIn(bare));
  if (subject !== undefined)
    return NO_SUBJECT.test(subject) || OF_PRICE.test(subject) ? null : productOfHeading(subject.replace(OF_LIST, ''));
  // "With Nova Voice you pay $0.05 per minute", "You pay $0.006 per minute for Whisper."
  const object =
    /^(?:With|For|On) ([\p{Lu}\d@][\p{L}\d .:/@_+-]{1,48}?),? you pay\b/u.exec(sentence)?.[1] ??
    /\bpay\b.*\bfor ([\p{Lu}@][\p{L}\d .:/@_+-]{1,48}?)[.!]?$/u.exec(sentence)?.[1];
  return object === undefined || NO_SUBJECT.test(object) ? null : productOfHeading(object);
}

/** "Fine-tuning costs $3 per million tokens for Orca 2 Mini": what is done, and with which model. */
const DONE_FOR =
  /^(?:Training|Fine-?tuning|Inference|Hosting|Serving) (?:is|costs?) [^\d;]*[\d.,]+[^\p{Sc};]* for ((?:\p{Lu}|(?=\S*[\d-])\p{Ll})[\p{L}\d.:/_+-]+?(?: [\p{Lu}\d][\p{L}\d.:/_+-]*?){0,3})[.!]?$/u;

/** "On top of that, Orca charges a base fee of $0.05 per minute": whose fee it is, and what it is called. */
function feeOf(sentence: string): string | undefined {
  const [, house = '', fee] = FEE.exec(sentence) ?? [];
  return fee === undefined ? undefined : `${/^we$/i.test(house) ? '' : `${house} `}${fee}`;
}
const FEE =
  /(?:^|\s)([Ww]e|\p{Lu}[\p{L}\d.]+(?: \p{Lu}[\p{L}\d.]+)?) (?:charges?|adds?|takes) an? ((?:[\p{L}-]+ ){1,3}(?:fee|charge|surcharge)) of (?=[$€£¥\d])/u;

/** "We charge an extra $0.50 a month for our Floating IPs". */
const CHARGED =
  /^(?:We charge|You (?:pay|are charged))\b.*\bfor (?:using |use of |the use of )?(?:our |the |each |every |an? )?([\p{Lu}@][\p{L}\d .:/@_+-]{1,48}?)[.!]?$/u;

/** "Orca models (8B and 32B) on the API are ...": what is said of a name before its verb. */
const REMARK_BEHIND =
  /(?:\s\([^()]{2,40}\))?(?:\s(?:on|in|through|via) (?:the|our) (?:\p{Lu}{2,5}|[Pp]latform|[Cc]loud))?(?=\s(?:is|are|costs?)\s)/u;

/** "Hold the rest and orca-2-mini costs $2": a code before the verb of a later clause, whatever leads up to it. */
const CODE_BEFORE =
  /\s(?:and|while|but|so|then|where|because) (?=[a-z][\w./]*-)(?=[^\d\s]{0,40}\d)([\w./-]{3,48}) (?:costs|is (?:priced|billed|charged)) /;

/** "Orca 2 standard pricing". */
const OF_LIST = / (?:standard|list|base|regular|current|token)(?= pricing$)/i;

/** "The base rate of a subscription". */
const OF_PRICE = /\b(?:rates?|prices?|costs?|fees?|charges?)\b/i;

/** Words that begin a sentence about prices and name no product. */
export const NO_SUBJECT =
  /^(?:this|it|both|either|you|we|there|on(?!-)|in|for|with|at|by|of|to|from|when|while|as|if|after|before|besides|beyond|above|below|over|under|past|within|then|additionally|otherwise|prices?|pricing|these|they|requests?|usage|tokens?|input|output|calls?|images?|videos?|audio|text(?! (?:to\b|(?!inputs?\b|outputs?\b|tokens?\b|prompts?\b|models?\b|only\b|costs?\b|prices?\b|calls?\b|requests?\b)[a-z]{4,}))|storage|models?)\b/i;
