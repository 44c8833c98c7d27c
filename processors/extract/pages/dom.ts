import type { ChildNode, Document, Element } from 'domhandler';
import { showsMoney } from './shows-money.ts';
import { termOf } from './terms-to-choose.ts';

export type { Element };
export type Node = ChildNode;
export type Parent = Document | Element;

export const isElement = (node: Node): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';
export const elementsOf = (parent: Parent): Element[] => parent.children.filter(isElement);
export const attribute = (element: Element, name: string): string => element.attribs[name] ?? '';

/** Every element of a page in its order, however deep; what templates hold among them. */
export function everyElement(page: Document): Element[] {
  const found: Element[] = [];
  const open = [...page.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isElement(node)) found.push(node);
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return found;
}

const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'head',
  'select',
  'option',
  'textarea',
  'object',
  'canvas',
  'math',
  'dialog',
  'video',
  'audio',
  'nav',
  'footer',
  // What a form works out.
  'output',
]);
const BLOCKS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'button',
  'label',
  'caption',
  'option',
]);

export const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.name) ||
  element.name.includes('-') ||
  BADGE.test(attribute(element, 'class')) ||
  isStacked(element) ||
  // A card that is one link as a whole.
  (element.name === 'a' && element.children.some((child) => isElement(child) && BLOCKS.has(child.name)));
/** In a column of a flexible layout each element is a line, whatever its tag. */
function isStacked({ parent }: Element): boolean {
  const names = parent !== null && 'attribs' in parent ? parent.attribs['class'] : undefined;
  return names?.includes('stack') === true || names?.includes('flex-col') === true ? STACK.test(names) : false;
}
const STACK = /(?:^|\s)(?:flex-col(?:umn)?|vstack)(?:\s|$)/;
const BADGE = /(?:^|[\s_-])(?:badge|chip|pill)(?:$|[\s_-])|(?:^|\s)tag(?:$|\s)/i;

/** Not shown to a reader, in any state of the page: scripts, menus, placeholders. Panels of tabs and folds are shown in turn. */
export function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.name)) return !offersTerms(element);
  const role = attribute(element, 'role');
  if (role === 'navigation' || role === 'tooltip' || role === 'dialog') return true;
  return isHidden(element) && !isPanel(element) && !isToggled(element) && !isInOtherCurrency(element);
}

/** A list to choose from that says of each choice how long it is and what it costs: prices of a card that shows no others. */
function offersTerms(element: Element): boolean {
  const { name, parent } = element;
  if (name === 'option') return parent !== null && 'attribs' in parent && offersTerms(parent);
  if (name !== 'select') return false;
  const options = elementsOf(element).map(textContent);
  return options.length > 0 && options.every((text) => termOf(text.trim()) !== null);
}

/** The price of the period that is not chosen, "$192/year" beside "$20/month": a switch shows it. */
function isToggled(element: Element): boolean {
  if (/^(?:td|th|tr|span)$/.test(element.name) || element.attribs['hidden'] !== undefined) return false;
  const text = textContent(element);
  return text.length < 120 && showsMoney(text) && BY_PERIOD.test(text);
}
const BY_PERIOD = /\d[^$€£¥￥\d]*(?:\/|\bper\b|每)\s*(?:mo|y(?:ea)?r|月|年)/i;

/** "$3.55/hr", out of sight beside "₹300/hr": the same price in a currency that a switch shows. */
function isInOtherCurrency(element: Element): boolean {
  const { parent } = element;
  const named = Object.entries(element.attribs).some(([key, value]) => NAMES_CURRENCY.test(`${key} ${value}`));
  if (!named || parent === null || !('attribs' in parent)) return false;
  const text = textContent(element);
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined || text.length > 60) return false;
  const name = element.name;
  return elementsOf(parent).some((other) => {
    if (other === element || other.name !== name || isHidden(other)) return false;
    const shown = SIGN.exec(textContent(other))?.[0];
    return shown !== undefined && shown !== sign;
  });
}
const NAMES_CURRENCY = /(?:^|[^a-z])(?:currency|cur|usd|eur|gbp|inr|cny|rmb|jpy|krw|aud|cad|sgd|brl)(?:$|[^a-z])/i;
const SIGN = /\p{Sc}(?=\s?\d)/u;

