import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anySubject } from '../../../test/sbom-subjects.ts';
import { cyclonedxProblems, cyclonedxXmlProblems, spdxProblems } from '../../../test/schemas/validate.ts';
import { spdx3Problems } from '../../../test/schemas/spdx3-problems.ts';
import type { SbomExport, SbomSubject } from '../../model/plugs/export.ts';
import { readSbomDocument } from '../../readers/sbom/read-sbom-document.ts';
import { sbomExports } from './index.ts';

const written = sbomExports.flatMap((sbomExport) => sbomExport.specs.map((spec) => ({ sbomExport, spec })));

for (const { sbomExport, spec } of written) {
  const name = `${sbomExport.name} ${spec}`;

  test(`${name} is valid by the official schema, whatever the inventory holds`, async () => {
    const texts = fc.sample(anySubject, 40).map((subject) => sbomExport.write(subject, spec));
    assert.deepEqual(await problemsOf(sbomExport.name, spec, texts), []);
  });

  test(`${name} names every element once and points at nothing that is not there`, () => {
    holds((subject) => {
      const { elements, edges, root } = graph(sbomExport, spec, subject);
      assert.equal(elements.length, subject.inventory.components.length + 1);
      assert.equal(new Set(elements).size, elements.length);
      assert.ok(elements.includes(root));
      const dangling = edges.flat().filter((ref) => !elements.includes(ref));
      assert.deepEqual(dangling, []);
    });
  });

  test(`${name} has a way from the product to every component`, () => {
    holds((subject) => {
      const { elements, edges, root } = graph(sbomExport, spec, subject);
      const reached = new Set([root]);
      for (const ref of reached) for (const [from = '', to = ''] of edges) if (from === ref) reached.add(to);
      assert.deepEqual(
        elements.filter((ref) => !reached.has(ref)),
        [],
      );
    });
  });

  test(`${name} has the same bytes in every run and for every order of the components`, () => {
    holds((subject) => {
      const { inventory } = subject;
      const turned = { ...inventory, components: inventory.components.toReversed() };
      const text = sbomExport.write(subject, spec);
      assert.equal(sbomExport.write(structuredClone(subject), spec), text);
      assert.equal(sbomExport.write({ ...subject, inventory: turned }, spec), text);
    });
  });

  test(`${name} has another identity when anything in it is another`, () => {
    holds((subject) => {
      const identity = (text: string) =>
        /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.exec(text)?.[0];
      const one = identity(sbomExport.write(subject, spec));
      assert.ok(one !== undefined);
      assert.notEqual(identity(sbomExport.write({ ...subject, made: '2027-01-01T00:00:00Z' }, spec)), one);
    });
  });

  test(`${name} holds no vulnerability, and is read without a complaint`, () => {
    holds((subject) => {
      const { document, diagnostics } = readSbomDocument(
        `sbom.${sbomExport.extension}`,
        sbomExport.write(subject, spec),
      );
      assert.deepEqual(diagnostics, []);
      assert.equal(document?.vulnerabilities, 0);
    });
  });
}

function holds(check: (subject: SbomSubject) => void): void {
  fc.assert(
    fc.property(anySubject, (subject) => check(subject)),
    { numRuns: 40 },
  );
}

function problemsOf(
  name: string,
  spec: string,
  texts: readonly string[],
): readonly string[] | Promise<readonly string[]> {
  if (name === 'cyclonedx-xml') return cyclonedxXmlProblems(texts, spec);
  if (name === 'spdx-tag-value') return texts.flatMap(tagValueProblems);
  const documents = texts.map((text): unknown => JSON.parse(text));
  if (name === 'cyclonedx-json') return documents.flatMap((document) => cyclonedxProblems(document, spec));
  return documents.flatMap(name === 'spdx3-json' ? spdx3Problems : spdxProblems);
}

type Graph = {
  readonly elements: readonly string[];
  readonly edges: readonly (readonly string[])[];
  readonly root: string;
};

