import { attribute, type Element } from './dom.ts';

/** Longer properties are data, and no choice between a few. */
const LONGEST = 400;
const CHOICE = /"(?:service_?)?(?:tier|mode)":\s*(?:\[0,\s*)?"(\p{L}[\p{L} -]{2,20})"/iu;

/** What a component is told to show, in the properties that its server wrote for it: `props='{"tier":[0,"batch"]}'` is its batch mode. */
export function islandLabel(element: Element): string | null {
  const props = element.name.includes('-') ? attribute(element, 'props') : '';
  const [, choice] = props === '' || props.length > LONGEST ? [] : (CHOICE.exec(props) ?? []);
  return choice === undefined ? null : `${choice} mode`;
}
