const LANDS =
  'us|usgov|asia|europe|india|australia|canada|japan|korea|uk|france|germany|norway|sweden|switzerland|uae|brazil|southafrica|china|qatar|poland|italy|israel|spain|mexico|austria|chile|malaysia|indonesia|newzealand|belgium|denmark|taiwan';
const PARTS = 'east|west|north|south|central|southeast|northeast|southcentral|northcentral|westcentral|southwest';
/** "eastus2", "westeurope", "usgovvirginia", "germanywestcentral": as Azure writes places. */
const RUN_TOGETHER = new RegExp(
  `^(?:(?:${PARTS})(?:${LANDS})\\d?|(?:${LANDS})(?:${PARTS}|virginia|arizona|texas)\\d?)(?:stage|euap)?$`,
);
const REGION =
  /^(?:us|eu|ap|sa|ca|me|af|cn|il|mx|uk|jp|asia|europe|northamerica|southamerica|australia)[-_](?:(?:gov[-_])?[a-z]+[-_]?\d*[a-z]?|\d{1,2})$/i;

/** True for a place as clouds write it: "us-east-1", "europe-west4", "eu_central", "westeurope". */
export const isRegion = (text: string): boolean => REGION.test(text) || RUN_TOGETHER.test(text);

const AREA =
  /^(?:us|usa|eu|uk|cn|jp|de|fr|in|global|worldwide|intl|international|domestic|mainland|china|asia|apac|emea|europe|america|americas|north america|japan|singapore|india)$/;

/** True for a region, or for an area that has one price: "eu", "intl". */
export const isPlace = (text: string): boolean =>
  isRegion(text) || AREA.test(text.toLowerCase().replaceAll(/[_-]/g, ' '));
