import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseVerificationMetadata, type VerifiedComponent } from './gradle/gradle-checksums.ts';
import { isGradleLockfile, leftToLockfiles, lockfileOfBuild } from './gradle/gradle-project.ts';
import { mavenComponent } from './maven-component.ts';

/**
 * Reads Gradle's verification-metadata.xml. It lists what a build may download, tools and old versions included, not
 * what it uses: where lockfiles tell that, it gives them its checksums and no components of its own.
 */
export const gradleVerification: Reader = {
  name: 'gradle-verification',
  title: 'Gradle verification-metadata.xml',
  capabilities: { scope: false, graph: false, hashes: true, licence: false, direct: false },
  companions: (_, path, tree) => lockfileOfBuild(path, tree),
  read: ({ path, text, companions }) => {
    const verified = parseVerificationMetadata(text);
    if ('message' in verified) return unreadable(syntaxProblem(path, verified.message, verified.at));
    if ([...companions.keys()].some(isGradleLockfile)) return leftToLockfiles(path);
    const named = verified.filter(isNamed);
    return {
      components: named.filter(({ holdsCode }) => holdsCode).map((one) => component(one, path)),
      graph: 'none',
      diagnostics: [
        ...(named.length === 0 ? [] : [moreThanUsed(path)]),
        ...describedOnly(
          path,
          named.filter(({ holdsCode }) => !holdsCode),
        ),
        ...verified
          .filter((one) => !isNamed(one))
          .map(({ line }) =>
            entryProblem(
              { file: path, line },
              'the component lacks its group, name or version',
              'Let Gradle write the file anew: gradle --write-verification-metadata sha256.',
            ),
          ),
      ],
    };
  },
};

function isNamed({ groupId, artifactId, version }: VerifiedComponent): boolean {
  return groupId !== '' && artifactId !== '' && version !== '';
}

const lock =
  'Lock the dependencies (dependencyLocking in the build script, gradle dependencies --write-locks) and commit the lockfiles: they tell what is used, and for what.';

function moreThanUsed(path: string): Diagnostic {
  return entryProblem({ file: path }, `${path} lists what the build may download, which is more than it uses`, lock);
}

/** Parents of poms and lists of versions are read while the build resolves; no code comes with them. */
function describedOnly(path: string, left: readonly VerifiedComponent[]): Diagnostic[] {
  const [first] = left;
  if (first === undefined) return [];
  const names = left.slice(0, 3).map(({ groupId, artifactId, version }) => `${groupId}:${artifactId}:${version}`);
  const more = left.length > names.length ? ` and ${left.length - names.length} more` : '';
  const message = `${path} holds components with a description alone, .pom or .module, such as parents of others; they bring no code and are left out: ${names.join(', ')}${more}`;
  return [{ ...entryProblem({ file: path, line: first.line }, message, lock), severity: 'note' }];
}

function component(verified: VerifiedComponent, file: string): Component {
  const at = { file, line: verified.line };
  return {
    ...mavenComponent(verified, at),
    hashes: verified.hashes,
    scope: 'unknown',
    scopeEvidence: [{ scope: 'unknown', reason: 'a list of checksums does not tell what is used', at }],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}
