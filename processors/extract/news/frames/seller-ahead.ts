import type { Entity } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const AT = /(?:^|[,;:] ?|\b(?:and|but|while|or) )(?:a: )?(?:on|at|with|via|through|from) (?:the )?$/;
const ASKS =
  /^:?(?: (?:it|that|one|the hour|an hour|the same)(?:['’]s| is| costs| goes for| runs to)?)?(?: at| for)? (?:about |around |just |only )?$/;

/** "On RunPod $5.19, on Lambda $4.99": who sells, told right before the price; undefined elsewhere. */
export const sellerAhead = ({ text, entities }: Reading, q: Quantity): Entity | undefined =>
  entities.findLast(
    (e) =>
      e.kind === 'organisation' &&
      e.end <= q.start &&
      ASKS.test(text.slice(e.end, q.start)) &&
      AT.test(text.slice(0, e.start)),
  );
