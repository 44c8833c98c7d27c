import { isObject, type JsonObject, Numeral } from '../json.ts';
import { perObject } from './per-object.ts';
import { isRegion } from './regions.ts';
import type { Entry, Step } from './steps.ts';

/** Clouds rent machines by the hour: p5.48xlarge, Standard_ND96isr_H100_v5, a3-highgpu-8g, BM.GPU.H100.8. */
const MACHINE_NAME =
  /^[a-z]{1,4}\d[a-z\d-]*\.(?:\d*x?large|metal|nano|micro|small|medium)|^standard_?[a-z]+\d|^[a-z]\d[a-z]?-(?:highgpu|megagpu|ultragpu|standard|highmem|highcpu|edgegpu)|^(?:bm|vm)\.[a-z]/i;

export const isMachineCode = (name: string): boolean => MACHINE_NAME.test(name);

/**
 * The machine of a number that nothing but its keys says anything of: {"g9.xlarge": {"us-east-1": 1.2}}, {"us-east-1": {"g9.xlarge": 1.2}}.
 * Null for any other number.
 */
export function machineByPlace(steps: readonly Step[]): Entry | null {
  const last = steps.at(-1);
  const outer = steps.at(-2);
  if (last === undefined || outer === undefined || !isObject(last.within)) return null;
  if (isMachineCode(outer.key) && arePlaces(last.within) === true)
    return { product: outer.key, depth: steps.length - 1, object: last.within };
  if (isRegion(outer.key) && areMachines(last.within) === true)
    return { product: last.key, depth: steps.length, object: null };
  return null;
}

const arePlaces = perObject((object) => priced(object, isRegion));
const areMachines = perObject((object) => priced(object, isMachineCode));

/** A map to numbers of which not all are whole: sizes and counts are. */
function priced(object: JsonObject, isKey: (key: string) => boolean): true | null {
  const values = Object.values(object);
  const numbers = values.filter((value) => value instanceof Numeral);
  return numbers.length === values.length &&
    numbers.some(({ literal }) => literal.includes('.')) &&
    Object.keys(object).every(isKey)
    ? true
    : null;
}
