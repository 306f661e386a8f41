import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { LinePlace } from '../../model/place.ts';

/** What a pubspec.yaml tells of the use of the packages that it names. */
export type Pubspec = {
  /** The place of a package in a list, or `undefined` where it does not stand there. */
  readonly placeIn: (list: 'dependencies' | 'dev_dependencies', name: string) => LinePlace | undefined;
};

/** Reads a pubspec.yaml; `undefined` when there is none or it is broken. */
export function parsePubspec(file: string, text: string | undefined): Pubspec | undefined {
  if (text === undefined) return undefined;
  const { value, placeOf } = parseYaml(text);
  const checked = checkSchema(pubspecSchema, value);
  if (!checked.ok) return undefined;
  return {
    placeIn: (list, name) =>
      Object.hasOwn(checked.value[list] ?? {}, name) ? { file, ...placeOf([list, name]) } : undefined,
  };
}

const packages = z.record(z.string(), z.unknown()).nullish();

const pubspecSchema = z.looseObject({ dependencies: packages, dev_dependencies: packages });
