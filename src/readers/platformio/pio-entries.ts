import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Component, Scope } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { scopeOfName } from '../python/scope-of-name.ts';
import { isFolder, pioComponent } from './pio-component.ts';
import { parsePioPackage, type PioPackage } from './pio-package.ts';
import type { ProjectOptions } from './project-options.ts';

/** Makes one component of each entry, however many environments it stands in; `files` tells which folders there are. */
export function readPioEntries(file: string, options: ProjectOptions, files: readonly string[]): Reading {
  const components: Component[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { option, text, line, environments } of entriesOf(options)) {
    const at = { file, line };
    if (refersElsewhere(text)) {
      diagnostics.push(
        entryProblem(at, `${quote(text)} refers to something that this file does not hold`, 'Write it out.'),
      );
      continue;
    }
    const asked = foundFolder(parsePioPackage(text), text, file, files);
    const { scope, reason } = scopeOf(option, asked, environments);
    components.push({ ...pioComponent(asked, at), scope, scopeEvidence: [{ scope, reason, at }], relation: 'direct' });
    for (const each of problemsOf(asked, at)) diagnostics.push(each);
  }
  if (options.isCutOff()) {
    const message = `${file} holds more than any project of PlatformIO, and not all of it was read`;
    diagnostics.push(entryProblem({ file }, message, 'Split it, or remove what is not needed.'));
  }
  return { components, graph: 'none', diagnostics };
}

function refersElsewhere(text: string): boolean {
  const start = text.indexOf('${');
  return start !== -1 && /[.}]/.test(text.slice(start));
}

type Entry = {
  readonly option: (typeof listed)[number];
  readonly text: string;
  readonly line: number;
  readonly environments: string[];
};

const listed = ['platform', 'platform_packages', 'lib_deps'] as const;

function entriesOf({ environments, listOf }: ProjectOptions): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const environment of environments) {
    for (const option of listed) {
      for (const { text, line } of listOf(environment, option)) {
        const key = `${option} ${line} ${text}`;
        const entry = entries.get(key) ?? { option, text, line, environments: [] };
        entry.environments.push(environment.slice('env:'.length));
        entries.set(key, entry);
      }
    }
  }
  return [...entries.values()].toSorted((a, b) => a.line - b.line);
}

function foundFolder(asked: PioPackage, text: string, file: string, files: readonly string[]): PioPackage {
  const folder = asked.owner === undefined ? undefined : resolvePath(file, text);
  const isThere = folder !== undefined && files.some((one) => one.startsWith(`${folder}/`));
  return isThere ? { owner: undefined, name: undefined, requirement: undefined, address: text } : asked;
}

/** A library ships unless only environments that are named after tests take it; of packages the name tells what they are. */
function scopeOf(
  option: Entry['option'],
  { name = '' }: PioPackage,
  environments: readonly string[],
): { readonly scope: Scope; readonly reason: string } {
  const shown = environments.length > 3 ? `${environments.length} environments` : environments.join(', ');
  if (environments.every((one) => scopeOfName(one) === 'development'))
    return { scope: 'development', reason: `${option} of ${shown} alone` };
  if (option === 'lib_deps') return { scope: 'runtime', reason: `lib_deps of ${shown}` };
  if (/^(?:toolchain|tool)-/.test(name)) return { scope: 'development', reason: `a tool, by its name ${name}` };
  if (name.startsWith('framework-')) return { scope: 'runtime', reason: `a framework, by its name ${name}` };
  return { scope: 'unknown', reason: 'it brings frameworks, which ship, and tools, which do not' };
}

function problemsOf({ name, address }: PioPackage, at: LinePlace): Diagnostic[] {
  if (name !== undefined && /^\d+$/.test(name)) {
    const message = `the library ${name} is named by a number, which tells nobody what it is`;
    return [entryProblem(at, message, 'Write its owner and name, as in owner/name@1.2.3.')];
  }
  if (address === undefined || !isFolder(address)) return [];
  const folder = address.replace(/^(?:file|symlink):\/\//, '');
  if (resolvePath(at.file, folder) !== undefined) return [];
  const message = `${quote(address)} is taken as the product's own, but lies outside of the scanned folder`;
  return [
    entryProblem(at, message, 'Scan from a folder that holds both, or enter it in tureen.yaml if it is foreign.'),
  ];
}
