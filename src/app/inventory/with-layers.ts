import { entryProblem } from '../../base/reading.ts';
import type { Component, Layer } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { HiddenFile, ListedFile } from '../host.ts';

/**
 * Adds to each component of a file in an image the layer that brought it. A package database is written anew whenever a
 * package comes; so the layer of a package is the earliest since which every version of the database lists it. `read` gives
 * `undefined` for a version that is read no more.
 */
export async function withLayers(
  reading: Reading,
  { path, layer, hidden = [] }: ListedFile,
  read: (older: HiddenFile) => Promise<Reading | undefined>,
): Promise<Reading> {
  if (layer === undefined || reading.components.length === 0) return reading;
  const layers = new Map<string, Layer>(reading.components.map((component) => [identity(component), layer]));
  let open = new Set(layers.keys());
  let isWhole = true;
  for (const older of hidden) {
    const before = await read(older);
    isWhole = before !== undefined;
    if (before === undefined) break;
    const listed = new Set(before.components.map(identity));
    open = new Set([...open].filter((key) => listed.has(key)));
    if (open.size === 0) break;
    if (older.layer !== undefined) for (const key of open) layers.set(key, older.layer);
  }
  const components = reading.components.map((component) => {
    const brought = layers.get(identity(component)) ?? layer;
    return {
      ...component,
      foundAt: component.foundAt.map((at) => (at.file === path ? { ...at, layer: brought } : at)),
    };
  });
  const diagnostics = isWhole ? reading.diagnostics : [...reading.diagnostics, unsureLayers(path)];
  return { ...reading, components, diagnostics };
}

function unsureLayers(path: string): Diagnostic {
  const message = `the layers below that of ${path} were not looked through for what brought its packages: too much of this image has been read twice`;
  return entryProblem({ file: path }, message, 'Find out why its layers hold the same files again and again.');
}

/** The same package at the same version, whatever else is said of it. */
function identity({ type, name, version }: Component): string {
  return `${type} ${name} ${version ?? ''}`;
}
