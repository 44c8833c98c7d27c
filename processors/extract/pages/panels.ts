import { attribute, type Element, elementsOf, isElement, isHidden, type Parent, show } from './dom.ts';
import { linesNow } from './element-lines.ts';

/** Longer values of attributes are no names, longer texts no labels. */
const LONGEST = 60;
const NEVER: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'span', 'option', 'script', 'style', 'template', 'svg']);

/**
 * The panels a page shows in turn, each with what its tab, button or option says. Hidden ones are opened: what a reader
 * can switch to is part of the page.
 */
export function openPanels(root: Parent): Map<Element, string> {
  const found = survey(root);
  const labels = ariaLabels(found);
  for (const parent of found.radios)
    for (const [panel, name] of radioPanels(elementsOf(parent))) if (!labels.has(panel)) labels.set(panel, name);
  if (found.switching.length > 0) {
    const controls = controlsOf(root);
    for (const parent of found.switching) {
      openGroup(elementsOf(parent), controls, labels);
      for (const child of elementsOf(parent))
        if (isHidden(child) && found.folded.has(attribute(child, 'id'))) show(child);
    }
  }
  if (found.named.length > 0) openClicked(root, found.named, labels);
  return labels;
}

interface Found {
  readonly tabs: Element[];
  readonly panels: Element[];
  /** Elements with a hidden child. */
  readonly switching: Parent[];
  /** Elements with a radio button among their children. */
  readonly radios: Parent[];
  /** Elements with several children that have ids. */
  readonly named: Parent[];
  /** Ids of what a button unfolds. */
  readonly folded: Set<string>;
}

const DEEPEST = 400;

/** Panels that a style sheet shows by which radio button is chosen: as many labels, buttons and panels of one kind beside each other, in one order. */
function radioPanels(siblings: readonly Element[]): [Element, string][] {
  const buttons = siblings.filter((one) => one.name === 'input' && attribute(one, 'type') === 'radio');
  const names = siblings.filter((one) => one.name === 'label').map((one) => linesNow(one).join(' '));
  const panels = siblings.filter((one) => !['input', 'label'].includes(one.name) && !NEVER.has(one.name));
  const fits = buttons.length > 1 && names.length === buttons.length && panels.length === buttons.length;
  return fits ? panels.map((panel, index) => [panel, names[index] ?? '']) : [];
}

function survey(root: Parent): Found {
  const found: Found = { tabs: [], panels: [], switching: [], radios: [], named: [], folded: new Set() };
  const visit = (parent: Parent, depth: number) => {
    let switching = false;
    let radio = false;
    let ids = 0;
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const role = child.attribs['role'];
      if (role === 'tab') found.tabs.push(child);
      if (role === 'tabpanel') found.panels.push(child);
      if (child.name === 'button' && child.attribs['aria-expanded'] !== undefined) {
        const unfolds = child.attribs['aria-controls'];
        if (unfolds !== undefined) found.folded.add(unfolds);
      }
      radio ||= child.name === 'input' && child.attribs['type'] === 'radio';
      if (child.attribs['id'] !== undefined && !NEVER.has(child.name)) ids++;
      switching ||= !NEVER.has(child.name) && isHidden(child);
      if (depth < DEEPEST) visit(child, depth + 1);
    }
    if (switching) found.switching.push(parent);
    if (radio) found.radios.push(parent);
    if (ids > 1) found.named.push(parent);
  };
  visit(root, 0);
  return found;
}

const CONTROLS: ReadonlySet<string> = new Set(['button', 'option', 'a', 'label', 'li']);

/** What stands on the controls of a page, by every value their attributes carry. */
function controlsOf(root: Parent): Map<string, string> {
  const controls = new Map<string, string>();
  const visit = (parent: Parent, depth: number) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const role = child.attribs['role'];
      if (role === 'tab' || role === 'radio' || CONTROLS.has(child.name)) addControl(child, controls);
      if (depth < DEEPEST) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  return controls;
}

