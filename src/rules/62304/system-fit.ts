import type { Rule } from '../../model/rule.ts';
import { leftPad } from '../left-pad.ts';

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
  check: ({ filed: { file, record } }, { device }) => {
    const { system } = record;
    const { target } = device.record;
    const architectures = system?.architecture ?? [];
    const wrongArchitecture =
      target?.architecture !== undefined && architectures.length > 0 && !architectures.includes(target.architecture);
    const tooSmall =
      target?.memoryMb !== undefined && system?.memoryMb !== undefined && system.memoryMb > target.memoryMb;
    return [
      ...(wrongArchitecture
        ? [
            {
              message: `${record.soup} runs on ${architectures.join(', ')}, the target is ${target.architecture}`,
              place: { file, keyPath: ['system', 'architecture'] },
            },
          ]
        : []),
      ...(tooSmall
        ? [
            {
              message: `${record.soup} needs ${system.memoryMb} MB of memory, the target has ${target.memoryMb} MB`,
              place: { file, keyPath: ['system', 'memoryMb'] },
            },
          ]
        : []),
    ];
  },
  examples: [
    { title: 'It fits', files: leftPad('system: { architecture: [x86_64, aarch64], memoryMb: 64 }'), says: [] },
    {
      title: 'Another architecture and too much memory',
      files: leftPad('system: { architecture: [riscv64], memoryMb: 8192 }'),
      says: [
        'pkg:npm/left-pad runs on riscv64, the target is x86_64',
        'pkg:npm/left-pad needs 8192 MB of memory, the target has 4096 MB',
      ],
    },
  ],
};
