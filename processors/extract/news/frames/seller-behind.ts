import { makesOnly } from '../chip-makers.ts';
import { type Entity, isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import { HOSTS } from './hosts.ts';

/** "$2.79 on Vast.ai", "$5 input and $25 output via Bedrock": who sells, said behind the price. */
export function sellerBehind(reading: Reading, q: Quantity): Entity | undefined {
  const { text, entities } = reading;
  const end = q.rate && q.rate.end > q.end ? q.rate.end : q.end;
  const beside = entities.find(
    (e) =>
      e.kind === 'organisation' &&
      e.start >= end &&
      // "$15.92 per hour with AMD's MI300X"
      !makesOnly(reading, e) &&
      /^(?: (?:going |coming )?(?:in|out)\b(?:,? and [$€£]?[\d.]+(?: cents)? (?:going |coming )?out\b)?)? ?(?:, |\()?(?:on|at|from|with|via|through) (?:the )?$/.test(
        text.slice(end, e.start),
      ),
  );
  if (beside) return beside;
  const next = entities.find((e) => isActor(e) && e.start >= end);
  // "$0.60 for Kimi K2 on Fireworks"
  const host = next?.kind === 'product' ? entities[entities.indexOf(next) + 1] : undefined;
  if (
    next &&
    host &&
    HOSTS.has(host.slug) &&
    host.slug !== next.slug &&
    SUMS_FOR.test(text.slice(end, next.start)) &&
    /^(?: [\w.-]+){0,2} (?:on|via|through|at|from) (?:the )?$/.test(text.slice(next.end, host.start))
  )
    return host;
  const priced = entities.findLast((e) => e.end <= q.start && e.kind !== 'reporter');
  return next &&
    HOSTS.has(next.slug) &&
    priced?.slug !== next.slug &&
    !/[;；]|\. |\b(?:while|whereas|but)\b/.test(text.slice(end, next.start)) &&
    // "OpenAI tts-1 $15, Kokoro on DeepInfra 80 cents"
    !/[,;] (?:and )?[A-Z][\w.-]*(?: [\w.-]+){0,2} (?:on|via|through) (?:the )?$/.test(
      reading.original.slice(end, next.start),
    ) &&
    // "lists the 4090 at $0.69 and an A4000 on Vast.ai is $0.12": of the next one.
    !entities.some((e) => e.kind !== 'organisation' && e.start >= end && ANOTHER.test(text.slice(end, e.start))) &&
    /\b(?:on|via|through) (?:the )?$/.test(text.slice(end, next.start))
    ? next
    : undefined;
}

/** "A100: $1.19 RunPod, $1.35 Hyperstack, $1.79 Lambda": in a row of sums each of which has a name right behind it, and none before; undefined elsewhere. */
export function sellerRightBehind({ text, entities, quantities }: Reading, q: Quantity): Entity | undefined {
  const houseBehind = ({ end }: Quantity): Entity | undefined =>
    entities.find((e) => e.kind === 'organisation' && e.start === end + 1 && ROW_GOES_ON.test(text.slice(e.end)));
  const house = houseBehind(q);
  const sums = house ? quantities.filter((o) => o.unit === 'money') : [];
  const [first] = sums;
  return house &&
    first &&
    sums.length > 1 &&
    sums.every((o) => houseBehind(o) !== undefined) &&
    !entities.some(
      (e) => e.kind === 'organisation' && e.end <= first.start && /^:? ?$/.test(text.slice(e.end, first.start)),
    )
    ? house
    : undefined;
}
const ROW_GOES_ON = /^(?:[,;.)]|$| and )/;

/** "cheaper than Lambda's at $2.99": whose price another is set beside, right behind its name; undefined elsewhere. */
export const sellerBesideIt = ({ text, entities }: Reading, q: Quantity): Entity | undefined =>
  text.includes('than ') || text.includes('against ')
    ? entities.find(
        (e) =>
          e.kind === 'organisation' &&
          e.end <= q.start &&
          q.start - e.end < 40 &&
          SET_BESIDE.test(text.slice(Math.max(0, e.start - 24), e.start)) &&
          AT_BEHIND.test(text.slice(e.end, q.start)),
      )
    : undefined;
const SET_BESIDE = /\b(?:than|against) (?:the |rival |what is asked at )*$/;
const AT_BEHIND = /^(?:['’]s)?(?: (?!and\b|or\b|is\b|was\b)[\w-]+){0,2} (?:at|for) (?:about |around |only |just )?$/;

const ANOTHER = /^(?: (?:an?|per) hour)?,? and (?:an? |the )?$/;

/** Behind a sum the others of its row, and "for". */
const SUMS_FOR =
  /^(?:[ ,/]|and|cached|input|output|in|out|tokens?|per|a|million|[$€£¥]?\d[\d.]*|1?m(?:tok)?\b)* for (?:the |its )?$/;

/** "dearer than Cursor's Ultra plan, which costs $200": a relative clause tells of what stands right before it, whoever the sentence is about. */
export function ownerOfAntecedent({ text, entities }: Reading, q: Quantity): Entity | undefined {
  const which = text.lastIndexOf('which ', q.start);
  if (which < 0 || q.start - which > 48) return undefined;
  if (
    !/^which (?:\w+ ){0,2}(?:costs?|sells?|goes for|runs|starts (?:at|from)|is|lists?|charges?|asks?|takes|wants|bills|rents?|offers?)\b[^,;]*$/.test(
      text.slice(which, q.start),
    )
  )
    return undefined;
  const owner = entities.findLast((e) => isActor(e) && e.end <= which);
  return owner && /^(?:'s|’s)?(?: [\w.+-]+){0,6}, $/.test(text.slice(owner.end, which)) ? owner : undefined;
}
