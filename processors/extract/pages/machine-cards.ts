import { GPU } from './resolve.ts';

// Cards of machines: what says that one is, and by which of its lines it is called.

/** A line of a card. */
interface Part {
  readonly at: number;
  readonly kind: string;
  readonly text: string;
  readonly line: { readonly text: string };
}

/** "4 vCPU", "16 GB RAM", or "vCPU", "4", "RAM", "16 GB" on lines of their own: what a machine has. */
export const isMachine = (record: readonly Part[]): boolean =>
  record.some((one, place) => has(one, record[place + 1], PROCESSORS) || CPU.test(one.text)) &&
  record.some((one, place) => has(one, record[place + 1], MEMORY));

const has = ({ kind, text }: Part, next: Part | undefined, part: RegExp): boolean =>
  kind !== 'money' &&
  part.test(text) &&
  (/\d/.test(text) ? kind === 'spec' : /^\d[\d.,]*(?: ?[gmt]i?b)?$/i.test(next?.text ?? ''));
const PROCESSORS = /(?:\d ?|^)(?:v?cpus?|v?cores?)\b/i;
const CPU = /^(?:\d ?x ?)?(?:amd |intel )?(?:xeon|epyc|ryzen|threadripper|core i\d)\b/i;
const MEMORY = /\d ?[gmt]i?b (?:of |ddr\d )?(?:ecc )?(?:ram|memory)\b|^(?:ram|memory)$/i;

/** "GX-4" right over "NVIDIA RTX 4000 Ada" and "64 GB RAM": a machine by a code of its own, with a card in it. Null for any other name. */
export function machineOver(card: Part, record: readonly Part[]): string | null {
  const above = record.find(({ at }) => at === card.at - 1);
  const isCode = above?.kind === 'title' && MACHINE_CODE.test(above.line.text) && !IS_CARD.test(above.line.text);
  const isOver = isCode && GPU.test(card.text);
  return isOver && record.some(({ text }) => OWN_MEMORY.test(text)) ? above.line.text : null;
}
const MACHINE_CODE =
  /^(?!(?:NVIDIA|AMD|RTX|GTX)\b)(?=.{2,20}$)[A-Z][A-Za-z\d]*(?:[-.][A-Za-z\d]+)+$|^[A-Z]{1,4}\d+[A-Za-z]?$/;
const IS_CARD = new RegExp(`^(?!gpu).*(?:${GPU.source})`, 'i');
const OWN_MEMORY = /\d ?[gt]i?b (?:\S+ )?(?:ram|memory)\b/i;
