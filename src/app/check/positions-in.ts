import { decodeText } from '../../base/decode-text.ts';
import type { Place } from '../../model/place.ts';
import { locator, type Position } from '../../records/locate.ts';
import type { Host } from '../host.ts';

/** Prepares the question on which line and column places stand; each file of theirs that has keys is read once. */
export async function positionsIn(host: Host, places: readonly Place[]): Promise<(place: Place) => Position> {
  const locators = new Map<string, Locator>();
  for (const place of places) {
    if (!('keyPath' in place) || locators.has(place.file)) continue;
    const bytes = await host.files.read(place.file);
    locators.set(place.file, bytes === undefined ? locator('') : locatorOf(place.file, bytes));
  }
  return (place) => {
    if ('keyPath' in place) return locators.get(place.file)?.(place) ?? nowhere;
    return 'line' in place ? place : nowhere;
  };
}

const nowhere: Position = { line: undefined };

type Locator = ReturnType<typeof locator>;

/** Bytes that are given a second time are not read a second time. */
function locatorOf(file: string, bytes: Uint8Array): Locator {
  const known = knownLocators.get(bytes);
  if (known?.file === file) return known.find;
  const find = locator(decodeText(bytes) ?? '');
  knownLocators.set(bytes, { file, find });
  return find;
}

const knownLocators = new WeakMap<Uint8Array, { readonly file: string; readonly find: Locator }>();