/**
 * Panes that the style sheet hides and a click on an element shows, which calls something with their name: `onclick="showPane('oslo', this)"`.
 * What is clicked on is a tab from here on.
 */
function openClicked(root: Parent, parents: readonly Parent[], labels: Map<Element, string>): void {
  const controls = new Map<string, string>();
  const clicked: Element[] = [];
  const visit = (parent: Parent, depth: number) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const call = child.attribs['onclick'];
      if (call !== undefined && call.length <= LONGEST) {
        addControl(child, controls, namesIn(call));
        clicked.push(child);
      }
      if (depth < DEEPEST) visit(child, depth + 1);
    }
  };
  visit(root, 0);
  if (controls.size < 2) return;
  for (const parent of parents) openGroup(elementsOf(parent), controls, labels);
  const opened = new Set([...labels.keys()].map(({ attribs }) => attribs['id']));
  for (const control of clicked)
    if (namesIn(control.attribs['onclick'] ?? '').some((name) => opened.has(name))) control.attribs['role'] = 'tab';
}

const namesIn = (call: string): string[] => [...call.matchAll(/(["'])#?([\w-]+)\1/g)].map(([, , name = '']) => name);

function addControl(control: Element, controls: Map<string, string>, names = namesOf(control)): void {
  const named = names.filter((name) => !controls.has(name));
  if (named.length === 0) return;
  const text = linesNow(control).join(' ');
  if (text === '' || text.length > LONGEST) return;
  for (const name of named) controls.set(name, text);
}

/** What an element may be named by: `aria-controls`, `href="#gpu"`, `data-tab="gpu"`, `value`, `for`. */
function namesOf(element: Element): string[] {
  const names: string[] = [];
  for (const [key, value] of Object.entries(element.attribs)) {
    if (value === '' || value.length > LONGEST) continue;
    if (key === 'href' ? value.startsWith('#') : /^(?:aria-controls|value|for|data-.+)$/.test(key))
      names.push(value.replace(/^#/, ''));
  }
  return names;
}

/** Through aria-labelledby, aria-controls, aria-label, or the order of tabs and panels. */
function ariaLabels({ tabs, panels }: Found): Map<Element, string> {
  const labels = new Map<Element, string>();
  const text = (element: Element) => linesNow(element).join(' ');
  for (const panel of panels) {
    const by = panel.attribs['aria-labelledby'];
    const id = panel.attribs['id'];
    const tab = tabs.find(
      (one) =>
        (by !== undefined && one.attribs['id'] === by) || (id !== undefined && one.attribs['aria-controls'] === id),
    );
    const label = tab === undefined ? panel.attribs['aria-label']?.trim() : text(tab);
    if (label !== undefined && label !== '') labels.set(panel, label);
  }
  if (labels.size === 0 && panels.length > 0 && tabs.length === panels.length) {
    panels.forEach((panel, index) => {
      const tab = tabs[index];
      if (tab !== undefined) labels.set(panel, text(tab));
    });
  }
  return labels;
}

/** Siblings told apart by one attribute whose values controls name: `data-value="batch"` and a button for "batch". */
function openGroup(siblings: readonly Element[], controls: ReadonlyMap<string, string>, labels: Map<Element, string>) {
  const candidates = siblings.filter((one) => !NEVER.has(one.name));
  const keys = new Set(candidates.flatMap((one) => Object.keys(one.attribs)));
  for (const key of keys) {
    if (key !== 'id' && !key.startsWith('data-')) continue;
    const named = candidates.filter((one) => controls.has(attribute(one, key)));
    if (named.length < 2 || new Set(named.map((one) => attribute(one, key))).size < named.length) continue;
    for (const panel of named) {
      if (isHidden(panel)) show(panel);
      if (!labels.has(panel)) labels.set(panel, controls.get(attribute(panel, key)) ?? '');
    }
    return;
  }
}
