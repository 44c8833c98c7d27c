import { attribute, type Element, elementsOf, isElement, type Parent, textContent } from './dom.ts';

/** A selector of one element by its classes alone: ".old", "span.price.was". */
const BY_CLASS = /^[a-z]*((?:\.[\w-]+)+)$/i;
const LONGEST = 2_000_000;

/** Strikes through what the page's own style sheets strike through by its class. */
export function strikeByStyle(document: Parent): void {
  const struck = stylesOf(document).flatMap(struckBy);
  if (struck.length > 0) strike(document, struck, 0);
}

/** The sheets at the top of a page: in its head, and among the children of its body. */
const stylesOf = (document: Parent): string[] =>
  elementsOf(document)
    .flatMap((html) => elementsOf(html))
    .flatMap((part) => elementsOf(part))
    .filter((element) => element.name === 'style')
    .map(textContent)
    .filter((text) => text.length <= LONGEST);

function struckBy(sheet: string): string[][] {
  const found: string[][] = [];
  for (let at = sheet.indexOf('line-through'); at >= 0; at = sheet.indexOf('line-through', at + 1)) {
    const open = sheet.lastIndexOf('{', at);
    const selectors = sheet.slice(Math.max(sheet.lastIndexOf('}', open), sheet.lastIndexOf('{', open - 1)) + 1, open);
    for (const selector of selectors.split(',')) {
      const classes = BY_CLASS.exec(selector.trim())?.[1];
      if (classes !== undefined) found.push(classes.slice(1).split('.'));
    }
  }
  return found;
}

function strike(parent: Parent, struck: readonly (readonly string[])[], depth: number): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    const names = attribute(child, 'class');
    if (names !== '' && struck.some((classes) => classes.every((name) => hasClass(names, name)))) cross(child);
    if (depth < 400) strike(child, struck, depth + 1);
  }
}

const hasClass = (names: string, name: string): boolean => names.includes(name) && names.split(/\s+/).includes(name);

function cross(element: Element): void {
  element.attribs['style'] = `${attribute(element, 'style')};text-decoration:line-through`;
}
