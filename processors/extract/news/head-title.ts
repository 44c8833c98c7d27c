import type { Document } from '../../../infra/contracts/document.ts';

/** "# Nebius Group (NBIS): a look at the numbers", the first line of a text. */
const HEAD = /^\s*# +([^\n|]{3,140}?)[ #]*(?:\n|$)/;

/** 算力租赁涨价速记（2026 年 2 月）, "AMZN call notes, Q3 2025": a first line that is no sentence, over the text. */
const LINE =
  /^\s*(?:\*\*)?(?=[^\s#>|*•-])(?!\d+[.)、])([^\n|。！？!?;；]{4,80}?[^\n|。！？!?;；:：,，.])(?:\*\*)? *\n(?! *\|)/;

/** A text that has no title is called what its first heading says, where that is the highest there is, or its first line. */
export function headTitled(document: Document): Document {
  const said = document.title === null ? (HEAD.exec(document.body) ?? LINE.exec(document.body))?.[1] : undefined;
  return said === undefined ? document : { ...document, title: said };
}
