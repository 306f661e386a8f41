import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { systemOf } from '../../examples/system-of.ts';

/** Compares what a SOUP item needs with the target system, where both are stated in the same terms. */
export const systemFit: Rule = {
  id: '62304/system-fit',
  title: 'The target system has what a SOUP item needs',
  clause: '62304:5.3.6 c',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Needs and target are both written down; whether they fit is a comparison that nobody should do by hand.',
  help: 'Correct `system:` of the record or `target:` in tureen.yaml, whichever is wrong; if neither is, the item cannot be used there.',
  restsOn: ['inventory'],
  check: ({ filed: { file, record }, fits }) =>
    fits.flatMap(({ need, keyPath, result, found }) =>
      result === 'misfit' ? [{ message: `${record.soup} needs ${need}; ${found}`, place: { file, keyPath } }] : [],
    ),
  examples: [
    { title: 'It fits', files: leftPad('system: { architecture: [x86_64, aarch64], memoryMb: 64 }'), says: [] },
    {
      title: 'Text is left to people',
      files: leftPad('system: { os: Windows 3.1, runtime: Node.js 99, libraries: [right-pad 2] }'),
      says: [],
    },
    {
      title: 'Another architecture and too much memory',
      files: leftPad('system: { architecture: [riscv64], memoryMb: 8192 }'),
      says: [
        'pkg:npm/left-pad needs architecture riscv64; the target has x86_64',
        'pkg:npm/left-pad needs 8192 MB of memory; the target has 4096 MB',
      ],
    },
    {
      title: 'Another system, an older runtime and a library that is not there',
      files: {
        ...systemOf(
          'os: { name: Debian, version: ">=13" }, runtime: { name: node, version: ">=24.1" }, libraries: [{ package: pkg:npm/right-pad, version: ">=1" }]',
        ),
      },
      says: [
        'pkg:npm/left-pad needs Debian >=13; the target has Debian 12',
        'pkg:npm/left-pad needs node >=24.1; the target has node 22.4.0',
        'pkg:npm/left-pad needs pkg:npm/right-pad >=1; nothing that ships is this package',
      ],
    },
  ],
};
