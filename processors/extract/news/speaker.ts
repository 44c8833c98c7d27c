import { houseOfAddress } from './address-house.ts';
import type { Article } from './analysis.ts';
import { findEntities, isActor } from './entities.ts';
import { HOSTS } from './frames/hosts.ts';
import { houseInterviewed } from './interviewed.ts';
import { lastAsked } from './last-asked.ts';
import { noticeOwner } from './notice-owner.ts';
import { houseOfProducts } from './own-products.ts';
import { isPlaceName } from './places.ts';
import type { Reading } from './reading.ts';
import { repositoryOwner } from './repository-owner.ts';
import { signerOf } from './signer.ts';
import { hanNoticeOwner, hanSigner, hanTitleOwner, saysWe } from './speaker-han.ts';
import { fold, hasHan, matches } from './text.ts';
import { isCommonWord, isWordOf, kebab, strangersIn } from './unknown-name.ts';

/** The house whose own text this is: the provider of the source, else whom the host of the address is named after; null for the press. */
export const speakerOf = lastAsked(
  (article: Article): string | null =>
    article.document.provider ??
    hostOwner(article.document.url) ??
    repositoryOwner(article.document.url) ??
    letterOwner(article) ??
    signerOf(article) ??
    hanTitleOwner(article) ??
    hanSigner(article) ??
    hanNoticeOwner(article) ??
    titleOwner(article) ??
    noticeOwner(article) ??
    makerOfRelease(article) ??
    houseInterviewed(article) ??
    houseOfAddress(article) ??
    houseOfProducts(article),
);

/** "together.ai", "aws.amazon.com", "blog.openai.com": a name that fills whole labels of the host. */
function hostOwner(url: string): string | null {
  const host = fold(/^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? '').replace(/^www\./, '');
  if (host === '' || /\.(?:invalid|example|test)$/.test(host)) return null;
  for (const text of [host, host.replaceAll('.', ' ')]) {
    // In capitals, so that names which are words count: nobody else owns meta.com.
    const owner = findEntities(text, text.toUpperCase(), 0, text.length, true).find(
      (e) =>
        e.kind === 'organisation' &&
        (e.start === 0 || /[. ]/.test(text[e.start - 1] ?? '')) &&
        (e.end === text.length || /[. ]/.test(text[e.end] ?? '')),
    );
    if (owner) return owner.slug;
  }
  return null;
}

/** "尊敬的移动云客户：", "Dear Vultr customer", 阿里云团队: whom a house's letter addresses, or who signs it in Chinese. */
const LETTER = [
  /尊敬的 ?([^，。,：:\s]{2,14}?) ?(?:客户|用户|开发者|会员|合作伙伴|伙伴)/,
  /\b[Dd]ear ([A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}) (?:customers?|users?|developers?|subscribers?|partners?|community)\b/,
  /(?:^|\n|。|—) ?([^，。,：:\n—]{2,14}?) ?(?:(?:云端|雲端|云|雲)?(?:服务|服務))? ?(?:团队|團隊|客服)? ?(?:(?:敬上|谨上|謹上|谨启|謹啟|敬启|敬啟)|(?<=团队|團隊))\W*$/,
];
/** Whom a letter addresses without naming a house. */
const NO_HOUSE =
  /^(?:valued|all|dear|our|early|existing|new|fellow|loyal|free|pro|max|plus|team|enterprise|business|api|gpu|ai|cloud|beta|premium|paid|paying|current|former|developer|platform|vip)(?: |$)/i;

function letterOwner({ document: { body } }: Article): string | null {
  for (const pattern of LETTER) {
    const name = pattern.exec(body)?.[1];
    const named = name ? findEntities(fold(name), name, 0, name.length, true).filter(isActor) : [];
    // 阿里云百炼团队: a platform of a house, by its Chinese name.
    const house = named.find((e) => e.kind === 'organisation') ?? (hasHan(name ?? '') ? named[0] : undefined);
    if (house) return house.slug;
    // "Dear Stackpine customers": a house nobody knows, in Latin letters as its slug is.
    if (name && /^[A-Z][\w.&-]*(?: [A-Z][\w&-]*){0,2}$/.test(name) && !NO_HOUSE.test(name)) return kebab(name);
  }
  return null;
}

