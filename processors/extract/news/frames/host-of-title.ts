import type { Article } from '../analysis.ts';
import { HOSTS, isPlatform } from './hosts.ts';

const TITLE_OF_PRICES =
  /\b(?:pric|rates?\b|costs?\b|cheaper|cuts?\b|lower|rais|fees?\b|tariff|hike|rentals?\b|serverless\b|on-demand\b|pay-as-you-go|catalogu?e\b|market (?:update|report|watch))|模型(?:广场|列表|超市|目录)|价|账单|[收计资]费|费用|租金/;

/** "Hugging Face Inference Endpoints", "Hetzner AX line": a house and what it sells, and no more. */
const WARE_ALONE =
  /^(?!.*\b(?:the|and|vs|versus|with|for|to|of|on|in|is|are|launch\w*|unveil\w*|adds?|announc\w*|buil\w*|buys?|rais\w*|joins?)\b)(?:[\w.&-]+ ){1,4}(?:endpoints?|gpus?|instances?|droplets?|pods?|gpu cloud|storage|servers?|line|api|plans?)$/;

/** "Vultr cuts GPU prices": the one house that a title about prices names; null where it names several, or is about no prices. */
export function houseInTitle({ titleText, titleEntities }: Article): string | null {
  if (!TITLE_OF_PRICES.test(titleText) && !WARE_ALONE.test(titleText)) return null;
  // "Workers AI: simpler prices": a platform stands for its house.
  const [house, ...others] = new Set(
    titleEntities.filter((e) => e.kind === 'organisation' || isPlatform(titleText, e)).map((e) => e.slug),
  );
  return house !== undefined && others.length === 0 ? house : null;
}

const LABEL = /^(?: [a-z]+)?:/;

/** "Together AI: new rates": the host whose prices a title is of; null where it names another's model. */
export function hostInTitle(article: Article): string | null {
  const house = houseInTitle(article);
  if (house === null || !HOSTS.has(house)) return null;
  const [first] = article.titleEntities;
  // "Azure: GPT-5.4 and friends, pay-as-you-go": the label says on whose shelf they are.
  const labelled = first?.slug === house && first.start < 4 && LABEL.test(article.titleText.slice(first.end));
  return labelled || !article.titleEntities.some((e) => e.kind === 'product' && e.slug !== house) ? house : null;
}
