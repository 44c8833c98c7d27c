import { namesProvider } from '../../normalise/providers.ts';
import { asWritten } from '../../normalise/simplified.ts';
import { findAmounts } from './amounts.ts';
import type { Seen } from './card-records.ts';
import type { Reading } from './cell.ts';
import { isOfCredits } from './credit-prices.ts';
import type { Label } from './label.ts';
import { FAMILY, NOISE, STEP } from './names.ts';
import type { PageContext } from './page-context.ts';
import { NO_SUBJECT } from './prose.ts';
import { GRADE } from './turned-tables.ts';

// Names that stand in one line with their price.

const MEASURED =
  /^(\p{L}.*?)\s+(?:up to\s+|sub-)?\(?\d[\d.,]*\s*(?:[kmgt]i?b?)?\s*(?:tokens?\s+)?(?:context|ctx|v?ram|memory|params?|parameters|ms latency)\b.{0,20}$/iu;

/** "RTX 5090 32 GB VRAM 92 GB RAM • 15 vCPUs": a machine and several of its parts, as a link around a whole card has them. */
const OF_PARTS =
  /^(\p{L}.*?)\s+(?:\d[\d.,]*\s?[gt]i?b\s+(?:of\s+)?(?:v?ram|memory|nvme|ssd|storage|disk)|\d+\s?v?cpus?)\b.*\d\s?(?:[gt]i?b\s+)?(?:v?ram|memory|v?cpus?|v?cores?|ssd|nvme|storage|disk)\b/iu;
const PART = /\d\s?(?:[gt]i?b|v?cpus?)\b/i;

/** The name in a line that also says its size, as two elements of one line do: "Orca 3 Mini 128k context". Null where there is none. */
export function nameBeforeSize(text: string, page: PageContext): string | null {
  const parts = PART.test(text) ? OF_PARTS.exec(text)?.[1] : undefined;
  const name = (parts ?? MEASURED.exec(text)?.[1])?.replace(/[\s(|·,-]+$/, '');
  if (name === undefined || name.length > 60 || DATED.test(name) || !(/\p{L}{3}/u.test(name) || FAMILY.test(name)))
    return null;
  const label = page.label(name);
  return label.measure || label.sum || label.isVocabulary || label.residue.length < 2 ? null : name;
}

/**
 * What leads prices under several headings, "Async: $0.61/hour" in the card of every plan: labels, no names. Where others stand beside it that
 * lead under one heading only, it is a name that comes twice, among those who hear and among those who speak.
 */
export function sharedLeads(seen: readonly Seen[]): ReadonlySet<string> {
  const under = new Map<number, Set<string>>();
  let heading = -1;
  for (const one of seen) {
    if (one.kind === 'heading') heading = one.at;
    const lead = one.kind === 'money' ? /^([^:]{2,40}):/.exec(one.text)?.[1] : undefined;
    if (lead === undefined || FAMILY.test(lead) || /\d/.test(lead) || namesProvider(lead)) continue;
    under.set(heading, (under.get(heading) ?? new Set()).add(lead));
  }
  const groups = [...under.values()];
  const again = (lead: string) => groups.filter((leads) => leads.has(lead)).length > 1;
  const alike = groups.filter((leads) => [...leads].filter(again).length * 2 >= leads.size);
  return new Set(
    groups
      .flatMap((leads) => [...leads])
      .filter((lead) => again(lead) && groups.every((leads) => !leads.has(lead) || alike.includes(leads))),
  );
}

/** Where a price begins: with its unit, where that leads. */
const startOf = ({ amount }: Reading): number =>
  amount.lead && amount.unit !== null ? Math.min(amount.start, amount.unit.start) : amount.start;

/** "8 GPUs", "2x GPU", "4卡": how many, not which. */
export const SO_MANY = /^\d{1,3} ?[x×]? ?(?:gpus?|cards?|accelerators?|张?卡)$/i;

/** "8 GPUs $19.92/hr": how many cards the amount is of, where that is all that stands before it. */
export function cardsBefore(text: string, reading: Reading): string | null {
  const lead = text
    .slice(0, startOf(reading))
    .replace(/[\s:|(-]+$/, '')
    .trim();
  return SO_MANY.test(lead) ? lead : null;
}

/** "H100 SXM: $2.49/hr" names its product in the line. */
export function inlineName(text: string, reading: Reading, page: PageContext): string | null {
  const first = reading.of > 1 ? findAmounts(text, page.currencies)[0] : undefined;
  const lead = text.slice(0, first === undefined ? startOf(reading) : Math.min(first.start, startOf(reading)));
  // "orca-embed-3 - 1536 dimensions, $0.02/1M tokens"
  const coded = CODE_AND_REMARK.exec(lead)?.[1];
  if (coded !== undefined && page.label(coded).directions.length === 0 && !page.label(coded).isVocabulary) return coded;
  // "系统盘:免费 50GB,超出部分 0.01 元/GB/天": the name ends at the colon.
  const named = /^\s*([\p{Script=Han}][^:,，]{1,19}):/u.exec(lead)?.[1] ?? INCLUDING.exec(lead)?.[1];
  const name = (named ?? lead)
    .replace(
      /\s*[-:|,(]*\s*(?:(?<!\p{L})(?:(?:is|are|was|for) )?(?:starting|starts?|as (?:low|little) as|from|up to|at|just|only|for|is|are|costs?|priced|charged|billed|input|output|cached input)|输入|输出|低至|仅需|仅)?\s*(?:(?<!\p{L})(?:at|from))?\s*[-:|,(=]*\s*$/iu,
      '',
    )
    .trim();
  const sized = nameBeforeSize(name, page);
  if (sized !== null) return sized;
  if (isOfCredits(text)) return name;
  // "会员享 95 折 ¥2.88": how far it is cut.
  if (
    STEP.test(name) ||
    OF_TIER.test(name) ||
    SO_MANY.test(name) ||
    TASK.test(name) ||
    DATED.test(name) ||
    LENGTH.test(name) ||
    /\d\s?折|%\s?off\b/i.test(name)
  )
    return null;
  if (name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) || MORE.test(name)) return null;
  if (NO_SUBJECT.test(name) && !SERVICE.test(name)) return null;
  const label = page.label(name);
  if (
    label.isVocabulary ||
    (label.residue.length < 2 && !SERVICE.test(name)) ||
    label.sum ||
    (label.measure && /\d/.test(name)) ||
    /^\d[\d.,]*\s*[kmgt]?b?\s+(?:context|tokens?|v?ram|params?)/i.test(name) ||
    label.directions.length > 0 ||
    label.unit !== null ||
    isCondition(label) ||
    NOISE.test(name)
  )
    return null;
  const introduced = /:\s*$/.test(lead);
  return named !== undefined || introduced || FAMILY.test(name) || /\d/.test(name) || /^[A-Z]/.test(name) ? name : null;
}

/** "Created Sep 30, 2025" before the prices of a model: since when there is one. */
const DATED = /^(?:created|updated|released|published|added|available since)\b.*\d/i;

/** "T2A: $100 / M characters" in the card of a model: what it does. */
const TASK = /^[TIVASR]2[TIVASR]$/;

/** "Text to Speech", "Audio Deepfake Detection": what is done to it. */
const SERVICE =
  /^(?:Text|Speech|Voice|Audio|Images?|Videos?) (?:to \p{L}|\p{Lu}\p{Ll}{3}|(?:generation|editing|analysis|understanding|recognition|search|upscaling|moderation|translation|detection)$)/u;

/** "1080p", "Low 1024×1024": what kind of picture is priced, and of which grade. */
const isCondition = ({ text, qualifiers }: Label): boolean => {
  if (qualifiers.length === 0) return false;
  const rest = qualifiers.reduce((left, one) => left.replace(one, ' '), text).trim();
  return rest === '' || GRADE.test(rest) || WITH.test(rest);
};
/** "Without audio" */
const WITH = /^(?:with(?:out)?|no|including|excluding)(?: native)?$/i;

/** "实时语音识别 3.5 元/小时" in a list under "其他服务": words of Chinese and their price are all there is. Null for any other line. */
export function hanLead({ line, text }: Seen, { amount, of }: Reading, page: PageContext): string | null {
  const lead = text.slice(0, amount.start);
  if (of > 1 || !/\s$/.test(lead) || text.slice(amount.end).trim() !== '') return null;
  const label = page.label(lead.trim());
  const isName =
    HAN_NAME.test(lead.trim()) && label.residue.length > 1 && !label.priced && !label.measure && !label.sum;
  return isName && label.directions.length === 0 && label.tier === null && label.mode === null
    ? asWritten(lead.trim(), line.text)
    : null;
}

const HAN_NAME =
  /^(?!(?:超出|超额|其余|其他|额外|另收)(?:部分|费用|用量|金额|的)?$)\p{Script=Han}[\p{Script=Han}\w ·、-]{2,20}$/u;

/** "High performance tier": a tier of what the card is about. */
const OF_TIER = /^(?:\p{L}[\p{L}-]* ){1,3}tier$/iu;

/** The code of a model before a dash and a remark. */
const CODE_AND_REMARK = /^\s*((?=[^\s]*(?:\d|\/|-[^\s]*-))[A-Za-z][\w.@/-]{4,59})\s+[-–—]\s/;

/** "Archive region: 100 GB included; $0.02/GB additional": the name is followed by what it comes with. */
const INCLUDING =
  /^\s*(\p{L}[^:;]{1,39}):\s[^:$€£¥]*(?<!\p{L})(?:included|free|inklusive|kostenlos|inclus|gratuits?|incluid[oa]s?|gratis)(?!\p{L})[^:;,]*[;,]\s*(?:then|plus|danach|puis)?\s*$/iu;

/** "5s: $0.12 per clip": how long. */
const LENGTH = /^\d+(?:-\d+)?\s?(?:s|secs?|seconds?|min(?:ute)?s?|秒|分钟)$/i;

/** "Additional $0.30 / GB": more of what the lines around it are about. */
const MORE =
  /^(?:additional|extra|plus|then|thereafter|after that|beyond that|overage|(?:all|everything|unlimited)(?: \p{Ll}+){1,3})$/iu;
