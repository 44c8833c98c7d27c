import type { Document } from '../../../infra/contracts/document.ts';

/** "# Nebius Group (NBIS): a look at the numbers", the first line of a text. */
const HEAD = /^\s*# +([^\n|]{3,140}?)[ #]*(?:\n|$)/;

/** A text that has no title is called what its first heading says, where that is the highest there is. */
export function headTitled(document: Document): Document {
  const said = document.title === null ? HEAD.exec(document.body)?.[1] : undefined;
  return said === undefined ? document : { ...document, title: said };
}
