import { childNamed, childrenNamed, childText, parseXml, type XmlElement } from '../../../base/formats/xml.ts';
import type { PomActivation } from './pom-activation.ts';
import type { Pom, PomDependency, PomFacts, PomParent, PomPlugin, PomProblem, PomSection } from './pom.ts';

/** Reads the text of a pom.xml, model version 4.0 or 4.1. */
export function parsePom(text: string): Pom | PomProblem {
  const project = parseXml(text);
  return 'message' in project ? project : pomIn(project);
}

/** Reads what `mvn help:effective-pom` writes of a build of several modules, `<projects>`; `undefined` for any other text. */
export function parseProjects(text: string): readonly Pom[] | PomProblem | undefined {
  if (!/<projects[\s>]/.test(text.slice(0, 5000))) return undefined;
  const root = parseXml(text);
  if ('message' in root) return root;
  if (root.name !== 'projects') return undefined;
  const poms = childrenNamed(root, 'project').map(pomIn);
  return poms.find((pom) => 'message' in pom) ?? poms.flatMap((pom) => ('message' in pom ? [] : pom));
}

function pomIn(project: XmlElement): Pom | PomProblem {
  if (project.name !== 'project')
    return { message: `its root is <${project.name.slice(0, 40)}>, not <project>`, at: project.at };
  const parent = childNamed(project, 'parent');
  const artifact = childNamed(project, 'artifactId');
  const artifactId = artifact?.text.trim();
  if (artifact === undefined || !artifactId) return { message: 'it has no artifactId', at: project.at };
  return {
    groupId: childText(project, 'groupId'),
    artifactId,
    version: childText(project, 'version'),
    parent: parent && parentIn(parent),
    own: factsIn(project),
    main: sectionIn(project),
    profiles: itemsIn(project, 'profiles', 'profile').map((profile) => ({
      ...sectionIn(profile),
      id: childText(profile, 'id') ?? 'default',
      activation: activationIn(childNamed(profile, 'activation')),
    })),
    line: artifact.at.line,
  };
}

/** Maven knows `property`, `jdk`, `os` and `file`, and since version 4 also `packaging` and `condition`. */
function activationIn(activation: XmlElement | undefined): PomActivation {
  const word = (name: string) => (activation === undefined ? undefined : childText(activation, name));
  const property = activation && childNamed(activation, 'property');
  const name = property && childText(property, 'name');
  return {
    activeByDefault: word('activeByDefault') === 'true',
    property: property === undefined || name === undefined ? undefined : { name, value: childText(property, 'value') },
    jdk: word('jdk'),
    hangsOnMachine: (activation?.children ?? []).some((one) => !decidedHere.has(one.name)),
  };
}

const decidedHere = new Set(['activeByDefault', 'property', 'jdk']);

function parentIn(parent: XmlElement): PomParent {
  const word = (name: string) => childText(parent, name);
  const relativePath = childNamed(parent, 'relativePath')?.text.trim() ?? '../pom.xml';
  const names = { groupId: word('groupId'), artifactId: word('artifactId'), version: word('version') };
  return { ...names, relativePath, line: parent.at.line };
}

function factsIn(project: XmlElement): PomFacts {
  return {
    description: childText(project, 'description')?.replace(/\s+/g, ' '),
    url: childText(project, 'url'),
    organisation: textAt(project, ['organization', 'name']),
    repository: textAt(project, ['scm', 'url']),
    licences: itemsIn(project, 'licenses', 'license').flatMap((licence) => {
      const name = childText(licence, 'name') ?? childText(licence, 'url');
      return name === undefined ? [] : [{ name, line: licence.at.line }];
    }),
  };
}

function sectionIn(element: XmlElement): PomSection {
  const build = childNamed(element, 'build');
  const reporting = childNamed(element, 'reporting');
  const management = childNamed(element, 'dependencyManagement');
  const pluginManagement = build && childNamed(build, 'pluginManagement');
  return {
    properties: new Map(
      (childNamed(element, 'properties')?.children ?? []).map(({ name, text }) => [name, text.trim()]),
    ),
    modules: ['module', 'subproject'].flatMap((name) =>
      itemsIn(element, `${name}s`, name).flatMap(({ text }) => text.trim() || []),
    ),
    dependencies: dependenciesIn(element),
    managed: management === undefined ? [] : dependenciesIn(management),
    plugins: [
      ...(build === undefined
        ? []
        : [
            ...itemsIn(build, 'extensions', 'extension').map((extension) => pluginIn(extension, 'build extension')),
            ...pluginsIn(build),
          ]),
      ...(reporting === undefined ? [] : pluginsIn(reporting)),
    ],
    managedPlugins: pluginManagement === undefined ? [] : pluginsIn(pluginManagement),
  };
}

function dependenciesIn(element: XmlElement): PomDependency[] {
  return itemsIn(element, 'dependencies', 'dependency').map((dependency) => {
    const word = (name: string) => childText(dependency, name);
    return {
      groupId: word('groupId') ?? '',
      artifactId: word('artifactId') ?? '',
      version: word('version'),
      type: word('type'),
      classifier: word('classifier'),
      scope: word('scope'),
      optional: word('optional'),
      line: dependency.at.line,
    };
  });
}

/** Plugins with what is put onto their own class paths; annotation processors are for the compiler alone. */
function pluginsIn(element: XmlElement): PomPlugin[] {
  return itemsIn(element, 'plugins', 'plugin').flatMap((plugin) => {
    const name = childText(plugin, 'artifactId') ?? '';
    const configurations = [plugin, ...itemsIn(plugin, 'executions', 'execution')].flatMap((holder) =>
      childrenNamed(holder, 'configuration'),
    );
    const processors = configurations.flatMap(
      (configuration) => childNamed(configuration, 'annotationProcessorPaths')?.children ?? [],
    );
    return [
      pluginIn(plugin, 'plugin'),
      ...dependenciesIn(plugin).map((dependency) => ({ ...dependency, role: `dependency of the plugin ${name}` })),
      ...processors.map((processor) => pluginIn(processor, 'annotation processor')),
    ];
  });
}

function pluginIn(element: XmlElement, role: string): PomPlugin {
  return {
    groupId: childText(element, 'groupId') ?? (role === 'plugin' ? 'org.apache.maven.plugins' : ''),
    artifactId: childText(element, 'artifactId') ?? '',
    version: childText(element, 'version'),
    role,
    line: element.at.line,
  };
}

function itemsIn(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  const found = childNamed(element, list);
  return found === undefined ? [] : childrenNamed(found, item);
}

function textAt(element: XmlElement, [first = '', ...rest]: readonly string[]): string | undefined {
  const child = childNamed(element, first);
  if (child === undefined) return undefined;
  return rest.length === 0 ? child.text.trim() || undefined : textAt(child, rest);
}
