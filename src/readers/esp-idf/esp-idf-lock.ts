import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readEspComponents } from './esp-components.ts';
import { espIdfLockSchema } from './esp-idf-lock-schema.ts';

/** Reads the lockfile of the component manager of ESP-IDF; who needs whom stands there since version 2.0.0. */
export const espIdfLock: Reader = {
  name: 'esp-idf-lock',
  title: 'dependencies.lock of ESP-IDF',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const yaml = parseYaml(text, 'text');
    if (yaml.problems.length > 0)
      return unreadable(...yaml.problems.slice(0, 5).map(({ message, at }) => syntaxProblem(path, message, at)));
    const lineOf = (keyPath: readonly (string | number)[]) => yaml.placeOf(keyPath).line;
    const lock = checkSchema(espIdfLockSchema, yaml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    return readEspComponents(path, lock.value, lineOf);
  },
};
