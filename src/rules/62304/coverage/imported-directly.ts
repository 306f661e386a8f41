import { loadingSites } from '../../../base/loading-sites.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { isCoveredByName } from '../../../base/judgement/covered-by-name.ts';
import { covering } from '../../examples/covering.ts';

/** Asks for a record of its own for what the product's own code imports, where only another item's record covers it. */
export const importedDirectly: Rule = {
  id: '62304/imported-directly',
  title: 'What the product imports itself has its own record',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'component',
  why: 'A record may speak for what its package brings in. What our own code calls has requirements of our own, and those of another package do not state them. Tests, build scripts and imports of types alone do not count.',
  help: 'Run `tureen draft` with its package URL for a record of its own; or name it under `covers:` by its whole package URL, with the reason why one record states the requirements of both.',
  restsOn: ['soup-item'],
  check: ({ component: { purl }, account }, { usage }) => {
    if (account.kind !== 'covered' || isCoveredByName(account, purl)) return [];
    const sites = loadingSites(usage, purl);
    const [first] = sites;
    if (first === undefined) return [];
    const more = sites.length === 1 ? '' : ` and at ${sites.length - 1} more`;
    const message = `${purl} is only covered by ${account.item.file}, but imported directly at ${first.file}:${first.line}${more}`;
    return [{ message, place: { file: first.file, line: first.line } }];
  },
  examples: [
    {
      title: 'What is imported has a record',
      files: { 'src/label.ts': "import leftPad from 'left-pad';\n" },
      says: [],
    },
    {
      title: 'The record of one package covers another that our own code imports',
      files: { ...covering('dependencies: true'), 'src/label.ts': "import isOdd from 'is-odd';\n" },
      says: [
        'pkg:npm/is-odd@3.0.1 is only covered by soup/items/npm-left-pad.yaml, but imported directly at src/label.ts:1',
      ],
    },
    {
      title: 'Only a test imports it, and product code only its types',
      files: {
        ...covering('dependencies: true'),
        'src/label.ts': "import type { Odd } from 'is-odd';\n",
        'src/label.test.ts': "import isOdd from 'is-odd';\n",
      },
      says: [],
    },
    {
      title: 'A person named the package and said why one record is enough',
      files: {
        ...covering('packages: pkg:npm/is-odd'),
        'src/label.ts': "import isOdd from 'is-odd';\n",
      },
      says: [],
    },
  ],
};
