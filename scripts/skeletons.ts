type Names = { readonly name: string; readonly plug: string; readonly identifier: string };

type Skeleton = {
  readonly folder: string;
  /** Whether the name is `<group>/<plug>`. */
  readonly grouped: boolean;
  readonly example: string;
  readonly text: (names: Names) => string;
  /** The line of the registry, where it is more than the plug itself. */
  readonly line?: (names: Names) => string;
  readonly next: (name: string) => string;
};

/** The first lines of each kind of plug; they compile, and the tests say what is still missing. */
export const skeletons: Readonly<Record<string, Skeleton>> = {
  rule: {
    folder: 'src/rules',
    grouped: true,
    example: '62304/items/my-rule',
    text: ({ name, plug, identifier }) => `import type { Rule } from '${upFrom(name)}../model/plugs/rule.ts';
import { leftPad } from '${upFrom(name)}examples/left-pad.ts';

/** Asks … */
export const ${identifier}: Rule = {
  id: '${name.split('/')[0]}/${plug}',
  title: '…',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: '…',
  help: '…',
  check: () => [],
  examples: [
    { title: 'Right', files: {}, says: [] },
    { title: 'Wrong', files: leftPad('title: left-pad'), says: ['…'] },
  ],
};
`,
    next: () => 'Write its check and its examples; `npx node --test src/rules/rules.test.ts` runs them.',
  },
  reader: {
    folder: 'src/readers',
    grouped: true,
    example: 'npm/my-lock',
    text: ({ plug, identifier }) => `import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader } from '../../model/plugs/reader.ts';

/** Reads … */
export const ${identifier}: Reader = {
  name: '${plug}',
  title: '…',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  read: ({ path }) => unreadable(syntaxProblem(path, 'this reader is not written yet')),
};
`,
    line: ({ name, plug, identifier }) =>
      `{ name: '${plug}', files: ['**/${plug}'], load: async () => (await import('./${name}.ts')).${identifier} }`,
    next: (name) =>
      `Put real files into src/readers/${name.replace('/', '/fixtures/')}/<case>/ and one case named broken; take its row out of src/readers/unread-formats.ts.`,
  },
  scheme: {
    folder: 'src/versions',
    grouped: false,
    example: 'my-order',
    text: ({ plug, identifier }) => `import type { Scheme } from '../model/plugs/scheme.ts';

/** Orders versions of … */
export const ${identifier}: Scheme = {
  name: '${plug}',
  title: '…',
  ecosystems: [],
  compare: () => undefined,
};
`,
    next: (name) => `Write relations such as 1.0~rc1 < 1.0 to src/versions/fixtures/${name}.txt.`,
  },
  finder: {
    folder: 'src/usage',
    grouped: false,
    example: 'my-language',
    text: ({ plug, identifier }) => `import type { ImportFinder } from '../model/plugs/import-finder.ts';
import { blankOut, spansOf } from './lexing/blank-out.ts';
import { doubleQuoted, lineComment } from './lexing/spans.ts';
import { statementsIn } from './lexing/statements-in.ts';

/** Finds … */
export const ${identifier}: ImportFinder = {
  name: '${plug}',
  title: '…',
  files: ['**/*.${plug}'],
  tests: [],
  builds: [],
  types: ['generic'],
  naming: 'by-name',
  find: (text) => ({ imports: statementsIn(text, blankOut(text, spans), statement) }),
  packagesOf: (module) => [[module]],
  keyOf: (name) => name,
};

const spans = spansOf(lineComment('//'), doubleQuoted);

const statement = /^[ \\t]*import[ \\t]+(?<module>\\w+)/gm;
`,
    next: (name) =>
      `Put sources with comments and strings into src/usage/fixtures/${name}/; UPDATE_GOLDEN=1 npx node --test src/usage/finders.test.ts`,
  },
  report: {
    folder: 'src/reports',
    grouped: false,
    example: 'my-list',
    text: ({ plug, identifier }) => `import type { Report } from '../model/plugs/report.ts';

/** … */
export const ${identifier}: Report = {
  name: '${plug}',
  title: '…',
  purpose: '…',
  compose: ({ device }) => ({ title: '…', subtitle: device.record.device.name, facts: [], orientation: 'portrait', blocks: [] }),
};
`,
    next: (name) => `Write src/reports/${name}.test.ts; \`tureen report ${name}\` shows it.`,
  },
  command: {
    folder: 'src/cli/commands',
    grouped: false,
    example: 'my-command',
    text: ({ plug, identifier }) => `import type { Command } from '../command.ts';

/** … */
export const ${identifier}: Command = {
  name: '${plug}',
  summary: '…',
  options: [],
  examples: ['tureen ${plug}'],
  run: () => Promise.resolve(0),
};
`,
    line: ({ name, plug, identifier }) =>
      `{ name: '${plug}', task: 'answer', load: async () => (await import('./${name}.ts')).${identifier} }`,
    next: (name) => `Put what it does into a use case in src/app; \`./bin/tureen ${name}\` runs it.`,
  },
};

/** The way from the folder of a plug up to the one of its kind. */
function upFrom(name: string): string {
  return '../'.repeat(name.split('/').length - 1);
}
