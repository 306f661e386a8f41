import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { systemOf } from '../../examples/system-of.ts';

/** Tells what a SOUP item needs and nobody can compare, because the target does not say what it has. */
export const systemOpen: Rule = {
  id: '62304/system-open',
  title: 'What a SOUP item needs can be compared with the target',
  clause: '62304:5.3.6 c',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'That the architecture gives an item what it needs is verified by a comparison, and for that both sides have to be written.',
  help: 'Write it under `target:` in tureen.yaml: os and gpu with name and version, runtimes by name, architecture, memoryMb.',
  check: ({ filed: { file, record }, fits }) =>
    fits.flatMap(({ need, keyPath, result, found }) =>
      result === 'open'
        ? [{ message: `${record.soup} needs ${need}, which is not compared: ${found}`, place: { file, keyPath } }]
        : [],
    ),
  examples: [
    { title: 'Both sides are written', files: systemOf('runtime: { name: Node, version: ">=20" }'), says: [] },
    { title: 'Text is left to people', files: leftPad('system: { runtime: any browser }'), says: [] },
    {
      title: 'The target does not say it',
      files: systemOf('os: { name: Debian }, runtime: { name: python }, gpu: { name: WebGL }', 'os: Debian 12'),
      says: [
        'pkg:npm/left-pad needs Debian, which is not compared: the target names its operating system as text: Debian 12',
        'pkg:npm/left-pad needs WebGL, which is not compared: the target names no GPU',
        'pkg:npm/left-pad needs python, which is not compared: the target names no runtime python',
      ],
    },
  ],
};