/** Taken out of the layout, whatever for. */
export function isHidden(element: Element): boolean {
  if (element.attribs['hidden'] !== undefined) return true;
  const style = attribute(element, 'style');
  const names = element.attribs['class'];
  return (style !== '' && AWAY.test(style)) || (names?.includes('hide') === true && HIDE.test(names));
}

/** The class that page builders take elements out of the layout with, at every width. */
const HIDE = /(?:^|\s)hide(?:\s|$)/;

/** Puts an element back into the layout. */
export function show(element: Element): void {
  delete element.attribs['hidden'];
  const names = element.attribs['class'];
  if (names !== undefined && HIDE.test(names))
    element.attribs['class'] = names.replaceAll(new RegExp(HIDE.source, 'g'), ' ');
  const style = element.attribs['style'];
  if (style !== undefined) element.attribs['style'] = style.replace(new RegExp(AWAY.source, 'gi'), '');
}

const AWAY = /display\s*:\s*none|visibility\s*:\s*hidden/i;

function isPanel(element: Element): boolean {
  if (element.name === 'td' || element.name === 'th' || element.name === 'tr' || element.name === 'span') return false;
  return (
    attribute(element, 'role') === 'tabpanel' ||
    isPane(element) ||
    /tab|panel|pane|accordion|collaps|content|toggle/i.test(
      `${attribute(element, 'class')} ${attribute(element, 'id')}`,
    )
  );
}

/** A pane by the name of one of its attributes: data-content-switcher-pane, data-tab-content. */
const isPane = (element: Element): boolean =>
  Object.keys(element.attribs).some((name) => /^data-.*(?:tab|pane|panel|switch)/.test(name));

/** What a pane calls itself where no tab points to it: data-value="batch". Null where it has no name. */
export function paneLabel(element: Element): string | null {
  if (!isPane(element)) return null;
  const name = ['data-value', 'data-tab', 'data-label', 'data-name', 'aria-label'].map((key) =>
    attribute(element, key),
  );
  return name.find((text) => /^\p{L}[\p{L} _-]{1,30}$/u.test(text))?.replaceAll(/[_-]/g, ' ') ?? null;
}

const STRUCK =
  /line-through|strike|\b(?:old|original|was|prev(?:ious)?|(?<!price[-_])list|regular|before)[-_]?price\b|price[-_]?(?:old|original|was|before|crossed)\b/i;

/** A class of its own, whole: what a price was. "del-icon" and "previous-step" are others. */
const OLD_NAME = /(?:^|\s)(?:del|deleted|struck|was|previous|strikethrough|crossed(?:-out)?)(?:$|\s)/i;

/** Struck through: a price that no longer holds. */
export function isStruck(element: Element): boolean {
  if (element.name === 'del' || element.name === 's' || element.name === 'strike') return true;
  const style = attribute(element, 'style');
  if (style !== '' && /line-through/i.test(style)) return true;
  const names = attribute(element, 'class');
  return names !== '' && (STRUCK.test(names) || OLD_NAME.test(names)) && !isOnlyPrice(element);
}

/** A component's name may stand over any price of a card, and a list price may be the price of a list: where no other stands beside it, it holds. */
function isOnlyPrice(element: Element): boolean {
  const names = attribute(element, 'class');
  if (!/[A-Z]/.test(/\S*strike\S*/i.exec(names)?.[0] ?? '') && !LISTED.test(names)) return false;
  const { parent } = element;
  if (parent === null || !('attribs' in parent) || !showsMoney(textContent(element))) return false;
  return !elementsOf(parent).some((other) => other !== element && showsMoney(textContent(other)));
}

/** Words for a price that may be the one to pay. */
const LISTED = /\b(?:list|regular|original)[-_]?price\b/i;

/** All text of an element, run together. */
export function textContent(element: Element): string {
  let text = '';
  const visit = (node: Node) => {
    if (node.type === 'text') text += node.data;
    if (isElement(node)) node.children.forEach(visit);
  };
  element.children.forEach(visit);
  return text;
}

const STATES =
  /\b(?:active|selected|current|first|last|odd|even|highlight(?:ed)?|featured|popular|open|is-\w+|\w+-\d+)\b/gi;

/** Tag and class: siblings that share it are of one kind. */
export function signatureOf(element: Element): string {
  const names = element.attribs['class'];
  if (names === undefined || names === '') return `${element.name}.`;
  return `${element.name}.${names.replaceAll(STATES, '').replaceAll(/\s+/g, ' ').trim()}`;
}
