import type { ApiMapping } from '../../../../infra/contracts/mapping.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { awsMarketplace, awsPriceList } from './aws.ts';
import { azureModels, azureRetail } from './azure.ts';
import { googleCloudSkus } from './google-cloud.ts';
import { oraclePrices } from './oracle.ts';

/** The mapping of a document in the published format of a large cloud, known by the keys that only it has; null otherwise. */
export function knownMapping(document: Json): ApiMapping | null {
  if (!isObject(document)) return null;
  if (isObject(document['products']) && isObject(document['terms']))
    return sellsForOthers(document['products']) ? awsMarketplace : awsPriceList;
  if (has(first(document['Items']), 'retailPrice', 'unitOfMeasure'))
    return isOfModels(document['Items']) ? azureModels : azureRetail;
  if (has(first(document['skus']), 'skuId', 'pricingInfo')) return googleCloudSkus;
  if (has(first(document['items']), 'partNumber', 'currencyCodeLocalizations')) return oraclePrices;
  return null;
}

/** True where no product of a price list of AWS is of a service of its own. */
function sellsForOthers(products: JsonObject): boolean {
  const services = Object.values(products).map((one) => {
    const attributes = isObject(one) ? one['attributes'] : undefined;
    return isObject(attributes) ? attributes['servicename'] : undefined;
  });
  return services.length > 0 && services.every((name) => typeof name === 'string' && !/^(?:amazon|aws)\b/i.test(name));
}

/** True for a list of the Azure retail prices API that counts tokens and has no machines. */
function isOfModels(items: Json | undefined): boolean {
  const listed = isList(items) ? items.filter(isObject) : [];
  return (
    listed.some((one) => /\btokens$/i.test(String(one['meterName']))) &&
    !listed.some((one) => /^(?:standard|basic)_/i.test(String(one['armSkuName'])))
  );
}

function first(list: Json | undefined): JsonObject | null {
  const element = isList(list) ? list[0] : undefined;
  return isObject(element) ? element : null;
}

function has(object: JsonObject | null, ...keys: readonly string[]): boolean {
  return object !== null && keys.every((key) => key in object);
}
