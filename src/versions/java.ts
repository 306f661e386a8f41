import type { Scheme } from '../model/plugs/scheme.ts';
import { generic } from './generic.ts';

/**
 * Java's runtimes: `1.8.0_202`, `8u202`, `8.0.202` and CPE's `8` with `update202` are one version, as JEP 223 counts, in the
 * general order.
 */
export const java: Scheme = {
  name: 'java',
  title: 'Versions of Java runtimes',
  ecosystems: [],
  compare: (a, b) => generic.compare(counted(a), counted(b)),
};

/** The feature release first, then the update in the third place; what follows is the build. */
function counted(text: string): string {
  const [, feature, update, rest = ''] =
    /^(?:1\.)?([1-8])(?:\.0)?(?:[-_.]?u(?:pdate)?_?|_)(\d{1,9})(.*)$/is.exec(text.trim()) ?? [];
  if (feature !== undefined && update !== undefined) return `${feature}.0.${update}${rest}`;
  return text
    .trim()
    .replace(/^1\.(?=[1-8](?!\d))/, '')
    .replace(/-ea(?![a-z])/i, '-pre');
}
