import type { Quantity } from '../quantity.ts';

const MEASURED_BY =
  /(?:\b(?:twice|double|triple|half|(?:a|one|two) (?:third|quarter|fifth|half)s?(?: of)?|three times|four times)|(?:\bthirds?|\bquarters?|\bfifths?|\bhalf|%|\bpercent|per cent) (?:of|below|above|under|less than|more than|cheaper than|off)) (?:the|its) $/;
const AS_IT_WAS =
  /^ (?:(?:of|in|during|at|from|under) (?:the |its )?(?:preview|beta|trial|launch|old|previous|former|earlier|last|first|introduct)|(?:that |which )?[\w' ]{2,30} (?:has|have|had) (?:been )?(?:paid|paying|charged|billed|cost|asked)\b|(?:that |which )?(?:it|they|customers|users|developers) (?:was|were|paid|charged|asked|cost)\b|(?:until|before) (?:now|then)\b)/;

/** "takes $0.30, twice the $0.15 of the preview", "$10, a third below the $15 that developers have paid": true where the second of two neighbouring sums is the old one, by which the first is measured. */
export const measuredByOld = (text: string, first: Quantity, second: Quantity): boolean =>
  MEASURED_BY.test(text.slice(first.end, second.start)) &&
  AS_IT_WAS.test(text.slice(Math.max(second.end, second.rate?.end ?? 0)));
