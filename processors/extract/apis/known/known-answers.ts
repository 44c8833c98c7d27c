import type { ApiMapping } from '../../../../infra/contracts/mapping.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { joinPath } from '../path.ts';
import { awsMarketplace, awsPriceList } from './aws.ts';
import { asPriceListFile } from './aws-answers.ts';
import { awsSavingsPlans } from './aws-savings.ts';
import { azureRetail } from './azure.ts';
import { googleCloudSkus } from './google-cloud.ts';
import { oraclePrices, oraclePricesAlone } from './oracle.ts';

/** An answer in the published format of a large cloud. */
export interface Known {
  readonly body: Json;
  /** JSON path from the document's root. */
  readonly path: string;
  readonly mapping: ApiMapping;
}

/** How far into a document an answer may lie: "what we fetched", its service, its region, its page. */
const DEEPEST = 5;
/** Whoever keeps several answers in one document keeps few of them beside each other. */
const MOST = 300;

/**
 * The answers in a document that are in the published format of a large cloud, told by the keys that only it has, wherever in the document
 * they lie: one by itself, several by service or page, or the list of its entries alone.
 */
export function knownAnswers(document: Json): Known[] {
  const find = (value: Json, path: string, depth: number): Known[] => {
    const known = knownAt(value, path);
    if (known !== null) return [known];
    if (depth === DEEPEST) return [];
    if (isList(value))
      return value.length > MOST ? [] : value.flatMap((inner, at) => find(inner, `${path}[${at}]`, depth + 1));
    const inner = isObject(value) ? Object.entries(value) : [];
    return inner.length > MOST ? [] : inner.flatMap(([key, one]) => find(one, joinPath(path, key), depth + 1));
  };
  return find(document, '', 0);
}

/** The format a value is in, with its entries at the root of it. */
function knownAt(value: Json, path: string): Known | null {
  if (isList(value)) {
    const asFile = asPriceListFile(value);
    if (asFile !== null) return knownAt(asFile, path);
    const mapping = mappingOfEntries(value);
    return mapping === null ? null : { body: value, path, mapping };
  }
  if (!isObject(value)) return null;
  if (isObject(value['products']) && isObject(value['terms']))
    return { body: value, path, mapping: sellsForOthers(value['products']) ? awsMarketplace : awsPriceList };
  if (isList(objectAt(value, 'terms')?.['savingsPlan'])) return { body: value, path, mapping: awsSavingsPlans };
  const mapping = mappingOfEntries([value]);
  return mapping === null ? null : { body: [value], path, mapping };
}

/** The mapping of a list of entries, told by its first. */
function mappingOfEntries(list: readonly Json[]): ApiMapping | null {
  const first = list[0];
  if (!isObject(first)) return null;
  // Whoever keeps a list of Azure's keeps some of its keys.
  if (has(first, 'retailPrice', 'unitOfMeasure', 'meterName') && ('armSkuName' in first || 'skuName' in first))
    return azureRetail[isOfModels(list) ? 'models' : 'machines']['currencyCode' in first ? 'stated' : 'unstated'];
  if (has(first, 'skuId', 'pricingInfo')) return googleCloudSkus;
  if (has(first, 'partNumber', 'currencyCodeLocalizations')) return oraclePrices;
  if (has(first, 'partNumber', 'prices') && isList(first['prices'])) return oraclePricesAlone;
  return null;
}

/** True where no product of a price list of AWS is of a service of its own. */
function sellsForOthers(products: JsonObject): boolean {
  const services = Object.values(products).map((one) =>
    isObject(one) ? objectAt(one, 'attributes')?.['servicename'] : undefined,
  );
  return services.length > 0 && services.every((name) => typeof name === 'string' && !/^(?:amazon|aws)\b/i.test(name));
}

/** True for a list of the Azure retail prices API that counts tokens and has no machines. */
function isOfModels(items: readonly Json[]): boolean {
  const listed = items.filter(isObject);
  return (
    listed.some((one) => /\btokens$/i.test(String(one['meterName']))) &&
    !listed.some((one) => /^(?:standard|basic)_/i.test(String(one['armSkuName'])))
  );
}

function objectAt(object: JsonObject, key: string): JsonObject | null {
  const value = object[key];
  return isObject(value) ? value : null;
}

const has = (object: JsonObject, ...keys: readonly string[]): boolean => keys.every((key) => key in object);
