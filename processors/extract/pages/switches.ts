import { attribute, type Element, elementsOf, textContent } from './dom.ts';
import { showsMoney } from './shows-money.ts';

/** Names of the parts of a switch: "tab", "tabs__item", "seg-tab-btn". */
const PART =
  /(?:^|[\s_-])tabs?(?:[_-]+(?:items?|titles?|labels?|btns?|buttons?|links?|nav|names?|heads?))?(?=$|\s|--)/i;
const LONGEST = 30;

/** True for one of the words of a switch, where its role does not say so: they name what a page can show, not what it does show. */
export function isSwitchWord(element: Element): boolean {
  const { parent } = element;
  if (!isWord(element) || parent === null || !('attribs' in parent)) return false;
  const parts = elementsOf(parent);
  return parts.length > 1 && parts.every(isWord);
}

const isWord = (element: Element): boolean => {
  if (!PART.test(attribute(element, 'class'))) return false;
  const text = textContent(element).trim();
  return text.length <= LONGEST && /\p{L}/u.test(text) && !showsMoney(text);
};
