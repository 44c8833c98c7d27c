import type { ApiMapping } from '../../../../infra/contracts/mapping.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { awsPriceList } from './aws.ts';
import { azureRetail } from './azure.ts';
import { googleCloudSkus } from './google-cloud.ts';
import { oraclePrices } from './oracle.ts';

/** The mapping of a document in the published format of a large cloud, known by the keys that only it has; null otherwise. */
export function knownMapping(document: Json): ApiMapping | null {
  if (!isObject(document)) return null;
  if (isObject(document['products']) && isObject(document['terms'])) return awsPriceList;
  if (has(first(document['Items']), 'retailPrice', 'unitOfMeasure')) return azureRetail;
  if (has(first(document['skus']), 'skuId', 'pricingInfo')) return googleCloudSkus;
  if (has(first(document['items']), 'partNumber', 'currencyCodeLocalizations')) return oraclePrices;
  return null;
}

function first(list: Json | undefined): JsonObject | null {
  const element = isList(list) ? list[0] : undefined;
  return isObject(element) ? element : null;
}

function has(object: JsonObject | null, ...keys: readonly string[]): boolean {
  return object !== null && keys.every((key) => key in object);
}
