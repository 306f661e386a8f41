import type { ItemEntry } from '../../../model/dossier.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';
import { namedFew } from '../../named-few.ts';

const pads = { 'src/label.ts': "import leftPad from 'left-pad';\n" };

/** Asks that the modules which are said to use an item are those whose lines import it. */
export const usedElsewhere: Rule = {
  id: '62304/used-elsewhere',
  title: 'The modules that use a SOUP item are those that are named',
  clause: '62304:5.3.2',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A second user has other data and other failures, and nobody has looked at them. A user that is gone makes the architecture wrong.',
  help: 'Judge the new use, then name the file under `modules:` of `usedBy:`; take out what uses it no more.',
  check: (item) => [...elsewhere(item), ...idle(item)],
  examples: [
    {
      title: 'The module that imports it is named',
      files: { ...pads, ...leftPad('usedBy: [{ softwareItem: viewer, modules: [src/label.ts] }]') },
      says: [],
    },
    {
      title: 'No modules are named, which speaks for all',
      files: { ...pads, ...leftPad('usedBy: [{ softwareItem: viewer }]') },
      says: [],
    },
    {
      title: 'Another module imports it, too',
      files: {
        ...pads,
        'src/letter.ts': "\nimport leftPad from 'left-pad';\n",
        ...leftPad('usedBy: [{ softwareItem: viewer, modules: [src/label.ts] }]'),
      },
      says: ['pkg:npm/left-pad is imported in modules that its record does not name: src/letter.ts:2'],
    },
    {
      title: 'The module that is named imports it no more',
      files: { ...pads, ...leftPad('usedBy: [{ softwareItem: viewer, modules: [src/label.ts, src/letter.ts] }]') },
      says: ['no line in "src/letter.ts" imports pkg:npm/left-pad'],
    },
  ],
};

function elsewhere({ filed: { file, record }, usage }: ItemEntry): readonly Problem[] {
  if (usage.elsewhere.length === 0) return [];
  const lines = usage.elsewhere.map((site) => `${site.file}:${site.line}`);
  const message = `${record.soup} is imported in modules that its record does not name: ${namedFew(lines)}`;
  return [{ message, place: { file, keyPath: ['usedBy'] } }];
}

/** Where the language was not looked through, nobody can tell. */
function idle({ filed: { file, record }, own, usage }: ItemEntry): readonly Problem[] {
  if (usage.lookedThrough.length === 0 || own.length === 0) return [];
  return usage.idle.map(({ index, position, module }) => ({
    message: `no line in "${module}" imports ${record.soup}`,
    place: { file, keyPath: ['usedBy', index, 'modules', position] },
  }));
}
