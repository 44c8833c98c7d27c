import { type ApiMapping, apiMapping } from '../../../../infra/contracts/mapping.ts';

/** Words of meter names, as Azure shortens them: "gpt 4.1 cached Inp glbl", "5.4 nano Batch cd Inp Gl 1M Tokens", "o3 outpt DZone". */
const INPUT = '(inp|inpt|input|in)';
const OUTPUT = '(outp|outpt|output|opt|out)';
const CACHED = '(cached|cchd|cd)';
/** Hours of no machine, by the service; where a copy has left that out, by the product: "Virtual Machines Dsv5 Series" are machines. */
const NO_MACHINES = [
  { serviceName: '^(?!(virtual machines|cloud services|.*container.*)$).' },
  { serviceName: '^$', productName: '!\\bseries\\b' },
].map((of) => ({ armSkuName: '!^(standard|basic)_', ...of }));
const TOKENS = { unitOfMeasure: '^1[KM]( tokens)?$' };
/** Where a deployment runs: part of what is bought, no part of the model's name. */
const SCOPES = [
  { tier: 'global', skuName: '\\b(glbl|global|gl)\\b' },
  { tier: 'regional', skuName: '\\b(regnl|regional)\\b' },
  { tier: 'data zone', skuName: '\\b(dzone|data ?zone)\\b' },
];
const DIRECTIONS = [
  { meter: 'cache_write', meterName: 'cache write' },
  { meter: 'cached_input', meterName: `\\b(${CACHED}|cache (read|hit))\\b` },
  { meter: 'output', meterName: `\\b${OUTPUT}\\b` },
  { meter: 'input', meterName: `\\b${INPUT}\\b|embedding` },
];

/** What a reservation costs for its whole term, whatever unit its machine is rented by. */
const RESERVED = [
  { reservationTerm: '^1 Month', meter: 'month', per: 1, mode: 'commit_1mo' },
  ...[1, 3, 5].map((years) => ({
    reservationTerm: `^${years} Year`,
    meter: 'year',
    per: years,
    mode: `commit_${years}y`,
  })),
  { reservationTerm: '', meter: 'other', per: 1, mode: 'reserved' },
].map(({ reservationTerm, ...rule }) => ({
  ...rule,
  when: { type: '^Reservation$', reservationTerm },
  tier: '{productName}',
}));

const REQUESTS = '\\b(operation|transaction|request|call|query|querie|search|searche)s?\\b';

/** Azure retail prices API, its list of items: one per meter and region. */
const retail = (product: string, currency: string): ApiMapping =>
  apiMapping.parse({
    when: { type: '^((DevTest)?Consumption|Reservation)?$' },
    provider: 'azure',
    product,
    // "gpt 4.1 cchd Inp glbl": the model's name ends where the meter's begins, so that all meters of a model share it.
    product_without: `[ -]+(${CACHED}|${INPUT}|${OUTPUT}|cache (read|write|hit)|batch|pp|spot|low priority|glbl|regnl|dzone)\\b.*`,
    region: '{armRegionName}',
    currency,
    effective_at: '{effectiveStartDate}',
    unit: '{unitOfMeasure}',
    units: {
      '1': { per: 1 },
      '100': { per: 100 },
      '1K': { per: 1_000 },
      '10K': { per: 10_000 },
      '1M': { per: 1_000_000 },
      '1K Tokens': { per: 1_000 },
      '1M Tokens': { per: 1_000_000 },
      '1 Hour': { meter: 'instance_hour' },
      '1/Hour': { meter: 'instance_hour' },
      '100 Hours': { meter: 'instance_hour', per: 100 },
      '1 Second': { meter: 'second' },
      '1 Minute': { meter: 'other' },
      '1 GB': { meter: 'other' },
      '1 Image': { meter: 'image' },
      '100 Images': { meter: 'image', per: 100 },
      '1K Images': { meter: 'image', per: 1_000 },
      '1K Characters': { meter: 'other', per: 1_000 },
      '1M Characters': { meter: 'other', per: 1_000_000 },
      '1 GB/Month': { meter: 'storage_gb_month' },
      '100 GB/Month': { meter: 'storage_gb_month', per: 100 },
      '1/Month': { meter: 'month' },
    },
    modes: [
      ...['skuName', 'meterName'].flatMap((name) => [
        { when: { [name]: '\\bspot\\b' }, mode: 'spot' },
        { when: { [name]: 'low priority' }, mode: 'low_priority' },
      ]),
      // What subscriptions for developers pay, without licences: the same machine beside its own price.
      { when: { type: '^DevTest' }, mode: 'dev_test' },
      { when: { meterName: '\\bbatch\\b' }, mode: 'batch' },
      { when: { meterName: '\\b(pp|priority)\\b' }, mode: 'priority' },
      { when: { meterName: '\\b(provisioned|ptu)\\b' }, mode: 'provisioned' },
      { when: { meterName: '\\b(ft|fine ?tun\\w*)\\b' }, mode: 'fine_tuned' },
      { when: { skuName: '\\bft\\b' }, mode: 'fine_tuned' },
    ],
    zero: 'absent',
    // A savings plan is a rate per hour like the machine's own.
    lists: [
      {
        at: 'savingsPlan',
        tier: '{^.productName}',
        prices: {
          retailPrice: [
            { when: { term: '^1 Year' }, mode: 'commit_1y' },
            { when: { term: '^3 Years' }, mode: 'commit_3y' },
          ],
        },
      },
    ],
    prices: {
      retailPrice: [
        ...RESERVED,
        ...DIRECTIONS.flatMap(({ meter, meterName }) => [
          ...SCOPES.map(({ tier, skuName }) => ({ when: { meterName, skuName, ...TOKENS }, meter, tier })),
          { when: { meterName, ...TOKENS }, meter },
        ]),
        { when: { meterName: 'image', unitOfMeasure: '^(1|100)$' }, meter: 'image', tier: '{meterName}' },
        // Hours of throughput, of hosting, of audio are hours of no machine.
        ...NO_MACHINES.map((of) => ({
          when: { unitOfMeasure: 'Hour', ...of },
          meter: 'other' as const,
          tier: '{meterName}',
        })),
        { when: { unitOfMeasure: 'Hour', type: '^DevTest' }, tier: '{productName}, dev/test' },
        { when: { unitOfMeasure: 'Hour' }, tier: '{productName}' },
        { when: { unitOfMeasure: 'Second' }, tier: '{meterName}' },
        { when: { unitOfMeasure: 'Month' }, tier: '{productName} {meterName} from {tierMinimumUnits}' },
        { when: { unitOfMeasure: `^1\\d*[KM]? .*${REQUESTS}` }, meter: 'request', tier: '{meterName}' },
        { when: { unitOfMeasure: '^1\\d*[KM]?$', meterName: REQUESTS }, meter: 'request', tier: '{meterName}' },
        { meter: 'other', tier: '{meterName}' },
      ],
    },
  });

const MACHINES = '{armSkuName|skuName|meterName}';
/** SKUs of models have lost the points of their versions, "54 nano inp Gl", where their names have them: "5.4 nano inp Gl". */
const MODELS = '{skuName|armSkuName|meterName}';
const STATED = '{currencyCode}';
/** What the API answers in unless it is asked for another currency. */
const CUSTOMARY = 'USD';

/** How a list of the API is read: of what, and whether a copy of it has kept the currency. */
export const azureRetail = {
  machines: { stated: retail(MACHINES, STATED), unstated: retail(MACHINES, CUSTOMARY) },
  models: { stated: retail(MODELS, STATED), unstated: retail(MODELS, CUSTOMARY) },
};
