import { parsePlainYaml } from '../../base/formats/yaml/plain-yaml.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readPubPackages } from './pub-packages.ts';
import { pubspecLockSchema } from './pubspec-lock-schema.ts';
import { parsePubspec } from './pubspec.ts';

/** Reads pubspec.lock of Dart and Flutter; only what is overridden needs pubspec.yaml to tell its use. */
export const pubspecLock: Reader = {
  name: 'pubspec-lock',
  title: 'pubspec.lock of Dart and Flutter',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: true },
  companions: (_, path) => [pubspecBeside(path)],
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const yaml = parsePlainYaml(text);
    if ('message' in yaml) return unreadable(syntaxProblem(path, yaml.message, yaml.at));
    const [document] = yaml;
    const lock = checkSchema(pubspecLockSchema, document?.value);
    if (document === undefined || !lock.ok)
      return unreadable(...shapeProblems(path, lock.ok ? [] : lock.problems, document?.lineOf));
    const beside = pubspecBeside(path);
    return readPubPackages(path, lock.value, parsePubspec(beside, companions.get(beside)), document.lineOf);
  },
};

function pubspecBeside(path: string): string {
  return path.replace(/lock$/, 'yaml');
}
