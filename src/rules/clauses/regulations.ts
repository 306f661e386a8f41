import { clausesOf, noClasses } from './clause-rows.ts';

/** What the Medical Device Regulation asks that records of SOUP are evidence for. */
export const mdr = clausesOf('MDR', { edition: '2017/745', source: 'read' }, [
  [
    'I 17.2',
    'Software made by the state of the art, with security in its life cycle',
    noClasses,
    { documents: ['soup-list'], human: 'The technical documentation shows the life cycle.' },
  ],
  [
    'I 17.4',
    'Least hardware, networks and security that the software needs',
    noClasses,
    {
      alsoAsked: ['62304/system-requirements', '62304/system-fit'],
      human: 'The manufacturer sets them for the product.',
    },
  ],
  ['I 23.4 ab', 'The same in the instructions for use', noClasses, { human: 'The instructions repeat them.' }],
  ['II', 'Technical documentation', noClasses, { documents: ['soup-list'], source: 'known' }],
  [
    '83-86',
    'Surveillance after placing on the market',
    noClasses,
    {
      alsoAsked: ['81001-5-1/review-due'],
      human: 'What reviews find goes into the reports of surveillance.',
      source: 'known',
    },
  ],
  [
    'IX 4.10',
    'Whether a change is significant',
    noClasses,
    { human: 'Each update of SOUP is judged by the guidance on significant changes.', source: 'known' },
  ],
]);

/** What a quality management system owes to the tools that it uses. */
export const iso13485 = clausesOf('13485', { edition: '2016', source: 'known' }, [
  [
    '4.1.6',
    'Software of the quality system validated',
    noClasses,
    { human: 'The manufacturer validates Tureen for its use.' },
  ],
  ['4.2.5', 'Records kept, legible and retrievable', noClasses, { human: 'The repository is archived.' }],
  ['7.3.10', 'The file of the design', noClasses, { human: 'The records are part of it.' }],
]);

/** What the United States ask of electronic records and signatures. */
export const electronicRecords = clausesOf('21 CFR 11', { edition: '2003', source: 'secondary' }, [
  [
    '10 e',
    'A trail of who changed what',
    noClasses,
    { human: 'git keeps it; branches are protected so that it stays.' },
  ],
  [
    '50',
    'Name, time and meaning of a signature',
    noClasses,
    { human: 'An approval names person and day; its signature is the person’s own.' },
  ],
  ['70', 'A signature bound to its record', noClasses, { human: 'Commits or documents are signed.' }],
  [
    '100',
    'One signature, one person',
    noClasses,
    { human: 'Accounts are personal.', alsoAsked: ['records/unknown-person'] },
  ],
]);

/** What the guidance of the FDA on cybersecurity in premarket submissions asks of the components of a device. */
export const fda = clausesOf('FDA', { edition: '2026-02-03', source: 'read' }, [
  [
    'SBOM',
    'A machine-readable SBOM with the baseline of elements',
    noClasses,
    {
      alsoAsked: ['62304/coverage'],
      human: '`tureen scan` writes it; `tureen sbom check --profile fda-2026` shows what it lacks.',
    },
  ],
  [
    'support',
    'Level and end of support of each component, or why not',
    noClasses,
    { alsoAsked: ['81001-5-1/support', '81001-5-1/support-ending'] },
  ],
  [
    'vulnerabilities',
    'Known vulnerabilities, exploited ones first, each judged for safety and security',
    noClasses,
    { alsoAsked: ['81001-5-1/finding-judged', '81001-5-1/exploited-open', '62304/verdict-safety'] },
  ],
  ['metrics', 'How much is patched, and how fast', noClasses, { human: 'The figures are reported.' }],
]);

/** The questions of the reality check that no clause of a standard asks. */
export const realityCheck = clausesOf('reality-check', { edition: '2026', source: 'read' }, [
  ['5', 'Every licence cleared', noClasses, { alsoAsked: ['records/licence-expression'] }],
]);
