import type { Entry } from '../../../model/entry.ts';
import type { Problem, Rule } from '../../../model/plugs/rule.ts';
import { lockWith } from '../../examples/lock-with.ts';

/** Asks for a decision where the files do not tell whether a component ships, or where they tell something doubtful. */
export const toolOrSoup: Rule = {
  id: '62304/tool-or-soup',
  title: 'It is decided what ships and what is a tool',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'component',
  why: 'What executes in the product is SOUP, what only builds or tests it is a tool. Where the files do not tell, a person decides and says why.',
  help: 'Decide under `scope:` in tureen.yaml with a reason, or give the source a `scope` and a `reason` in its software item.',
  check: (entry) => [...undecided(entry), ...contradicted(entry)],
  examples: [
    { title: 'The lockfile tells', files: lockWith({ 'left-pad': { version: '1.3.0' } }), says: [] },
    {
      title: 'A requirements file does not tell',
      files: { 'service/requirements.txt': 'numpy==2.1.3\n' },
      says: ['nobody has decided whether pkg:pypi/numpy@2.1.3 ships'],
    },
    {
      title: 'The lockfile calls a package with a SOUP record a development tool',
      files: lockWith({ 'left-pad': { version: '1.3.0', dev: true } }),
      says: ['pkg:npm/left-pad@1.3.0 has a SOUP record, but the files call it a development tool'],
    },
  ],
};

function undecided({ component, use }: Entry): Problem[] {
  if (use.scope !== 'unknown' || component.firstParty) return [];
  return [
    {
      message: `nobody has decided whether ${component.purl} ships`,
      place: component.foundAt[0] ?? { file: 'tureen.yaml' },
    },
  ];
}

function contradicted({ component, use, account }: Entry): Problem[] {
  if (account.kind !== 'own' || use.scope !== 'development' || use.decidedBy === 'person') return [];
  const doubt = use.decidedBy === 'files' ? 'the files call it a development tool' : 'only a tool brings it in';
  const message = `${component.purl} has a SOUP record, but ${doubt}`;
  return [{ message, place: { file: account.item.file, keyPath: ['soup'] } }];
}
