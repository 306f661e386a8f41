import { classC, classesBAndC, clausesOf, everyClass } from './clause-rows.ts';

/**
 * The clauses of IEC 62304:2006+A1:2015 that SOUP touches, with mnemonics of our own. The classes were compared in three
 * independent public reviews of the edition.
 */
export const iec62304 = clausesOf('62304', { edition: '2006+A1:2015', source: 'read' }, [
  ['3.29', 'What is SOUP, and what is not', everyClass, { alsoAsked: ['62304/tool-or-soup'] }],
  ['4.3', 'Safety class of each software item, with its reason', everyClass, {}],
  [
    '5.1.1 d',
    'SOUP under configuration management, as planned',
    everyClass,
    {
      alsoAsked: ['62304/coverage', '62304/pinned'],
      human: 'The development plan names the lockfiles and the folder soup/ as what is under configuration management.',
    },
  ],
  [
    '5.1.5',
    'How SOUP is integrated, as planned',
    classesBAndC,
    { human: 'The integration plan names the SOUP items and their tests.' },
  ],
  [
    '5.1.7',
    'How the risks of SOUP are managed, as planned',
    everyClass,
    {
      human:
        'The risk management plan says how SOUP is judged; vulnerabilityReview and updateProcess in tureen.yaml are the part that is checked.',
    },
  ],
  [
    '5.1.9',
    'What is under configuration management, as planned',
    everyClass,
    { human: 'The plan lists kinds of items, tools and when each comes under control.' },
  ],
  [
    '5.1.10',
    'Tools and settings that make the software under control',
    classesBAndC,
    {
      documents: ['soup-list'],
      human: 'Compilers and build images that no lockfile lists are registered by a person.',
    },
  ],
  [
    '5.1.11',
    'Items under control before they are verified',
    classesBAndC,
    { human: 'The commit that is tested is tagged before the tests begin.' },
  ],
  [
    '5.2.2 a',
    'Requirements on the versions of SOUP that the software works with',
    everyClass,
    { alsoAsked: ['62304/stale-judgement'], human: 'The requirements state it, or why there is none.' },
  ],
  [
    '5.3.1',
    'SOUP seen in the architecture',
    classesBAndC,
    { alsoAsked: ['62304/unclaimed-source'], human: 'The architecture shows where each SOUP item stands.' },
  ],
  [
    '5.3.2',
    'Interfaces between software items and SOUP',
    classesBAndC,
    { human: 'The architecture describes the interfaces; `tureen why` lists the lines that use an item.' },
  ],
  ['5.3.3', 'What the device needs from each SOUP item', classesBAndC, {}],
  ['5.3.4', 'What each SOUP item needs from the system', classesBAndC, {}],
  [
    '5.3.5',
    'Segregation that risk control needs, and that it works',
    classC,
    { human: 'The architecture says what is segregated and which test shows it.' },
  ],
  ['5.3.6 c', 'The architecture gives SOUP what it needs', classesBAndC, {}],
  [
    '5.6.3',
    'Integrated software tested, with SOUP in it',
    classesBAndC,
    { alsoAsked: ['62304/requirement-verified'], human: 'The tests run against the versions of the release.' },
  ],
  [
    '5.7.5',
    'Versions of SOUP in the record of system tests',
    everyClass,
    { human: 'The record of the tests names the commit or the SBOM.', source: 'secondary' },
  ],
  [
    '5.8.2',
    'Known anomalies that a release carries, documented',
    everyClass,
    { documents: ['soup-list'], alsoAsked: ['81001-5-1/finding-judged'] },
  ],
  [
    '5.8.3',
    'Known anomalies that a release carries, judged',
    classesBAndC,
    { alsoAsked: ['62304/verdict-safety', '81001-5-1/finding-judged'] },
  ],
  [
    '5.8.4',
    'Which version is released',
    everyClass,
    { human: '`tureen release` records the version with its commit, its inventory and its SBOM.' },
  ],
  [
    '5.8.5',
    'How the release was built',
    classesBAndC,
    { human: 'The procedure and environment of the build are recorded.' },
  ],
  [
    '5.8.7',
    'The release and what it was made from kept',
    everyClass,
    { human: 'Lockfiles, archives of SOUP and records are archived for the life of the device.' },
  ],
  [
    '6.1 f',
    'How SOUP updates are judged and taken in',
    everyClass,
    {
      human:
        'The maintenance plan states it; updateProcess in tureen.yaml names it, and question 7 of the reality check asks for that.',
    },
  ],
  [
    '6.2',
    'Problems analysed, changes approved, users told',
    everyClass,
    { human: 'A finding that affects the device becomes a problem report and a change request.' },
  ],
  ['6.3.1', 'What a modification repeats', everyClass, { human: 'The change names the activities that are repeated.' }],
  ['6.3.2', 'A modified system released again', everyClass, { human: 'As for any release.' }],
  ['7.1.1', 'Items that could contribute to a hazardous situation', classesBAndC, {}],
  ['7.1.2 c', 'How SOUP could fail and contribute to harm', classesBAndC, {}],
  ['7.1.3', 'Published anomalies of the version in use, evaluated', classesBAndC, {}],
  ['7.1.4', 'Potential causes kept in the risk file', classesBAndC, {}],
  ['7.2.1', 'A control for each cause', classesBAndC, {}],
  [
    '7.2.2',
    'Controls in software are requirements',
    classesBAndC,
    { human: 'The requirement gets the class that the risk asks for.' },
  ],
  ['7.3.1', 'Risk controls verified', classesBAndC, {}],
  ['7.3.3', 'Trace from hazardous situation to verification', classesBAndC, {}],
  ['7.4.1', 'A change of SOUP analysed for safety', everyClass, {}],
  [
    '7.4.2',
    'What a change of SOUP does to controls that exist',
    classesBAndC,
    {
      alsoAsked: ['62304/stale-judgement'],
      human: 'The change lists the controls of the item and what becomes of each.',
    },
  ],
  ['7.4.3', 'What follows from that analysis is done', classesBAndC, { human: 'The tasks of the change are done.' }],
  ['8.1.2', 'Title, manufacturer and designator of each SOUP item', everyClass, {}],
  [
    '8.1.3',
    'The items and versions that make up a configuration',
    everyClass,
    { documents: ['soup-list'], human: 'The SBOM of the release is archived with what is not SOUP.' },
  ],
  ['8.2.1', 'Only approved changes take effect', everyClass, {}],
  [
    '8.2.3',
    'Changes verified, and what they made invalid repeated',
    everyClass,
    { alsoAsked: ['62304/stale-judgement'] },
  ],
  [
    '8.2.4',
    'Trace between change, problem and approval',
    everyClass,
    { human: 'The change request names the problem report and who approved it.' },
  ],
  [
    '8.3',
    'The history of each item can be told',
    everyClass,
    { human: 'git keeps the history of lockfiles and records; branches are protected so that it stays.' },
  ],
  [
    '9',
    'Problems recorded, investigated, watched and closed',
    everyClass,
    { human: 'The problem resolution process takes in what is found in SOUP.' },
  ],
]);
