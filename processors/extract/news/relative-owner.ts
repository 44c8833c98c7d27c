import { type Entity, isActor } from './entities.ts';
import type { Reading } from './reading.ts';

/** Between a figure and the house whose it is: what is counted, and no word that leads on to something else. */
const OF_WHAT =
  /^(?:(?: (?:of|worth of|in))?(?: (?!(?:to|for|with|from|by|and|or|but|than|as|at|on|while|when|after|before|against|over|per|is|was|are|were|will|would|has|have|had|said|says)\b)[\w'’.-]+){1,5}?)? (?:that |which )?(?:the )?$/;
/** Right behind a house: what it does with a figure that follows. */
export const DOES =
  /^ (?:(?:has|had|have|is|was|will|would|now|also|already|itself|first|once|still|alone|reportedly|recently) )*(?:commit(?!ment)|pledg(?!e\b)|promis(?!e\b)|spen[dt]|plan(?:s|ned)? to|budget|agree(?!ment)|expect|bought|buys?|order(?:ed|ing)|install|own|rent(?:ed|ing)|leas(?:ed|ing)|us(?:es|ed|ing)|run(?:s|ning)?|ran|book|pa(?:id|ys?)|want|need|invest(?!ment)|earmark|set aside|deploy|operat|receiv|acquir|built|builds|holds?|held|earn|made|generat|collect|brought|took|takes|lost|raised|reported|forecast|guided|promised|announc|paying|buying|building)/;

/** A figure that is spoken of as known, or begins its sentence. */
const KNOWN =
  /(?:^|\b(?:the|those|these|than|of) )(?:about |some |roughly |nearly |almost |over |more than |estimated |additional |further )*$/;

const IS = /^(?: (?:of (?:the|them|it|these|those)|[\w-]+)){0,4}? (?:is|are|was|were|will be|would be) $/;
const SET_BESIDE =
  /\b(?:compared (?:with|to)|against|versus|vs\.?|more than|less than|ahead of|behind|above|below) (?:just |only |about |around |some |nearly |roughly |the )*$/;
const AT = /^ (?:[\w-]+ )?(?:at|for|from) (?:the |its |rival |rivals )*$/;
const IS_ITS = /^['’]s?(?:[,.;:)]|$| (?:and|with|while|for|from|by|in)\b)/;
/** "the $72 billion Meta spent", "the 350,000 GPUs that Meta planned to own": whose a figure is by the clause right behind it; undefined elsewhere. */
export const relativeOwner = ({ text, entities }: Reading, start: number, end: number): Entity | undefined => {
  const behind = entities.find((e) => e.start >= end && e.start - end < 40 && isActor(e));
  // "the first 250 megawatts are Halden's"
  if (behind && IS.test(text.slice(end, behind.start)) && IS_ITS.test(text.slice(behind.end, behind.end + 4)))
    return behind;
  // "compared with $79 million at MiniMax": whose the one set beside is.
  if (behind && SET_BESIDE.test(text.slice(Math.max(0, start - 40), start)) && AT.test(text.slice(end, behind.start)))
    return behind;
  if (!KNOWN.test(text.slice(Math.max(0, start - 24), start))) return undefined;
  return entities.find(
    (e) =>
      e.start >= end &&
      e.start - end < 60 &&
      isActor(e) &&
      OF_WHAT.test(text.slice(end, e.start)) &&
      DOES.test(text.slice(e.end, e.end + 60)),
  );
};
