import { type Document, Element } from 'domhandler';
import { Parser, type TreeAdapter } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import { QuickTokenizer } from './quick-tokenizer.ts';

/** An HTML page as the tree that a browser makes of it: the one cheerio's `load` gives, several times as fast. */
export const parseHtml = (source: string): Document =>
  dropsWords(source) ? Parser.parse(source, OPTIONS) : QuickParser.parse(withoutReturns(source), OPTIONS);

/** A part of a page as the tree that a browser makes of it where it is put into one. */
export function parseFragment(source: string): Document {
  const parser = dropsWordsInFragment(source)
    ? Parser.getFragmentParser(null, OPTIONS)
    : QuickParser.getFragmentParser(null, OPTIONS);
  parser.tokenizer.write(withoutReturns(source), true);
  return parser.getFragment();
}

/** What the quick tokenizer does not know: NUL, and places that drop words and keep the spaces between them. */
const DROPS_WORDS = /\0|<frameset/i;
const COLUMN = /<col/i;
const TEMPLATE = /<template/i;

const dropsWords = (source: string): boolean =>
  DROPS_WORDS.test(source) || (TEMPLATE.test(source) && COLUMN.test(source));
const dropsWordsInFragment = (source: string): boolean => DROPS_WORDS.test(source) || COLUMN.test(source);

class QuickParser extends Parser<Htmlparser2TreeAdapterMap> {
  override tokenizer = new QuickTokenizer(this.options, this);
}

/** Lines end as they do for any reader of HTML. */
const withoutReturns = (source: string): string => (source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source);

/** Elements without what only writing them out again would need: the namespace of each attribute. */
const treeAdapter: TreeAdapter<Htmlparser2TreeAdapterMap> = {
  ...adapter,
  createElement(name, namespace, attributes) {
    const attribs: Record<string, string> = {};
    for (const one of attributes) attribs[one.name] = one.value;
    const element = new Element(name, attribs, []);
    element.namespace = namespace;
    return element;
  },
  adoptAttributes(element, attributes) {
    for (const { name, value } of attributes) element.attribs[name] ??= value;
  },
  // Asked for every element of an SVG, and of use for one of MathML.
  getAttrList: (element) => (element.name === 'annotation-xml' ? element.attributes : []),
};

const OPTIONS = { treeAdapter, scriptingEnabled: true };
