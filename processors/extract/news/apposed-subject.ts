import type { Entity } from './entities.ts';
import type { Reading } from './reading.ts';

/** From a name over what explains it to the verb: ", the AWS chips, have passed". */
const EXPLAINED =
  /^s?(?:,? and [\w-]+)?, (?:the|an?|its|their|[\w.-]+['’]s) [^,;:.]{2,40}, (?:has|have|had|is|are|was|were|will|would|now|also|already|brought|brings?|took|takes?|earned|earns?|made|makes?|runs?|ran|reported|posted|passed|topped|reached|hit|spent|spends?)\b[^,;:]*$/;
/** Where a clause may begin. */
const BEGINS = /(?:^|[,;:.] |\b(?:and|while|as|but|whereas|that) )(?:[\w-]+ and )?$/;

/** "Trainium and Graviton, the AWS chips, have passed a run rate of": what is explained acts, whoever the words that explain it name. */
export const apposedActor = ({ text, entities }: Reading, start: number): Entity | undefined =>
  text.includes(', ')
    ? entities.findLast(
        (e) =>
          e.kind !== 'reporter' &&
          e.kind !== 'person' &&
          e.end <= start &&
          EXPLAINED.test(text.slice(e.end, start)) &&
          BEGINS.test(text.slice(0, e.start)),
      )
    : undefined;