function graph(sbomExport: SbomExport, spec: string, subject: SbomSubject): Graph {
  const text = sbomExport.write(subject, spec);
  if (sbomExport.name === 'spdx-json') return spdxGraph(text);
  return sbomExport.name === 'cyclonedx-json' ? cyclonedxGraph(text) : graphAsRead(text);
}

/** Tag-value has no schema: it says what the JSON says, as far as a tag can hold it. */
function tagValueProblems(text: string): readonly string[] {
  const { document, diagnostics } = readSbomDocument('sbom.spdx', text);
  const nameless = document?.components.filter(({ name }) => name?.state !== 'known') ?? [];
  return [...diagnostics, ...nameless].map((problem) => JSON.stringify(problem));
}

/** The graph as our own reader of SBOMs sees it. */
function graphAsRead(text: string): Graph {
  const { document } = readSbomDocument('sbom', text);
  const { subjects = [], components = [], dependencies = [] } = document ?? {};
  return {
    elements: [...subjects, ...components].map(({ ref }) => ref ?? ''),
    edges: dependencies.flatMap(({ kind, from, to }) => (kind === 'needs' ? to.map((ref) => [from, ref]) : [])),
    root: subjects[0]?.ref ?? '',
  };
}

type CycloneDx = {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } };
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly compositions: readonly { readonly dependencies?: readonly string[] }[];
};

function cyclonedxGraph(text: string): Graph {
  const { metadata, components, dependencies, compositions } = JSON.parse(text) as CycloneDx;
  const root = metadata.component['bom-ref'];
  const elements = [root, ...components.map((component) => component['bom-ref'])];
  const told = (refs: readonly string[]) => refs.toSorted();
  assert.deepEqual(told(dependencies.map(({ ref }) => ref)), told(elements), 'each has its entry in dependencies');
  assert.deepEqual(
    told(compositions.flatMap((part) => part.dependencies ?? [])),
    told(elements),
    'each is in one composition',
  );
  return { elements, edges: dependencies.flatMap(({ ref, dependsOn = [] }) => dependsOn.map((to) => [ref, to])), root };
}

type Spdx = {
  readonly documentDescribes: readonly string[];
  readonly packages: readonly { readonly SPDXID: string; readonly licenseDeclared: string }[];
  readonly hasExtractedLicensingInfos?: readonly { readonly licenseId: string }[];
  readonly relationships: readonly {
    readonly spdxElementId: string;
    readonly relationshipType: string;
    readonly relatedSpdxElement: string;
  }[];
};

function spdxGraph(text: string): Graph {
  const { documentDescribes, packages, hasExtractedLicensingInfos = [], relationships } = JSON.parse(text) as Spdx;
  const elements = packages.map(({ SPDXID }) => SPDXID);
  const licences = hasExtractedLicensingInfos.map(({ licenseId }) => licenseId);
  assert.deepEqual(
    [...elements, ...licences].filter((id) => !/^(SPDXRef|LicenseRef)-[A-Za-z0-9.-]+$/.test(id)),
    [],
  );
  const used = packages.flatMap(({ licenseDeclared }) => licenseDeclared.match(/LicenseRef-[A-Za-z0-9.-]+/g) ?? []);
  assert.deepEqual(licences, [...new Set(used)].toSorted(), 'each licence that is named is defined once, and no other');
  const needs = relationships.filter(({ relationshipType }) => relationshipType === 'DEPENDS_ON');
  const open = new Set(['NONE', 'NOASSERTION']);
  for (const id of elements)
    assert.ok(
      needs.some(({ spdxElementId }) => spdxElementId === id),
      `${id} says nothing of its needs`,
    );
  return {
    elements,
    edges: needs
      .filter(({ relatedSpdxElement }) => !open.has(relatedSpdxElement))
      .map(({ spdxElementId, relatedSpdxElement }) => [spdxElementId, relatedSpdxElement]),
    root: documentDescribes[0] ?? '',
  };
}
