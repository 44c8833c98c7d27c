import type { Article } from '../analysis.ts';
import { attributionOf } from '../attribution.ts';
import { coordinated } from '../coordinated.ts';
import type { Draft } from '../draft.ts';
import { type Entity, isActor } from '../entities.ts';
import { HYPOTHETICAL, NEGATED } from '../lexicon.ts';
import type { Reading } from '../reading.ts';
import { quoteAround } from './quote.ts';
import { sellerOf } from './seller-of.ts';

const MOVE =
  '(?:(hikes?|increases?|rises?|raises?)|(cuts?|reductions?|decreases?)|moves?|adjustments?|steps?|announcements?)';
/** "following similar hikes by": right before the houses. */
const AFTER_MOVES = new RegExp(
  `\\b(?:following|after|on the heels of|joining|echoing|mirroring|matching|in line with|hard on) (?:(?:a|the|similar|recent|earlier|their|own|price|pricing|last|week's|month's|round|of|series|wave|comparable|like)\\b ?)*(?:price |pricing )?${MOVE} (?:announced |made |introduced |seen )?(?:by|at|from|of) (?:the likes of |rivals? |competitors? (?:such as |like )?|both )?$`,
);
/** "following Alibaba Cloud and Tencent Cloud, whose own increases came into force": right behind them. */
const WHO_MOVED = new RegExp(
  `^,? (?:whose (?:own )?(?:price |pricing )?${MOVE} |(?:which|who) (?:both |each |all |have |had |has |also |already |recently )*(?:(raised|increased|hiked|put up)|(cut|lowered|reduced|slashed)) (?:their |its |the )?(?:own )?(?:prices|rates|fees|pricing)\\b)`,
);
const FOLLOWING = /\b(?:following|follows|followed|joining|joins|joined|after) (?:the likes of |rivals? |both )?$/;

/** Those whose move of prices a sentence names as what another's follows: "raised prices by 10%, following similar hikes by A and B". */
export function readPreceded(article: Article, reading: Reading, own: readonly Draft[]): Draft[] {
  const { text, entities } = reading;
  if (!/follow|join|heels|echo|mirror|match|in line|after/.test(text) || NEGATED.test(text) || HYPOTHETICAL.test(text))
    return [];
  const model = own.findLast((draft) => draft.kind === 'price_change');
  const first = entities.find((e) => isActor(e) && leads(reading, e));
  if (!model || !first) return [];
  const houses = coordinated(reading, first).filter((e) => e.start >= first.start);
  const last = houses.at(-1) ?? first;
  const said = AFTER_MOVES.exec(text.slice(0, first.start)) ?? WHO_MOVED.exec(text.slice(last.end));
  if (!said) return [];
  const direction = (said[1] ?? said[3]) ? 'increase' : (said[2] ?? said[4]) ? 'decrease' : model.direction;
  const [quoteStart, quoteEnd] = quoteAround(reading, first.start, last.end);
  return houses.flatMap((e): Draft[] => {
    const slug = sellerOf(article, reading, e.slug);
    if (own.some((draft) => draft.subject === slug)) return [];
    return [
      {
        kind: 'price_change',
        rule: 'price.preceded',
        quoteStart,
        quoteEnd,
        subject: slug,
        object: reading.original.slice(e.start, e.end),
        direction: direction ?? null,
        min: null,
        max: null,
        unit: null,
        effective: null,
        asOf: null,
        status: 'actual',
        attribution: attributionOf(article, reading, slug),
        reasons: ['another follows them'],
        confidence: 0.65,
      },
    ];
  });
}

const leads = ({ text, entities }: Reading, e: Entity): boolean => {
  const lead = text.slice(0, e.start);
  if (AFTER_MOVES.test(lead)) return true;
  if (!FOLLOWING.test(lead)) return false;
  const last = coordinated({ text, entities }, e).at(-1) ?? e;
  return WHO_MOVED.test(text.slice(last.end));
};
