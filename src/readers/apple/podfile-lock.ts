import { parsePlainYaml } from '../../base/formats/yaml/plain-yaml.ts';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readPodComponents } from './pod-components.ts';
import { podfileLockSchema } from './podfile-lock-schema.ts';

/** Reads Podfile.lock of CocoaPods; which target uses a pod stands only in the Podfile, which is a program. */
export const podfileLock: Reader = {
  name: 'podfile-lock',
  title: 'Podfile.lock of CocoaPods',
  capabilities: { scope: false, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const yaml = parsePlainYaml(text);
    if ('message' in yaml) return unreadable(syntaxProblem(path, yaml.message, yaml.at));
    const [document] = yaml;
    const lock = checkSchema(podfileLockSchema, document?.value);
    return lock.ok
      ? readPodComponents(path, text, lock.value)
      : unreadable(...shapeProblems(path, lock.problems, document?.lineOf));
  },
};
