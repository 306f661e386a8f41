import { entryProblem } from '../../base/reading.ts';
import type { Component, Relation, Scope, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { nugetComponent } from './nuget-component.ts';

/** A package or project in one section of a file, before scope and edges are known. */
export type NugetEntry = {
  readonly facts: ReturnType<typeof nugetComponent>;
  /** It is a project of the product. */
  readonly own: boolean;
  /** Whether the product asks for it itself. */
  readonly relation: Relation;
  /** Names of what it needs. */
  readonly needs: readonly string[];
};

/** What is resolved for one target framework, for one runtime perhaps; by name in lower case, for NuGet knows no case. */
export type NugetSection = ReadonlyMap<string, NugetEntry>;

/** What is known of the use of a package that the product asks for itself, or of one of its projects. */
export type ScopeOfDirect = (entry: NugetEntry) => Omit<ScopeEvidence, 'at'>;

/**
 * Makes components of sections: one for each name and version, with all of its edges. An edge that leads nowhere is a
 * problem when there is help for it.
 */
export function nugetReading(
  sections: readonly NugetSection[],
  evidenceFor: (entry: NugetEntry) => ScopeEvidence,
  help: string | undefined,
): Reading {
  const unmet: Diagnostic[] = [];
  const rows = new Map<string, { readonly entry: NugetEntry; direct: boolean; readonly needs: Set<string> }>();
  for (const section of sections) {
    for (const entry of section.values()) {
      const row = rows.get(keyOf(entry)) ?? { entry, direct: false, needs: new Set<string>() };
      rows.set(keyOf(entry), row);
      row.direct ||= entry.relation === 'direct';
      for (const name of entry.needs) {
        const needed = section.get(name.toLowerCase());
        if (needed !== undefined) row.needs.add(needed.facts.purl);
        else unmet.push(missing(entry, name, help ?? ''));
      }
    }
  }
  const components = [...rows.values()].map(({ entry, direct, needs }): Component => {
    const evidence = evidenceFor(entry);
    return {
      ...entry.facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: direct ? 'direct' : entry.relation,
      firstParty: entry.own,
      dependsOn: [...needs].toSorted(),
    };
  });
  return {
    components: components.toSorted((a, b) => lineOf(a) - lineOf(b)),
    graph: unmet.length === 0 ? 'complete' : 'partial',
    diagnostics: help === undefined ? [] : distinct(unmet),
  };
}

/** Follows the edges from what the product asks for: the strongest scope counts, and what nothing leads to is unknown. */
export function scopesByUse(
  sections: readonly NugetSection[],
  scopeOfDirect: ScopeOfDirect,
): (entry: NugetEntry) => ScopeEvidence {
  const found = scopesIn(sections, testProjectOr(sections, scopeOfDirect));
  return (entry) =>
    found.get(keyOf(entry)) ?? { scope: 'unknown', reason: 'nothing in this file leads to it', at: placeOf(entry) };
}

/** What a project of tests asks for runs nowhere but there: it asks for Microsoft.NET.Test.Sdk. */
export const testProject = {
  package: 'microsoft.net.test.sdk',
  evidence: { scope: 'development', reason: 'the project asks for Microsoft.NET.Test.Sdk, so it holds tests' },
} as const;

function lineOf({ foundAt }: Component): number {
  return foundAt[0]?.line ?? 0;
}

/** NuGet knows no case. */
function keyOf({ facts }: NugetEntry): string {
  return facts.purl.toLowerCase();
}

const strongestFirst: readonly Scope[] = ['runtime', 'optional', 'unknown', 'development'];

function scopesIn(sections: readonly NugetSection[], scopeOfDirect: ScopeOfDirect): ReadonlyMap<string, ScopeEvidence> {
  const starts = sections.map((section) => ({
    section,
    roots: [...section.values()]
      .filter(({ relation, own }) => own || relation === 'direct')
      .map((entry) => ({ entry, evidence: { ...scopeOfDirect(entry), at: placeOf(entry) } })),
  }));
  const found = new Map<string, ScopeEvidence>();
  for (const scope of strongestFirst) {
    for (const { section, roots } of starts) {
      const queue = roots.filter(({ evidence }) => evidence.scope === scope);
      const walked = new Set<NugetEntry>();
      for (const { entry, evidence } of queue) {
        if (walked.has(entry)) continue;
        walked.add(entry);
        if (!found.has(keyOf(entry))) found.set(keyOf(entry), evidence);
        for (const name of entry.needs) {
          const needed = section.get(name.toLowerCase());
          if (needed !== undefined && !walked.has(needed)) queue.push({ entry: needed, evidence });
        }
      }
    }
  }
  return found;
}

function testProjectOr(sections: readonly NugetSection[], scopeOfDirect: ScopeOfDirect): ScopeOfDirect {
  const isTest = sections.some((section) => section.get(testProject.package)?.relation === 'direct');
  return isTest ? () => testProject.evidence : scopeOfDirect;
}

function placeOf({ facts }: NugetEntry): ScopeEvidence['at'] {
  return facts.foundAt[0] ?? { file: '', line: 1 };
}

function missing(entry: NugetEntry, name: string, help: string): Diagnostic {
  const message = `${entry.facts.purl} needs "${name.slice(0, 100)}", which this file does not hold`;
  return entryProblem(placeOf(entry), message, help);
}

/** Sections for several runtimes repeat each other. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [one.message, one])).values()];
}
