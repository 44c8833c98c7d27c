import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

/** "if their product earns over $20 million a month", "companies with more than $15 million in revenue", 若月收入超过2000万美元: whoever comes to so much. */
const WHO_COMES_TO =
  /\b(?:(?:if|once|when|where|unless) (?:their|your|the|its|a|an|any|you|they|it|annual|monthly|yearly|combined|total)\b|(?:companies|firms|businesses|products|licensees|developers|users|anyone|whoever|organi[sz]ations) (?:that|who|which|whose|with|earning|making|generating|above|over)\b)[^;]*$|(?:若|如果|如|凡|一旦|任何|当)[^。;；]{0,50}$/;
/** What he then owes. */
const OWES =
  /\b(?:must|needs? to|ha(?:s|ve) to|(?:is|are) required|requires?|obliged?|obligation|permission|separate (?:licen[cs]e|agreement))\b|[须需必应要][^。;；]{0,14}(?:标注|展示|显示|署名|注明|授权|许可|申请|另行)/;
const OF_LICENCE =
  /\b(?:licen[cs]e[sd]?|licensing|display|prominently|permission|attribution|royalt(?:y|ies)|user interface)\b|许可|协议|授权|标注|署名|注明/;

/** "Developers must display the name if their product makes over $20 million a month": from which sum on the terms of a licence hold, nobody's revenue. */
export const isLicenceTerm = ({ text }: Reading, q: Quantity): boolean =>
  OF_LICENCE.test(text) && OWES.test(text) && WHO_COMES_TO.test(text.slice(0, q.start));
