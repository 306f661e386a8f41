import { isBelow } from '../../base/classes/is-below.ts';
import { classInForce } from '../../base/classes/class-in-force.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { InheritanceFault } from '../../model/item-inheritance.ts';
import type { Inheritable } from '../../model/records/inheritance.ts';
import type { Problem, Rule } from '../../model/plugs/rule.ts';
import { deviceWith } from '../examples/device-with.ts';
import { lockWith } from '../examples/lock-with.ts';

const supportOf = (name: string, lines: string) => ({
  [`soup/items/npm-${name}.yaml`]: `soup: pkg:npm/${name}\nstatus: confirmed\n${lines}\n`,
});
const stated = 'support: { level: maintained, source: the README, assessed: 2026-11-01 }';
const from = (name: string, judgements = 'support') =>
  `inherits: [{ from: pkg:npm/${name}, judgements: [${judgements}], reason: Released together from one repository }]`;
const both = lockWith({ 'left-pad': { version: '1.3.0' }, 'is-odd': { version: '3.0.1' } });

/** Asks that what a record takes from another is stated there, once, and as deeply as it is needed here. */
export const inheritance: Rule = {
  id: 'records/inheritance',
  title: 'What a record inherits is stated by another',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A judgement that leads from record to record and ends nowhere was made by nobody.',
  help: 'Name the record that states the judgement, or write the judgement here.',
  restsOn: ['soup-item'],
  check: (item, dossier) => [...faults(item), ...tooShallow(item, dossier)],
  examples: [
    {
      title: 'Two packages of one release, the support of which is assessed once',
      files: { ...both, ...supportOf('left-pad', stated), ...supportOf('is-odd', from('left-pad')) },
      says: [],
    },
    {
      title: 'Nothing is recorded about the other',
      files: supportOf('left-pad', from('pad-left')),
      says: ['support of pkg:npm/left-pad is to come from pkg:npm/pad-left, about which there is no record'],
    },
    {
      title: 'A circle',
      files: { ...both, ...supportOf('left-pad', from('is-odd')), ...supportOf('is-odd', from('left-pad')) },
      says: [
        'support goes round in a circle: pkg:npm/is-odd, pkg:npm/left-pad, pkg:npm/is-odd',
        'support goes round in a circle: pkg:npm/left-pad, pkg:npm/is-odd, pkg:npm/left-pad',
      ],
    },
    {
      title: 'The other does not state it, and the record that inherits states it itself',
      files: {
        ...both,
        ...supportOf('left-pad', 'title: left-pad'),
        ...supportOf('is-odd', `${from('left-pad', 'support, system')}\n${stated}`),
      },
      says: [
        'support of pkg:npm/is-odd is stated by its own record and inherited as well',
        'system of pkg:npm/is-odd is to come from pkg:npm/left-pad, whose record does not state it',
      ],
    },
    {
      title: 'The other is only a draft',
      files: {
        ...both,
        'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad\nstatus: draft\n${stated}\n`,
        ...supportOf('is-odd', from('left-pad')),
      },
      says: ['support of pkg:npm/is-odd is to come from pkg:npm/left-pad, whose record is a draft'],
    },
    {
      title: 'The other is used in class A only, where less was asked of it',
      files: {
        ...lockWith({ 'is-odd': { version: '3.0.1' } }),
        'log/package-lock.json': lockWith({ 'left-pad': { version: '1.3.0' } })['package-lock.json'],
        ...deviceWith(
          'softwareItems:\n  - { id: viewer, name: V, class: B, rationale: r, sources: [package-lock.json] }\n  - { id: log, name: L, class: A, rationale: r, sources: [log/package-lock.json] }',
        ),
        ...supportOf('left-pad', 'system: { os: any }'),
        ...supportOf('is-odd', from('left-pad', 'system')),
      },
      says: ['system of pkg:npm/is-odd, class B, comes from pkg:npm/left-pad, which is only judged at class A'],
    },
  ],
};

function faults({ filed: { file, record }, inheritance: { faults: found } }: ItemEntry): readonly Problem[] {
  return found.map((fault) => ({
    message: messageOf(fault, record.soup),
    place: { file, keyPath: ['inherits', fault.index, 'judgements', fault.position] },
  }));
}

function messageOf({ kind, judgement, way }: InheritanceFault, soup: string): string {
  const what = words[judgement];
  const last = way.at(-1) ?? soup;
  if (kind === 'stated-too') return `${what} of ${soup} is stated by its own record and inherited as well`;
  if (kind === 'circle') return `${what} goes round in a circle: ${way.join(', ')}`;
  const why = {
    'no-record': 'about which there is no record',
    draft: 'whose record is a draft',
    'not-stated': 'whose record does not state it',
  };
  return `${what} of ${soup} is to come from ${last}, ${why[kind]}`;
}

const words: Readonly<Record<Inheritable, string>> = {
  requirements: 'the set of requirements',
  system: 'system',
  failureModes: 'the set of failure modes',
  segregation: 'segregation',
  documentation: 'documentation',
  support: 'support',
  security: 'the risk transfer category',
};

/** Whose failure harms more is judged more deeply; who supports a package and how is the same at each class. */
const ofClass: ReadonlySet<Inheritable> = new Set([
  'requirements',
  'system',
  'failureModes',
  'segregation',
  'documentation',
]);

function tooShallow(item: ItemEntry, { items }: Dossier): readonly Problem[] {
  const { filed, inheritance: inherited } = item;
  return [...inherited.held].flatMap(([judgement, { holder, index }]): readonly Problem[] => {
    const other = items.find((one) => one.filed === holder);
    if (other === undefined || !ofClass.has(judgement)) return [];
    const [here, there] = [classInForce(item.class), classInForce(other.class)];
    if (!isBelow(there, here)) return [];
    const message = `${words[judgement]} of ${filed.record.soup}, class ${here}, comes from ${holder.record.soup}, which is only judged at class ${there}`;
    return [{ message, place: { file: filed.file, keyPath: ['inherits', index] } }];
  });
}
