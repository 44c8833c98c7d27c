import type { Label } from './label.ts';
import { PLAN_NAME } from './names.ts';

/** "Prices per hour, per machine." over cards: of the machine they are in. */
const PER_MACHINE =
  /\bper (?:machine|instance|node|server|vm|container)\b|\b(?:pro|je) (?:maschine|instanz|knoten|server)\b|\bpar (?:machine|instance|n(?:œ|oe)ud|serveur)\b|\bpor (?:máquina|inst[aâ]ncia|nodo|servidor)\b|(?:ノード|コンテナ|サーバー?|インスタンス|台)(?:あたり|当たり|につき)|(?:서버|인스턴스|노드|대)당|每台|\/台|每个?(?:实例|节点)/iu;
/** "The price is per GPU.", "价格均为单卡价格". */
const PER_CARD =
  /\b(?:prices?|rates?|costs?)\b(?!.{0,30}\b(?:not|extra)\b)[^.]{0,20}\bper (?:gpu|accelerator|card)\b|\b(?:preise?|prix|precios?|preços?|prezz[io])\b[^.]{0,30}\b(?:pro|je|par|por|per) (?:gpu|karte|carte|tarjeta)\b|価格[^。]{0,12}gpuあたり|价格均?[为是](?:单卡|每卡)价/iu;

/** "1x", "8 GPUs" over amounts: machines of so many cards. */
export const CARD_COUNT = /^\d{1,2} ?(?:[x×]|[x×]? ?(?:gpus?|cards?|卡))$/i;

/** What texts over prices say the hour is of: a whole machine, or one card of it. */
export const saidOfHours = (texts: readonly string[]): { whole: boolean; single: boolean } => ({
  whole: texts.some((text) => PER_MACHINE.test(text)),
  single: texts.some((text) => PER_CARD.test(text)),
});

const OF_A_CARD = /\bper (?:gpu|accelerator|card)\b|\/ ?gpu\b|单卡|每卡/i;

/** "Price per GPU" beside "On-demand price": the other is of the whole machine. Of several ways of buying each may be of a card. */
export function machinesBesideCards(columns: readonly (readonly Label[])[]): (head: readonly Label[]) => boolean {
  const isPlain = (head: readonly Label[]) => head.every(({ mode }) => mode === null || mode === 'standard');
  const ofCards = (head: readonly Label[]) => head.some(({ text }) => OF_A_CARD.test(text));
  const some = columns.some((head) => isPlain(head) && ofCards(head));
  return (head) => some && isPlain(head) && !ofCards(head) && head.some(({ priced }) => priced);
}

/** "250 MB of memory", "Dedicated deployment" among plans that are paid by the hour: what runs there are machines. */
export const runOnMachines = (plans: readonly { readonly text: string }[]): boolean =>
  plans.some(({ text }) => PLAN_NAME.test(text)) && plans.some(({ text }) => text.length <= 80 && RUNS.test(text));
const RUNS = /\b(?:ram|memory|v?cpus?|deployment|databases?|clusters?|instances?|replicas?|nodes?)\b/i;

/** "1-1016 H100 GPUs" for your bursts, "64+ GPUs": among what a price comes with, how many cards one may rent at it. */
export const cardsToRent = (text: string): string[] =>
  text.length > 90 ? [] : (SO_MANY_CARDS.exec(text)?.slice(0, 1) ?? []);
const SO_MANY_CARDS = /(?:^|\s)\d[\d,]*(?:\s?(?:-|to)\s?\d[\d,]*\+?|\+)\s(?:[\p{L}\d][\w-]* ){0,4}gpus?\b/iu;
