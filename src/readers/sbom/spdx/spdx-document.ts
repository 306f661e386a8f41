import type { LocatedValue } from '../../../base/formats/located-value.ts';
import { entryProblem } from '../../../base/reading.ts';
import { salvage } from '../../../base/formats/salvage.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { ParsedSbom, SbomComponent, SbomSerialisation } from '../../../model/inventory/sbom-document.ts';
import { mendGenerator, type PlaceOf } from '../cyclonedx/cyclonedx-entries.ts';
import { spdxAgent } from './spdx-agent.ts';
import { spdxEdges } from './spdx-edges.ts';
import { spdxPackage } from './spdx-package.ts';
import { creationSchema, elementSchema, packageSchema, type Spdx } from './spdx-schema.ts';
import { give } from '../stated/stated.ts';

/** An SPDX 2 document as any SBOM; every serialisation is given in the shape of JSON. */
export function spdxDocument(
  file: string,
  spdx: Spdx,
  lineOf: LocatedValue['lineOf'],
  serialisation: SbomSerialisation,
): ParsedSbom {
  const placeOf: PlaceOf = (keyPath) => ({ file, line: lineOf(keyPath) });
  const packages = collectPackages(spdx.packages ?? [], placeOf);
  const edges = spdxEdges(spdx.relationships ?? [], placeOf);
  const creation = salvage(creationSchema, spdx.creationInfo ?? {}).value;
  const creators = (creation?.creators ?? []).map((creator, index) => ({
    value: spdxAgent(creator),
    keyPath: ['creationInfo', 'creators', index] as KeyPath,
  }));
  const described = new Set([...(spdx.documentDescribes ?? []), ...edges.described]);
  const isDescribed = ({ ref }: SbomComponent) => ref !== undefined && described.has(ref);
  return {
    document: {
      at: placeOf([]),
      keyPath: [],
      family: 'SPDX',
      specVersion: spdx.spdxVersion.replace('SPDX-', ''),
      serialisation,
      id: give(spdx.documentNamespace, ['documentNamespace']),
      edition: undefined,
      name: give(spdx.name, ['name']),
      timestamp: give(creation?.created, ['creationInfo', 'created']),
      signature: undefined,
      tools: creators.filter(({ value }) => value.kind === 'tool'),
      authors: creators.filter(({ value }) => value.kind !== 'tool'),
      supplier: undefined,
      manufacturer: undefined,
      contexts: tellsContext(creation?.comment)
        ? [give(creation?.comment, ['creationInfo', 'comment']) ?? []].flat()
        : [],
      licences: [give(spdx.dataLicense, ['dataLicense']) ?? []].flat(),
      references: [],
      properties: [],
      subjects: packages.entries.filter(isDescribed),
      components: packages.entries.filter((one) => !isDescribed(one)),
      dependencies: edges.dependencies,
      completeness: edges.completeness,
      vulnerabilities: 0,
      otherRefs: new Set([
        'SPDXRef-DOCUMENT',
        ...edges.foreign,
        ...[...(spdx.files ?? []), ...(spdx.snippets ?? [])].flatMap(
          (one) => salvage(elementSchema, one).value?.SPDXID ?? [],
        ),
      ]),
      services: 0,
    },
    diagnostics: [...packages.diagnostics, ...edges.diagnostics],
  };
}

/** SPDX 2 has no field for the context of generation; a comment that names it and a phase tells it. */
function tellsContext(comment: string | undefined): boolean {
  const text = comment?.slice(0, 10_000) ?? '';
  return (
    /\b(?:context|lifecycle|phase|sbom type)\b/i.test(text) &&
    /\b(?:design|source|(?:pre-|post-)?build|analy[sz]ed|deployed|runtime|operations)\b/i.test(text)
  );
}

function collectPackages(values: readonly unknown[], placeOf: PlaceOf) {
  const entries: SbomComponent[] = [];
  const diagnostics: Diagnostic[] = [];
  values.forEach((value, index) => {
    const keyPath = ['packages', index];
    const at = placeOf(keyPath);
    const { value: written, problems } = salvage(packageSchema, value);
    for (const problem of problems.slice(0, 5))
      diagnostics.push(
        entryProblem(at, `${[...keyPath, ...problem.keyPath].join('.')}: ${problem.message}`, mendGenerator),
      );
    if (written !== undefined) entries.push(spdxPackage(written, { at, keyPath }));
  });
  return { entries, diagnostics };
}
