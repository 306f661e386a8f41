import { asksLeast } from '../base/classes/asks-least.ts';
import type { Dossier } from '../model/dossier.ts';

/** Whether every part of the device is of class A, so that what is asked at classes B and C is asked of none. */
export function onlyClassA({ software }: Dossier): boolean {
  return software.length > 0 && software.every((one) => asksLeast(one.class));
}
