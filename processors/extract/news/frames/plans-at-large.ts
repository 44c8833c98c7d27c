import type { Article } from '../analysis.ts';
import { isActor } from '../entities.ts';
import type { Quantity } from '../quantity.ts';
import type { Reading } from '../reading.ts';

const PLANS =
  /(?:^|[,;] (?:and |but |while )?)(?:the |most |many )?((?:[a-z][\w-]* ){0,3}(?:plans|tiers|subscriptions|seats|memberships)(?: (?:for|aimed at|with) (?:[\w-]+ ){0,2}[\w-]+)?) (?:(?:now|usually|mostly|typically|generally|often|tend to|all) )?(?:(?:bunch|cluster|sit|start|begin|go|hover|top out|run|settle|range|cost|are|come|sell|land|stand|climb)(?:(?: in)? (?:at|around|past|from|near|to|between|above|over|up to|for))?)(?: (?:about|around|roughly|just|some|over))* $/;

/**
 * "Plans for heavy users bunch around $100; enterprise tiers go past $250": what the text calls plans of a kind, whoever sells them, where
 * it spoke right before of several houses, or of none; null elsewhere.
 */
export function plansAtLarge(article: Article, reading: Reading, { start }: Pick<Quantity, 'start'>): string | null {
  const said = PLANS.exec(reading.text.slice(0, start));
  const plans = said?.[1];
  if (!said || plans === undefined || reading.entities.some(isActor)) return null;
  const above = article.thread.above(reading.index);
  const houses = [...article.titleEntities, ...(above < 0 ? [] : article.entitiesOf(above))].filter(isActor);
  if (new Set(houses.map(({ slug }) => slug)).size === 1) return null;
  const at = said.index + said[0].indexOf(plans);
  return reading.original.slice(at, at + plans.length);
}
