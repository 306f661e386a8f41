import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import { mavenComponent, mavenKey, mavenName, mavenPinning } from '../maven-component.ts';
import { mavenScope } from '../maven-scope.ts';
import { readVersion } from './maven-version.ts';
import type { PomDependency, PomPlugin } from './pom.ts';
import type { LocatedPom } from './pom-lineage.ts';
import type { Resolved } from './pom-management.ts';
import { filledNames, type Declared, type PomModel } from './pom-model.ts';

/** What a declaration of a pom is seen in. */
export type PomContext = {
  readonly own: LocatedPom;
  readonly model: PomModel;
  /** Versions that Maven itself told of this pom's dependencies, by key. */
  readonly answers: ReadonlyMap<string, string>;
  /** Names of artefacts that the repository itself builds. */
  readonly ownNames: ReadonlySet<string>;
  /** The profile that holds the declaration, when it is one that is not on by itself. */
  readonly profile?: OffProfile;
};

/** A profile that is not on by itself, or only where the building machine is of some kind. */
export type OffProfile = { readonly id: string; readonly isOpen: boolean };

/** The component of a declared dependency, or what is wrong with its name. */
export function dependencyComponent(declared: Declared, context: PomContext): Component | Diagnostic {
  const { own, model, answers, ownNames } = context;
  const names = filledNames(declared.dependency, model.fill);
  const line = declared.path === own.path ? declared.dependency.line : (own.pom.parent?.line ?? own.pom.line);
  const at = { file: own.path, line };
  if (!isName(names.groupId) || !isName(names.artifactId)) return unnamedProblem(at, names);
  const resolved = withAnswer(resolve(declared, model), declared, model, answers.get(declared.key));
  const firstParty = ownNames.has(mavenName(names));
  const evidence = scopeOf(declared, resolved, context);
  return {
    ...mavenComponent({ ...names, version: resolved.version }, at, firstParty ? { kind: 'exact' } : resolved.pinning),
    scope: evidence.scope,
    scopeEvidence: [evidence],
    relation: 'direct',
    firstParty,
    dependsOn: undefined,
  };
}

/** The component of something that runs during the build, or what is wrong with its name. */
export function pluginComponent(
  plugin: PomPlugin,
  { own, model, profile, ownNames }: PomContext,
): Component | Diagnostic {
  const [groupId, artifactId] = [model.fill(plugin.groupId).text, model.fill(plugin.artifactId).text];
  const at = { file: own.path, line: plugin.line };
  if (!isName(groupId) || !isName(artifactId)) return unnamedProblem(at, { groupId, artifactId });
  const written = readVersion(model.fill(plugin.version ?? model.pluginVersion(plugin) ?? ''));
  const isManaged = plugin.version === undefined && plugin.role === 'annotation processor';
  const managed = isManaged ? model.manage(mavenKey({ groupId, artifactId, version: undefined })) : undefined;
  const { version, pinning } = managed ?? written;
  const firstParty = ownNames.has(mavenName({ groupId, artifactId }));
  return {
    ...mavenComponent({ groupId, artifactId, version }, at, firstParty ? { kind: 'exact' } : pinning),
    scope: 'development',
    scopeEvidence: [{ scope: 'development', reason: withProfile(plugin.role, profile), at }],
    relation: 'direct',
    firstParty,
    dependsOn: undefined,
  };
}

/** Says that something is declared under a name that is missing, or hangs on a property that nobody sets. */
export function unnamedProblem(at: LinePlace, { groupId = '', artifactId }: Names): Diagnostic {
  return entryProblem(
    at,
    `${quote(`${groupId}:${artifactId}`)} is no group and name that the files of the repository tell`,
    'Write groupId and artifactId out, or commit the parent pom that sets the property; it is missing from the inventory.',
  );
}

type Names = { readonly groupId?: string | undefined; readonly artifactId: string };

/** What stands at the dependency counts; lists of versions fill in what it leaves out. */
function resolve({ dependency, key }: Declared, model: PomModel): Resolved {
  const managed = model.manage(key) ?? { ...readVersion({ text: '', known: true }), scope: undefined };
  const scope = dependency.scope === undefined ? managed.scope : model.fill(dependency.scope).text;
  return dependency.version === undefined
    ? { ...managed, scope }
    : { ...readVersion(model.fill(dependency.version)), scope };
}

/** Maven's answer fills in what no pom tells; a range stays one, for the next build may take another version. */
function withAnswer(
  resolved: Resolved,
  { dependency }: Declared,
  { fill }: PomModel,
  answer: string | undefined,
): Resolved {
  if (answer === undefined || resolved.version !== undefined) return resolved;
  const isRange = dependency.version !== undefined && fill(dependency.version).known;
  return { ...resolved, version: answer, pinning: isRange ? resolved.pinning : mavenPinning(answer, answer) };
}

/** What only a profile brings ships when that is asked for. */
function scopeOf(
  { dependency, path }: Declared,
  resolved: Resolved,
  { own, model, profile }: PomContext,
): ScopeEvidence {
  const told = mavenScope(resolved.scope, isTrue(dependency, model));
  const at = { file: path, line: dependency.line };
  const inherited = path === own.path ? told.reason : `${told.reason}, inherited from ${path}`;
  const asked = profile?.isOpen === true ? 'unknown' : 'optional';
  const scope = profile !== undefined && told.scope === 'runtime' ? asked : told.scope;
  return { scope, reason: withProfile(inherited, profile), at };
}

function isTrue({ optional }: PomDependency, { fill }: PomModel): boolean {
  return optional !== undefined && fill(optional).text === 'true';
}

function withProfile(reason: string, profile: OffProfile | undefined): string {
  if (profile === undefined) return reason;
  const { id, isOpen } = profile;
  return `${reason}, in the profile ${id}, which ${isOpen ? 'the building machine decides on' : 'is off by itself'}`;
}

function isName(text: string): boolean {
  return text !== '' && !/[\s${}]/.test(text);
}
