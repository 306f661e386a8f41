import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { conanComponents, type ConanNode } from './conan-components.ts';
import type { LockedNode } from './conan-lock-schema.ts';
import { parseReference } from './conan-reference.ts';

/** Reads the graph in a lockfile of Conan 1 (versions 0.1 to 0.4). */
export function readConanNodes(
  file: string,
  nodes: Readonly<Record<string, LockedNode>>,
  lineOf: (path: KeyPath) => number,
): Reading {
  const diagnostics: Diagnostic[] = [];
  const rows = Object.entries(nodes).map(([id, node]) => {
    const at = { file, line: lineOf(['graph_lock', 'nodes', id]) };
    const parse = (text: string) => {
      const reference = parseReference(text);
      if (reference === undefined) diagnostics.push(entryProblem(at, `${quote(text)} is no reference of Conan`, help));
      return reference;
    };
    const written = node.ref ?? node.pref ?? undefined;
    const reference = written === undefined || isNameless(written) ? undefined : parse(written);
    return {
      id,
      at,
      reference: reference && {
        ...reference,
        package: node.prev === '0' ? undefined : (node.prev ?? reference.package),
      },
      isLocal: node.path !== undefined && node.path !== null,
      isForBuild: node.context === 'build',
      requires: idsOf(node.requires),
      buildRequires: idsOf(node.build_requires),
      pythons: (node.python_requires ?? []).flatMap((text) => parse(text) ?? []),
    };
  });
  const isOldest = Object.values(nodes).some(({ requires }) => isMap(requires));
  return {
    components: isOldest ? ofOldest(rows) : conanComponents(rows),
    graph: 'complete',
    diagnostics,
  };
}

/** Version 0.1 names no conanfile, but its own package alone has no revision; and it mixes what only building takes with the rest. */
function ofOldest(rows: readonly ConanNode[]): readonly Component[] {
  const needed = new Set(rows.flatMap(({ requires }) => requires));
  const isLocal = ({ id, reference }: ConanNode) => !needed.has(id) && reference?.recipe === undefined;
  const reason = 'version 0.1 of the lockfile does not tell what is only for building';
  return conanComponents(rows.map((row) => ({ ...row, isLocal: isLocal(row) }))).map((component) => ({
    ...component,
    scope: 'unknown',
    scopeEvidence: component.foundAt.map((at) => ({ scope: 'unknown', reason, at })),
  }));
}

const help = 'Run conan lock create and commit conan.lock.';

/** A conanfile without a name stands as `None/None` or by the name of its file. */
function isNameless(reference: string): boolean {
  return /^(?:None\/None|conanfile\.(?:txt|py))/.test(reference);
}

/** Version 0.1 gives the reference of each with its node. */
function idsOf(needed: LockedNode['requires']): readonly string[] {
  if (needed === undefined || needed === null) return [];
  return isMap(needed) ? Object.values(needed) : needed;
}

function isMap(needed: LockedNode['requires']): needed is Readonly<Record<string, string>> {
  return typeof needed === 'object' && needed !== null && !Array.isArray(needed);
}
