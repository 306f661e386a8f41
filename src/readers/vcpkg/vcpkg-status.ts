import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseControlFile, type Paragraph } from '../debian/control-file.ts';
import { strongestEvidence } from '../conda/strongest-evidence.ts';
import { installedPorts } from './installed-ports.ts';
import { readManifestPorts } from './manifest-ports.ts';
import { parseManifest } from './parse-manifest.ts';
import { manifestsAbove } from './vcpkg-folders.ts';
import { portComponent } from './vcpkg-port.ts';

/** Reads the database of the ports that vcpkg installed; what it changed since stands in `updates` beside it. */
export const vcpkgStatus: Reader = {
  name: 'vcpkg-status',
  title: 'vcpkg/status of installed ports',
  capabilities: { scope: true, graph: true, hashes: false, licence: false, direct: true },
  companions: (_, path, tree) => [...updatesOf(path, tree), ...manifestsAbove(path)],
  read: ({ path, text, companions }) => {
    const files = [path, ...updatesOf(path, [...companions.keys()])];
    const paragraphs: (readonly [file: string, paragraph: Paragraph])[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const file of files) {
      const content = file === path ? text : (companions.get(file) ?? '');
      if (content.trim() === '' && files.length > 1) continue;
      const control = parseControlFile(content.endsWith('\n') || file === path ? content : `${content}\n`);
      if ('message' in control) {
        if (file === path) return unreadable(syntaxProblem(path, control.message, control.at));
        diagnostics.push(syntaxProblem(file, control.message, control.at));
      } else
        for (const each of control.paragraphs.map((paragraph) => [file, paragraph] as const)) paragraphs.push(each);
    }
    const ports = installedPorts(path, paragraphs);
    const asked = askedPorts(companions, path);
    const purlOf = new Map(ports.map(({ key, port, at }) => [key, portComponent(port, at).purl]));
    const components = ports.map(({ port, at, needs, description }): Component => {
      const evidence = asked?.get(port.name) ?? { ...notTold, at };
      return {
        ...portComponent(port, at),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: asked === undefined ? 'unknown' : asked.has(port.name) ? 'direct' : 'transitive',
        description,
        dependsOn: [...new Set(needs.flatMap((need) => purlOf.get(need) ?? []))].toSorted(),
      };
    });
    return { components, graph: 'complete', diagnostics };
  },
};

const notTold = { scope: 'unknown', reason: 'vcpkg does not tell what only building takes' } as const;

function updatesOf(path: string, tree: readonly string[]): readonly string[] {
  const folder = path.replace(/status$/, 'updates/');
  return tree.filter((file) => file.startsWith(folder) && /^\d+$/.test(file.slice(folder.length))).toSorted();
}

/** What the manifest of the project says of the ports that it asks for itself; `undefined` without one that can be read. */
function askedPorts(opened: ReadonlyMap<string, string>, path: string): ReadonlyMap<string, ScopeEvidence> | undefined {
  const file = manifestsAbove(path).find((one) => opened.has(one));
  const text = opened.get(file ?? '');
  const parsed = file === undefined || text === undefined ? undefined : parseManifest(file, text);
  if (file === undefined || text === undefined || parsed === undefined || !('manifest' in parsed)) return undefined;
  const { components } = readManifestPorts(
    { file, text, manifest: parsed.manifest, registries: undefined },
    parsed.lineOf,
  );
  const asked = new Map<string, ScopeEvidence>();
  for (const { name, scopeEvidence } of components) {
    const strongest = strongestEvidence([asked.get(name) ?? [], scopeEvidence].flat());
    if (strongest !== undefined) asked.set(name, strongest);
  }
  return asked;
}
