import type { PomActivation } from './pom-activation.ts';

/** What a pom.xml says, letter by letter: nothing inherited, no property put in. */
export type Pom = {
  readonly groupId: string | undefined;
  readonly artifactId: string;
  readonly version: string | undefined;
  readonly parent: PomParent | undefined;
  readonly own: PomFacts;
  readonly main: PomSection;
  readonly profiles: readonly PomProfile[];
  /** Of its artifactId. */
  readonly line: number;
};

/** The pom that another inherits from; since Maven 4 its path alone may name it. */
export type PomParent = {
  readonly groupId: string | undefined;
  readonly artifactId: string | undefined;
  readonly version: string | undefined;
  /** Where it lies, seen from the folder of the child; blank when it is to be taken from a repository alone. */
  readonly relativePath: string;
  readonly line: number;
};

/** What a project tells about itself. */
export type PomFacts = {
  readonly description: string | undefined;
  readonly url: string | undefined;
  readonly organisation: string | undefined;
  readonly repository: string | undefined;
  readonly licences: readonly { readonly name: string; readonly line: number }[];
};

/** What the project itself, or one of its profiles, adds to the build. */
export type PomSection = {
  readonly properties: ReadonlyMap<string, string>;
  readonly modules: readonly string[];
  readonly dependencies: readonly PomDependency[];
  /** Versions and scopes for dependencies that somebody declares without. */
  readonly managed: readonly PomDependency[];
  readonly plugins: readonly PomPlugin[];
  readonly managedPlugins: readonly PomPlugin[];
};

/** A section that counts only when the profile is on. */
export type PomProfile = PomSection & { readonly id: string; readonly activation: PomActivation };

/** A dependency as it is declared; a name that is missing is blank. */
export type PomDependency = {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string | undefined;
  readonly type: string | undefined;
  readonly classifier: string | undefined;
  readonly scope: string | undefined;
  readonly optional: string | undefined;
  readonly line: number;
};

/** Something that runs during the build: a plugin, a build extension, or what one of these needs. */
export type PomPlugin = Pick<PomDependency, 'groupId' | 'artifactId' | 'version' | 'line'> & {
  /** What it is to the build, such as `plugin`. */
  readonly role: string;
};

/** Why a text is no pom, and where. */
export type PomProblem = { readonly message: string; readonly at: { readonly line: number } };