/** A house that speaks of what it does itself, outside quotation marks. */
const OWN_DEEDS =
  /(?<![a-z])(?:we|we're|we've|we'll)(?: (?:are|have|now|will|also|no longer|just|today|be))* (?:lower|rais|cut|reduc|charg|offer|launch|introduc|announc|add|bring|brought|mak|made|updat|chang|increas|adjust|retir|serv|process|releas|open|pass|keep|kept|hold|bill|pric|sell|support|run|host|built|ship|roll|extend|simplif|slash|halv|trim|scrap|waiv|drop(?:ped|ping)? (?:the |our |all |some )?(?:[\w-]+ ){0,3}(?:pric|rates|fees?))|(?<![a-z])your (?:invoice|bill|buckets?|account|plan|workspace|api keys?|endpoints?|credits)\b|(?<![a-z])our (?:new )?(?:pricing|prices|customers|api|platform|models?|cloud|gpus?|services?|users|serverless|rates|inference|dedicated|on-demand|reserved)\b/;
const NOTES =
  /change ?log|^[\w&-]+ (?:pricing|prices|price list)\b|release notes|what's new|pricing update|price (?:update|list)|^(?:[\w&.-]+ ){1,3}newsletter\b|updates?\b.*20\d\d|(?:earnings|conference|results|investor) call\b|prepared remarks|call transcript|shareholder letter|letter to shareholders/;

/** "DigitalOcean changelog", "Cerulean lowers prices" over a text that says we: whose title it is. */
function titleOwner(article: Article): string | null {
  const { titleText: title, document } = article;
  // "we at Tessera"
  const at = /\b(?:[Ww]e|[Uu]s) at ([A-Z][\w&-]+)/.exec(document.body)?.[1];
  if (at) return findEntities(fold(at), at, 0, at.length, true)[0]?.slug ?? at.toLowerCase();
  const platform = ownPlatform(article);
  if (platform) return platform;
  const letter = writerOf(article, `${document.title ?? ''} ${document.body}`.replaceAll('\n', ' '));
  if (letter) return letter;
  if (title === '') return null;
  const own = NOTES.test(title) || OWN_DEEDS.test(article.folded.replace(QUOTES, ' '));
  if (!own) return null;
  const houses = article.titleEntities.filter((e) => e.kind === 'organisation');
  if (houses.length > 0) return new Set(houses.map((e) => e.slug)).size === 1 ? (houses[0]?.slug ?? null) : null;
  if (article.titleEntities.length > 0) return gatewayOf(article) ?? makerOfTitle(article);
  // A name nobody has heard of leads the title and stands in the text.
  const priced =
    /^([A-Z][\w&-]*[a-z][\w&-]*) (?:[Pp]ric(?:ing|es)|[Pp]rice (?:[Ll]ist|[Aa]djustment|[Ii]ncrease|[Cc]hange|[Uu]pdate)s?|[Cc]hange ?log|[Rr]elease [Nn]otes)\b/.exec(
      document.title ?? '',
    )?.[1];
  if (
    priced &&
    !isCommonWord(priced) &&
    !/^(?:the|new|recent|upcoming|latest|important|planned|annual|temporary|changed|our|all|api|model|token|cloud|gpu|list|updated|current|compare|understanding|lower|higher|cheaper|better|simpler|fairer|simple|reduced|transparent|platform|product|developers?|engine(?:ering)?|console|studio|gateway|sdk|cli|docs|release|weekly|monthly|spring|summer|autumn|fall|winter|[a-z]*(?:day|week|con|conf|summit)|ignite|connect|keynote|launch|recap)$/i.test(
      priced,
    )
  )
    return priced.toLowerCase();
  const name = /^([A-Z][\w&-]*[a-z][\w&-]*)(?:'s|’s|:| [a-z])/.exec(document.title ?? '')?.[1];
  // "Image models: changelog" over "an image costs": a word of the language.
  return name &&
    !isCommonWord(name) &&
    !isWordOf(document.body, name) &&
    new RegExp(`(?<![.!?] |^|\\n|# )\\b${name}\\b`).test(document.body)
    ? name.toLowerCase()
    : openingOwner(article);
}

const ON_OWN =
  /\b[Ww]e(?:['’](?:re|ve|ll)| are| have| will)?(?: (?:now|just|also|today))* (?:cut|lower|reduc|rais|increas|host|serv|offer|add|launch|charg|bill|drop|slash)[a-z]* [^.!?\n"“]{0,80}? (?:on|at) ([A-Z][a-z]{2,}[\w-]*)(?=[,.;]| (?:by|from|to|for|and|today|is|are|in)\b)/;
/** "We're cutting the price of every open model on Tessara": what whoever says we calls its platform, where the text names it again; null for any house we know, a place or a day. */
function ownPlatform({ document: { body, title } }: Article): string | null {
  const said = ON_OWN.exec(body.replace(QUOTES, ' '));
  const name = said?.[1];
  // "we cut our spending on Kubernetes": what whoever writes uses.
  if (
    name === undefined ||
    /\b(?:spend|costs?\b|bills?\b|usage|relian|time\b|hours|workloads?|agents)/.test(said?.[0] ?? '')
  )
    return null;
  if (isCommonWord(name) || isPlaceName(name.toLowerCase())) return null;
  if (findEntities(fold(name), name, 0, name.length, true).length > 0) return null;
  return `${title ?? ''} ${body}`.split(new RegExp(`\\b${name}\\b`)).length > 2 ? kebab(name) : null;
}

const QUOTES = /["“][^"”]{0,400}["”]/g;
/** What a house calls its services, behind its own name. */
const SERVICE =
  /(?: (?:Serverless|Managed|Dedicated|On-Demand|Object|Block|Model|Batch|Inference|Storage|Endpoints?|API|GPUs?|Kubernetes|Platform))+$/;

/** "Quillon Serverless Inference opened a year ago. Today we ...": a house nobody knows, which opens a text that says we at once. */
function openingOwner(article: Article): string | null {
  const index = article.sentences.findIndex((sentence) => article.blocks[sentence.block]?.kind === 'paragraph');
  const block = article.blocks[article.sentences[index]?.block ?? -1];
  if (!block || !/\b(?:we|our)\b/.test(article.folded.slice(block.start, block.end).replace(QUOTES, ' '))) return null;
  const reading = article.reading(index);
  const house = strangersIn(article, reading, reading.text.length)[0]?.name.replace(SERVICE, '');
  return house && reading.original.startsWith(house) && !reading.entities.some((e) => e.start < house.length)
    ? kebab(house)
    : null;
}

const NAME = '([A-Z][\\w.&-]*(?: [A-Z][\\w&-]*){0,2})';
/** "Your Lambda invoice", "Thanks for building with Lambda", "The Lambda Team": how a letter to customers gives its sender away. */
const SENDER = new RegExp(
  `\\b[Yy]our ${NAME} (?:invoices?|bills?|account|project|workspace|console|dashboard|subscription|plan|usage|servers?|instances?|contract|prices|pricing|rates|services)\\b|\\b(?:[Tt]hanks|[Tt]hank you) for (?:using|choosing|trusting|building (?:with|on)|being (?:with|on)) ${NAME}|\\b[Tt]hank(?:s|s a lot| you|s so much| you so much) to (?:everyone|everybody|all(?: of you)?|those|the [\\d,]+ \\w+|every \\w+|our \\w+|the \\w+)(?: who)?(?: \\w+)?? (?:builds?|building|ships?|shipping|runs?|running|us(?:e|es|ing)|works?|working|develops?|deploys?|trusts?)(?: on| with| in)? ${NAME}|(?:[-\\u2013\\u2014] ?|(?:[Tt]hanks|[Rr]egards|[Cc]heers|[Ss]incerely|[Bb]est),? +)(?:[Tt]he |[Tt]eam )?${NAME}(?: [Tt]eam)?[.!]? *$|[.!?:] +(?:(?:[Tt]he|[Yy]our) )?${NAME} [Tt]eam[.!]? *$`,
  'g',
);

/** Whose name this is where the text has it; null for a stranger. */
function namedAs(article: Article, name: string): string | null {
  for (let i = 0; i < article.sentences.length; i++) {
    const start = article.sentences[i]?.start ?? 0;
    for (const e of article.entitiesOf(i))
      if (e.kind !== 'chip' && article.folded.slice(start + e.start, start + e.end) === name) return e.slug;
  }
  return null;
}

/** Who writes a letter to customers: named as theirs, thanked for or signed, in a text that says we. */
function writerOf(article: Article, body: string): string | null {
  if (!/\b(?:[Ww]e|[Oo]ur|[Ww]e're|[Ww]e've)\b/.test(body)) return null;
  for (const match of matches(SENDER, body)) {
    const name = match
      .slice(1)
      .find((part) => part !== undefined)
      ?.replace(/[.]$/, '')
      .replace(
        /(?<=\w)(?: (?:[Tt]eam|Public|Cloud|GPU|Platform|API|Product|Pricing|Engineering|Developer|Support|Infrastructure))+$/,
        '',
      );
    if (name === undefined) continue;
    const known = namedAs(article, fold(name));
    if (known !== null) return known;
    // "your GPU bill": what is billed, not who bills it.
    if (
      !isCommonWord(name) &&
      !/^(?:API|GPU|AI|Free|Pro|Max|Plus|Team|Enterprise|Business|Next|New|Current|Monthly)\b/.test(name)
    )
      return fold(name).replace(/[^a-z0-9]+/g, '-');
  }
  return null;
}

/** "Vercel AI Gateway changelog": the host whose platform the notes are of, whatever models they list; null for any other title. */
function gatewayOf({ titleText, titleEntities }: Article): string | null {
  const [slug, ...others] = new Set(titleEntities.map((e) => e.slug));
  return slug !== undefined && others.length === 0 && HOSTS.has(slug) && NOTES.test(titleText) ? slug : null;
}

/** "Command R8 is here" over a text that says we and names no other house than the maker of the product in its title. */
function makerOfTitle(article: Article): string | null {
  const [slug, ...others] = new Set(article.titleEntities.map((e) => e.slug));
  if (slug === undefined || others.length > 0 || !article.titleEntities.every((e) => e.kind === 'product')) return null;
  let named = false;
  for (let i = 0; i < article.sentences.length; i++)
    for (const e of article.entitiesOf(i)) {
      if (e.kind !== 'organisation' && e.kind !== 'reporter') continue;
      if (e.slug !== slug) return null;
      named = true;
    }
  return named ? slug : null;
}

/** "DeepSeek-V3.2-Exp is available from today. We are passing that on": whoever makes what a text that says we brings out, where no other house is named. */
function makerOfRelease(article: Article): string | null {
  const first = article.sentences.findIndex((sentence) => article.blocks[sentence.block]?.kind === 'paragraph');
  const product = article.entitiesOf(first)[0];
  const start = article.sentences[first]?.start ?? 0;
  if (
    product?.kind !== 'product' ||
    !BROUGHT_OUT.test(article.folded.slice(start + product.end, start + product.end + 60))
  )
    return null;
  if (!/(?<![a-z])(?:we|we're|we've|our)(?![a-z])/.test(article.folded.replace(QUOTES, ' '))) return null;
  return article.sentences.every((_, i) =>
    article.entitiesOf(i).every((e) => e.kind === 'chip' || e.slug === product.slug),
  )
    ? product.slug
    : null;
}
const BROUGHT_OUT =
  /^(?: [\w.-]+){0,2} (?:is|are)(?: now| today)? (?:available|live|here|out|open|generally available|in (?:preview|beta|general))\b/;

const FIRST_PERSON = /(?<![a-z])(?:we|we're|we've|we'll|our|us)(?![a-z])/g;
const QUOTED =
  /["”][^"”“]{0,12}\b(?:said|says|told|wrote|writes|according)\b|\b(?:said|says|told|wrote|writes)[^"”“]{0,24}["“]/;

/** Who says "we" or "our" before a position of a sentence; null where nobody does, or the words are another's. */
export function firstPerson(article: Article, reading: Reading, before: number): string | null {
  if (saysWe(reading.text, before)) return speakerOf(article);
  FIRST_PERSON.lastIndex = 0;
  const at = FIRST_PERSON.exec(reading.text)?.index;
  if (at === undefined || at >= before || QUOTED.test(reading.text)) return null;
  return speakerOf(article);
}

const USES =
  /\b(?:we|our team|our agents|i)(?:['’]ve)? (?:(?:have|had|has|are|were|was|also|already|now|alone|just|started|been) )*(?:burn(?:ed|t|ing|s)?|us(?:e|ed|ing)|r[au]n(?:ning|s)?|process(?:ed|ing|es)?|consum(?:e|ed|ing|es)|went through|handl(?:e|ed|ing|es)|serv(?:e|ed|ing|es)|secur(?:e|ed|ing)|deploy(?:ed|ing)?|order(?:ed|ing)?)\b[^"”]*$/;
/** "We ran Claude for a month. In total we burned 2.1 billion tokens": whoever writes speaks of himself, where all that is named is what he uses. */
export const isOwnUse = (article: Article, { text, index }: Reading, before: number): boolean =>
  USES.test(text.slice(0, before)) &&
  !QUOTED.test(text) &&
  !/["“]/.test(text.slice(0, before)) &&
  article.titleEntities.every((e) => e.kind !== 'organisation') &&
  article.sentences.every(
    ({ start }, i) =>
      i > index ||
      article
        .entitiesOf(i)
        .every((e) => e.kind !== 'organisation' && USED.test(article.folded.slice(start, start + e.start))),
  );
const USED = /\b(?:ran|run|running|use|used|using|with|on|to|via|through|tried|testing|tested) (?:the )?$/;
