import robotsParser from 'robots-parser';

export interface RobotsRules {
  isAllowed(url: string, agent: string): boolean | undefined;
  /** Seconds. */
  getCrawlDelay(agent: string): number | undefined;
}

/** robots-parser, whose typings describe an ES module while the package is CommonJS. */
export function parseRobots(url: string, text: string): RobotsRules {
  const parse: unknown = robotsParser;
  const rules: unknown = typeof parse === 'function' ? parse(url, text) : null;
  if (!isRules(rules)) throw new TypeError('robots-parser does not export what it used to');
  return rules;
}

function isRules(value: unknown): value is RobotsRules {
  return value !== null && typeof value === 'object' && 'isAllowed' in value && 'getCrawlDelay' in value;
}
