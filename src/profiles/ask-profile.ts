import type { SbomComponent, SbomDocument, SbomPlace, SbomProperty } from '../model/inventory/sbom-document.ts';
import type {
  SbomAnswer,
  SbomGap,
  SbomOutcome,
  SbomProfile,
  SbomRequirement,
  SbomVerdict,
  SbomView,
} from '../model/plugs/sbom-profile.ts';
import { sbomView } from './sbom-view.ts';

/** Asks an SBOM everything that a profile wants; it takes time in proportion to the components. */
export function askProfile(profile: SbomProfile, document: SbomDocument): SbomVerdict {
  const view = sbomView(document);
  const outcomes = profile.requirements.map((requirement) => ask(requirement, view));
  const complete = outcomes.every(
    ({ requirement: { level }, gaps }) => gaps.length === 0 || level === 'if-exists' || level === 'may',
  );
  return { profile, outcomes, complete };
}

type Asked = { readonly place: SbomPlace; readonly name: string; readonly answer: SbomAnswer };

function ask(requirement: SbomRequirement, view: SbomView): SbomOutcome {
  const asked =
    requirement.subject === 'document' ? [askDocument(requirement, view)] : askComponents(requirement, view);
  const gaps: SbomGap[] = [];
  const counts = { met: 0, unknown: 0, notApplicable: 0 };
  let reason: string | undefined;
  for (const { place, name, answer } of asked) {
    if (answer.state === 'met') counts.met += 1;
    else if (answer.state === 'not-applicable') {
      counts.notApplicable += 1;
      reason ??= answer.reason;
    } else if (answer.state === 'unknown' && requirement.acceptsUnknown) counts.unknown += 1;
    else gaps.push({ message: `${name} ${answer.message}`, at: place.at });
  }
  return { requirement, ...counts, reason, gaps };
}

function askDocument(requirement: SbomRequirement & { readonly subject: 'document' }, view: SbomView): Asked {
  const { document } = view;
  const answer = orDeclared(requirement.ask(view), requirement, document.properties);
  return { place: document, name: 'the SBOM', answer };
}

function askComponents(requirement: SbomRequirement & { readonly subject: 'component' }, view: SbomView): Asked[] {
  const { subjects, components } = view.document;
  return [...subjects, ...components].map((component) => ({
    place: component,
    name: nameOf(component),
    answer:
      component.type?.value === 'cryptographic-asset'
        ? { state: 'not-applicable', reason: 'a cryptographic asset is no software' }
        : orDeclared(requirement.ask(component, view), requirement, component.properties),
  }));
}

/** A gap that a property declares to be unknown, withheld or justified. */
function orDeclared(
  answer: SbomAnswer,
  { declaredAs = [] }: SbomRequirement,
  properties: readonly SbomProperty[],
): SbomAnswer {
  if (answer.state !== 'missing' || declaredAs.length === 0) return answer;
  const declaring = properties.some(({ name, value }) => {
    const words = wordsOf.get(name)?.(value) ?? [];
    return words.some((word) => declaredAs.includes(word));
  });
  return declaring ? { ...answer, state: 'unknown' } : answer;
}

/** The properties that declare, and the fields that their values name; those of `cdx:` are proposed to its taxonomy. */
const wordsOf: ReadonlyMap<string, (value: string) => readonly string[]> = new Map([
  ['cdx:cisa:unknown-information', (value) => [value.trim()]],
  ['cdx:cisa:withheld-information', (value) => [value.trim()]],
  ['cdx:fda:justification', (value) => /^\s*(cdx:[\w:-]+):\s*\S/.exec(value)?.slice(1) ?? []],
  ['tureen:unknown', (value) => value.split(',')],
]);

function nameOf({ purls, group, name, version, ref, keyPath }: SbomComponent): string {
  const purl = purls.find(({ value }) => value.startsWith('pkg:'))?.value;
  if (purl !== undefined) return purl;
  const known = name?.state === 'known' ? name.value : (ref ?? keyPath.join('.'));
  const called = group === undefined ? known : `${group}/${known}`;
  return version?.state === 'known' ? `${called} ${version.value}` : called;
}
