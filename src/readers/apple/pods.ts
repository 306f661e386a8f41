import { quote } from '../../base/quote.ts';
import type { PodfileLock } from './podfile-lock-schema.ts';

/** A pod with all of its subspecs, which are parts of one package. */
export type Pod = {
  readonly name: string;
  readonly version: string;
  /** Names of other pods that one of its parts needs. */
  readonly needs: ReadonlySet<string>;
  readonly line: number;
};

/** The pods of a lockfile, and what stands among them that names none. */
export type Pods = {
  readonly pods: readonly Pod[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** Folds the entries `Name/Subspec (version)` of a lockfile into pods. `lines` are those of the entries. */
export function foldPods({ PODS = [] }: PodfileLock, lines: readonly number[]): Pods {
  const pods = new Map<string, Pod & { readonly needs: Set<string> }>();
  const problems: { line: number; message: string }[] = [];
  for (const [index, entry] of PODS.entries()) {
    const [[heading, wanted] = ['', []]] = typeof entry === 'string' ? [[entry, []] as const] : Object.entries(entry);
    const [, spec, version] = /^(\S+) \((.+)\)$/.exec(heading) ?? [];
    const line = lines[index] ?? 1;
    if (spec === undefined || version === undefined) {
      problems.push({ line, message: `${quote(heading)} names no pod with its version` });
      continue;
    }
    const name = podOf(spec);
    const pod = pods.get(name) ?? { name, version, needs: new Set(), line };
    pods.set(name, pod);
    for (const need of wanted.map(podOf)) if (need !== name) pod.needs.add(need);
  }
  return { pods: [...pods.values()], problems };
}

/** The pod that `Name/Subspec (requirement)` belongs to. */
export function podOf(written: string): string {
  return /^[^/\s]*/.exec(written)?.[0] ?? written;
}

/** The lines of the entries of the list PODS; those of what they need stand deeper. */
export function podLines(text: string): readonly number[] {
  const lines: number[] = [];
  let indent: string | undefined;
  let inside = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\S/.test(line) && !line.startsWith('- ')) inside = line.startsWith('PODS:');
    const [, before] = (inside ? /^( *)- / : /^$ /).exec(line) ?? [];
    indent ??= before;
    if (before !== undefined && before === indent) lines.push(index + 1);
  }
  return lines;
}
