import { clausesOf, noClasses } from './clause-rows.ts';

const all = ['maintained', 'supported', 'required'] as const;
const maintained = ['maintained'] as const;
const maintainedOrSupported = ['maintained', 'supported'] as const;
const interpreted = { edition: '2021+ISH1:2025' } as const;

/**
 * The clauses of IEC 81001-5-1:2021 with mnemonics of our own, made from its public table of contents; where the
 * interpretation sheet of December 2025 says which categories of items a clause is for, they are named. What a clause asks
 * in detail is to be compared with a licensed copy.
 */
export const iec8100151 = clausesOf('81001-5-1', { edition: '2021', source: 'unverified' }, [
  ['4.1.1', 'A quality management system', noClasses, { human: 'The manufacturer keeps one.' }],
  ['4.1.2', 'Who answers for security', noClasses, { source: 'secondary', alsoAsked: ['records/unknown-person'] }],
  [
    '4.1.3',
    'Which products and parts it applies to',
    noClasses,
    { source: 'secondary', human: 'The plan names them.' },
  ],
  [
    '4.1.4',
    'Security expertise',
    noClasses,
    { source: 'secondary', human: 'Training of those who judge is recorded.' },
  ],
  ['4.1.5', 'Suppliers of third-party items evaluated', noClasses, { source: 'secondary' }],
  [
    '4.1.6',
    'Handling of security defects improved',
    noClasses,
    { source: 'secondary', human: 'Reviews say what is to be improved.' },
  ],
  [
    '4.1.7',
    'Security issues disclosed',
    noClasses,
    { source: 'secondary', human: 'A verdict that affects users leads to a disclosure.' },
  ],
  [
    '4.1.8',
    'Handling of security defects reviewed at times',
    noClasses,
    { source: 'secondary', alsoAsked: ['81001-5-1/review-due'] },
  ],
  [
    '4.1.9',
    'What accompanies the product reviewed',
    noClasses,
    { source: 'secondary', human: 'The security guide is reviewed for each release.' },
  ],
  [
    '4.2',
    'Security risk management, with criteria of its own',
    noClasses,
    { source: 'secondary', human: 'Threat model and security risk file are kept apart from the safety risk file.' },
  ],
  ['4.3', 'Risk transfer category of each item', noClasses, { source: 'secondary', categories: all, ...interpreted }],
  ['5.1.1', 'Activities of the life cycle', noClasses, { human: 'Tailoring is recorded and approved.' }],
  ['5.1.2', 'Security of the development environment', noClasses, { human: 'The plan states it.' }],
  ['5.1.3', 'Rules for secure code', noClasses, { human: 'The plan names them.' }],
  ['5.2.1', 'Security requirements', noClasses, { human: 'They are written for the product.' }],
  ['5.2.2', 'Security requirements reviewed', noClasses, { human: 'The review is recorded.' }],
  [
    '5.2.3',
    'Security risks of required software',
    noClasses,
    {
      source: 'read',
      categories: all,
      alsoAsked: ['81001-5-1/category'],
      human: 'The security risk file looks at each such item.',
      ...interpreted,
    },
  ],
  ['5.3.1', 'Defence in depth', noClasses, { human: 'The architecture states it.' }],
  ['5.3.2', 'Secure design', noClasses, { human: 'The architecture states it.' }],
  ['5.3.3', 'Architecture reviewed for security', noClasses, { human: 'The review is recorded.' }],
  ['5.4.1', 'Good practice of design', noClasses, { human: 'The plan names it.' }],
  ['5.4.2', 'Secure detailed design', noClasses, { human: 'The design states it.' }],
  ['5.4.3', 'Interfaces and who can reach them', noClasses, { human: 'The design lists them.' }],
  ['5.4.4', 'Detailed design verified for security', noClasses, { human: 'The review is recorded.' }],
  ['5.5.1', 'Secure code', noClasses, { human: 'The rules are followed, and tools show it.' }],
  ['5.5.2', 'Code reviewed for security', noClasses, { human: 'The review is recorded.' }],
  ['5.6', 'Integration tested', noClasses, { human: 'As for safety.' }],
  ['5.7.1', 'Security requirements tested', noClasses, { human: 'The tests are recorded.' }],
  ['5.7.2', 'Mitigations of threats tested', noClasses, { human: 'The tests are recorded.' }],
  [
    '5.7.3',
    'Tested for vulnerabilities, with what is in the binaries',
    noClasses,
    {
      source: 'secondary',
      alsoAsked: ['62304/anomalies-evaluated'],
      human: 'The released image is scanned too, and compared with the SBOM by `tureen diff`.',
    },
  ],
  ['5.7.4', 'Penetration tested', noClasses, { human: 'The tests are recorded.' }],
  ['5.7.5', 'Testers without conflict of interest', noClasses, { human: 'The record names who tested.' }],
  ['5.8.1', 'Findings resolved before the release', noClasses, { alsoAsked: ['81001-5-1/finding-judged'] }],
  ['5.8.2', 'Documents of the release', noClasses, { documents: ['soup-list'] }],
  ['5.8.3', 'Integrity of files', noClasses, { human: 'What is delivered is signed or hashed.' }],
  ['5.8.4', 'Private keys guarded', noClasses, { human: 'The procedure states it.' }],
  [
    '5.8.5',
    'Open security issues assessed at each release',
    noClasses,
    { source: 'secondary', alsoAsked: ['81001-5-1/finding-judged'] },
  ],
  ['5.8.6', 'All activities complete', noClasses, { human: 'The release checks it.' }],
  ['5.8.7', 'How to take the product out of use', noClasses, { human: 'The guide states it.' }],
  [
    '6.1.1',
    'Security updates in time',
    noClasses,
    { human: 'updateProcess in tureen.yaml states the time; question 7 of the reality check asks for it.' },
  ],
  [
    '6.2.1',
    'Public reports of incidents watched',
    noClasses,
    { alsoAsked: ['81001-5-1/review-due'], source: 'read', ...interpreted },
  ],
  ['6.2.2', 'Security updates verified', noClasses, { human: 'Tests of the changed item are run again.' }],
  [
    '6.3.1',
    'Updates documented',
    noClasses,
    {
      source: 'read',
      categories: maintainedOrSupported,
      human: 'Users are told of an update and how to take it in.',
      ...interpreted,
    },
  ],
  [
    '6.3.2',
    'Updates delivered',
    noClasses,
    { source: 'read', categories: maintained, human: 'The update process delivers them.', ...interpreted },
  ],
  [
    '6.3.3',
    'Updates delivered whole',
    noClasses,
    { source: 'read', categories: maintained, human: 'What is delivered is signed.', ...interpreted },
  ],
  [
    '7.1.1',
    'Context of security risks',
    noClasses,
    { source: 'secondary', human: 'The security risk file states it.' },
  ],
  [
    '7.1.2',
    'Context of the product in its network',
    noClasses,
    { source: 'secondary', human: 'The security risk file states it.' },
  ],
  ['7.2', 'Vulnerabilities, threats and what they do', noClasses, { alsoAsked: ['81001-5-1/finding-judged'] }],
  [
    '7.3',
    'Security risks estimated and judged',
    noClasses,
    {
      source: 'secondary',
      alsoAsked: ['81001-5-1/finding-judged'],
      human: 'A verdict may state the vector in the environment of the device.',
    },
  ],
  ['7.4', 'Security risks controlled', noClasses, { source: 'secondary', alsoAsked: ['81001-5-1/verdict-response'] }],
  [
    '7.5',
    'Whether controls work, watched',
    noClasses,
    { source: 'secondary', human: 'The security risk file is kept up to date.' },
  ],
  ['8', 'Configuration management', noClasses, { alsoAsked: ['62304/pinned', '62304/coverage'] }],
  ['9.1', 'A process for security problems', noClasses, { human: 'The procedure states it.' }],
  ['9.2', 'Notices of vulnerabilities taken in', noClasses, { alsoAsked: ['62304/anomalies-evaluated'] }],
  ['9.3', 'Vulnerability notices reviewed in time', noClasses, { source: 'secondary' }],
  ['9.4', 'What a vulnerability means for the device', noClasses, {}],
  ['9.5', 'What is done about a vulnerability', noClasses, { source: 'secondary' }],
  [
    'F',
    'Software from before the standard',
    noClasses,
    { source: 'read', human: 'The plan says whether the product is such software.', ...interpreted },
  ],
]);
