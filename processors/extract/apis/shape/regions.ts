const REGION =
  /^(?:us|eu|ap|sa|ca|me|af|cn|il|mx|uk|jp|asia|europe|northamerica|southamerica|australia)[-_](?:(?:gov[-_])?[a-z]+[-_]?\d*[a-z]?|\d{1,2})$/i;

/** True for a place as clouds write it: "us-east-1", "europe-west4", "eu_central". */
export const isRegion = (text: string): boolean => REGION.test(text);
