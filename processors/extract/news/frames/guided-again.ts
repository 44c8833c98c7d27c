import type { Draft } from '../draft.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';
import type { Found } from './sums.ts';

/** 资本支出指引由300亿至350亿上调为310亿至360亿美元: what counts is the new one, of what the old one was. */
export const isRaisedTo = ({ text }: Reading, old: Quantity, next: Quantity): boolean =>
  old.unit === 'money' &&
  next.unit === 'money' &&
  RAISED_TO.test(text.slice(old.end, next.start)) &&
  /指引|展望|预期|预测|预估|预算|财测|计划[由从]|[由从](?:原[先来本]?|此前|先前|早先)(?:的?(?:估计?|预估|预期|预计|预测|计划|规划))?的? ?$/.test(
    text.slice(0, old.start),
  );
const RAISED_TO =
  /^[,，]? ?[再已又现]?(?:上调|下调|上修|下修|调整|拉[高升]|改|提高|提升|调高|调低|修正|增加|降低|[升降增抬]|抬升|抬高|上移|上升|下降)了?(?:为|至|到)约?$/;

/** "It looks for about $9.6 billion in the fourth." behind what was earned in the third: of the same metric. */
export const guidesAgain = ({ text }: Reading, q: Quantity, found: Found | null, previous: Draft | null): boolean =>
  previous?.kind === 'financial' &&
  (found === null || found.cost > 90 || FORECAST_OF.test(text.slice(0, q.start))) &&
  !namesMetric(found, q) &&
  GUIDES.test(text.slice(0, q.start).replace(/^.*[;；] ?/, ''));
const FORECAST_OF = /\b(?:forecast|outlook|projection|guidance) (?:of|at|to|between) (?:about |between |around )?$/;
const GUIDES =
  /^(?:the |its )?(?:guidance|outlook) (?:for [\w' ]{2,24} )?(?:is|was|calls for|stands at) |^(?:and |but |while )?(?:it|the company|the firm|the chipmaker|for the|for this|for next|公司|该公司).{0,60}(?:expect|look(?:s|ed)? for|forecast|guid|sees?|outlook|projection|anticipat|预计|指引|预期)[^.;。；]{0,30}$/;

/** "raised its product revenue outlook to $5.8 billion": says itself what it guides to. */
const namesMetric = (found: Found | null, q: Quantity): boolean =>
  found !== null &&
  found.cost < 60 &&
  found.cue.end <= q.start &&
  (found.cue.kind === 'revenue' ||
    found.cue.kind === 'capex' ||
    found.cue.kind === 'net_income' ||
    found.cue.kind === 'operating_profit');

/** "$20 billion this year, where the February plan said $16 billion": what was planned before. */
const PLAN_SAID =
  /, (?:where|against|while|whereas) (?:it|they|management) had (?:promised|guided to|spoken of|foreseen|expected|forecast|aimed (?:at|for)|reckoned with) (?:about |only |just )*$|,? (?:where|against|while|whereas|instead of|up from|from|than)?,? ?(?:the|its|an?) (?:[\w-]+ ){0,2}(?:plan|guidance|forecast|budget|outlook|projection|target|estimate)(?: (?:in|of|from|made|given|issued|set) [\w ]{3,20}?)? (?:had |was |once )?(?:said|spoken? of|called for|stood at|was|been|foresaw|ran to|read|named|mentioned|put at|set|pointed to)(?: about| between| only| just)* $/;
export const wasPlanned = ({ text }: Reading, q: Quantity): boolean => PLAN_SAID.test(text.slice(0, q.start));
