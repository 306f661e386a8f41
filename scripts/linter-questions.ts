/** What linters of SOUP lists ask of a finished table, and the rules by which `tureen check` asks the same of the product itself. */
export const linterQuestions: readonly (readonly [asks: string, rules: readonly string[]])[] = [
  ['A row has no name', ['62304/title', '62304/designator']],
  ['The manufacturer is missing', ['62304/manufacturer']],
  ['The version is missing', ['62304/pinned', '62304/designator']],
  ['The version is a range, a caret, a wildcard or "latest"', ['62304/pinned']],
  ['The version is not the one in the product', ['62304/stale-judgement', '81001-5-1/withdrawn-version']],
  ['TBD, TODO, n/a or filler text stands where an answer should', ['records/placeholder']],
  ['The same item stands in two rows', ['records/duplicate-record', 'records/said-twice']],
  ['The same id stands for two things', ['records/duplicate-id', '62304/software-item-tree']],
  [
    'The software safety class is missing, or lower without a reason',
    ['62304/safety-class', '62304/software-item-tree'],
  ],
  ['The purpose is missing', ['62304/purpose']],
  ['Functional and performance requirements are missing', ['62304/requirements', '62304/requirement-figures']],
  [
    'Hardware and software that it needs are missing',
    ['62304/system-requirements', '62304/system-fit', '62304/system-open'],
  ],
  [
    'No test shows that it meets its requirements',
    ['62304/requirement-verified', '62304/requirement-result', '62304/result-stale'],
  ],
  ['No list of published anomalies is named', ['62304/anomaly-source', '62304/anomaly-list']],
  [
    'The review of anomalies has no date, or an old one',
    ['62304/anomalies-evaluated', '81001-5-1/review-due', 'records/future-date'],
  ],
  ['"No anomalies" stands there, and nobody has looked', ['62304/anomaly-disposition', '62304/anomalies-evaluated']],
  [
    'A known vulnerability has no verdict',
    ['81001-5-1/finding-judged', '81001-5-1/verdict-justified', '81001-5-1/exploited-open'],
  ],
  [
    'Its failure and the risk that it leads to are missing',
    ['62304/failure-modes', '62304/risk-links', '62304/safety-path'],
  ],
  [
    'The licence is missing, or no SPDX expression',
    ['licences/licence-unknown', 'licences/review-needed', 'records/licence-expression'],
  ],
  ['The licence does not permit the use', ['licences/not-allowed', 'licences/conflict']],
  ['Nobody maintains it, or support ends', ['81001-5-1/support', '81001-5-1/support-ending']],
  ['It is in the product and not in the list', ['62304/coverage', '62304/imported-directly', '62304/tool-or-soup']],
  ['It is in the list and not in the product', ['records/phantom', 'records/matches-nothing']],
  ['It has no owner, or one whom nobody knows', ['records/unknown-person']],
  ['A row is a draft that nobody has confirmed', ['records/draft']],
  [
    'What is left out has no reason or no end',
    ['records/waiver-expired', 'records/waiver-unused', 'records/waiver-rule'],
  ],
];
