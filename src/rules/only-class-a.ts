import { asksLeast } from '../base/classes/asks-least.ts';
import type { Dossier } from '../model/dossier.ts';

/** Whether every part of the device is of class A, so that what is asked at classes B and C is asked of none. */
export function onlyClassA({ device }: Dossier): boolean {
  const { softwareItems } = device.record;
  return softwareItems.length > 0 && softwareItems.every((item) => asksLeast(item.class));
}
