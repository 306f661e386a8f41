import type { MetadataAnswer } from '../../model/inventory/metadata.ts';
import type { CompareVersions, PackageRegistryName, Registry } from '../../model/plugs/registry.ts';
import { schemeOf } from '../../versions/scheme-of.ts';
import type { OpenedRegistries } from './registry-source.ts';
import type { WantedVersion } from './wanted-packages.ts';

/** Asks the places of a version one after the other, until one knows it; what each said is kept. */
export async function askRegistry(
  opened: OpenedRegistries,
  registry: Registry,
  { wanted, bases }: WantedVersion,
  today: string,
): Promise<readonly MetadataAnswer[]> {
  const said: MetadataAnswer[] = [];
  for (const base of bases) {
    const answer = await askPlace(opened, registry, { ...wanted, base }, today);
    if (answer.facts !== undefined) return [answer];
    said.push(answer);
  }
  return said;
}

async function askPlace(
  opened: OpenedRegistries,
  registry: Registry,
  wanted: WantedVersion['wanted'] & { readonly base: string },
  today: string,
): Promise<MetadataAnswer> {
  const answers = new Map<string, string | undefined>();
  let source = wanted.base;
  let unknown: string | undefined;
  const told = { registry: registry.name, asOf: today };
  for (let step = 0; step < mostQuestions; step++) {
    const question = registry.ask(wanted, answers);
    if (question === undefined) break;
    const answer = await opened.ask(wanted.base, question);
    if (step === 0) source = answer.address;
    if (answer.kind === 'refused' && step === 0) return { ...told, source, unknown: answer.reason };
    if (answer.kind === 'refused') unknown = `${question.name}: ${answer.reason}`;
    answers.set(question.name, answer.kind === 'answer' ? answer.text : undefined);
  }
  const reading = registry.read(wanted, answers, comparing(wanted.type));
  if (reading.kind !== 'facts') return { ...told, source, unknown: reading.reason };
  return { ...told, source, facts: reading.facts, ...(unknown !== undefined && { unknown }) };
}

/** A pom may have ancestors; everything else is known after three questions. */
const mostQuestions = 12;

function comparing(type: PackageRegistryName): CompareVersions {
  const scheme = schemeOf(ecosystems[type]);
  return (a, b) => scheme?.compare(a, b) ?? 0;
}

const ecosystems: Readonly<Record<PackageRegistryName, string>> = {
  cargo: 'crates.io',
  composer: 'Packagist',
  conda: 'conda',
  cran: 'CRAN',
  gem: 'RubyGems',
  golang: 'Go',
  hex: 'Hex',
  maven: 'Maven',
  npm: 'npm',
  nuget: 'NuGet',
  pub: 'Pub',
  pypi: 'PyPI',
};
