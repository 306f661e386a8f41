import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TrackedSource } from '../model/anomalies/anomaly-source.ts';
import type { TrackerList } from '../model/plugs/tracker.ts';
import { trackers } from './index.ts';

const source: TrackedSource = {
  kind: 'github',
  at: 'https://tracker.example',
  project: 'group/thing',
  lists: ['issues'],
  labels: ['bug', 'p 1'],
  state: 'open',
  sinceDate: '2026-01-31',
  words: [],
  modules: [],
};

const asked: readonly (readonly [name: string, project: string, list: TrackerList, page: number, expected: string])[] =
  [
    [
      'github',
      'group/thing',
      'issues',
      2,
      'repos/group/thing/issues ? state=open labels=bug,p 1 since=2026-01-31T00:00:00Z sort=created direction=desc per_page=100 page=2',
    ],
    ['github', 'group/thing', 'releases', 1, 'repos/group/thing/releases ? per_page=100 page=1'],
    [
      'gitea',
      'group/thing',
      'issues',
      1,
      'repos/group/thing/issues ? type=issues state=open labels=bug,p 1 since=2026-01-31T00:00:00Z limit=50 page=1',
    ],
    [
      'gitlab',
      'a/b/c',
      'issues',
      1,
      'projects/a/b/c/issues ? state=opened labels=bug,p 1 updated_after=2026-01-31T00:00:00Z order_by=created_at sort=desc per_page=100 page=1',
    ],
    [
      'jira',
      'NET',
      'issues',
      3,
      'rest/api/2/search ? jql=project = NET AND issuetype = Bug AND labels = "bug" AND labels = "p 1" AND statusCategory != Done AND updated >= "2026-01-31" ORDER BY key DESC fields=summary,status,resolution,issuetype,priority,labels,components,versions,fixVersions,created,updated,resolutiondate,description startAt=200 maxResults=100',
    ],
    [
      'bugzilla',
      'Toolkit/Images',
      'issues',
      2,
      'bug ? product=Toolkit component=Images keywords=bug keywords=p 1 resolution=--- last_change_time=2026-01-31T00:00:00Z include_fields=id,summary,is_open,resolution,severity,component,version,target_milestone,keywords,creation_time,last_change_time order=bug_id DESC limit=500 offset=500',
    ],
  ];

for (const [name, project, list, page, expected] of asked) {
  test(`${name} is asked for page ${page} of ${list}`, () => {
    const question = tracker(name).ask(
      { ...source, project },
      list,
      page,
      (page - 1) * (name === 'bugzilla' ? 500 : 100),
    );
    const query = question?.query.map(([key, value]) => `${key}=${value}`).join(' ');
    assert.equal(`${question?.path.join('/')} ? ${query}`, expected);
  });
}

test('a tracker that gives fewer at once than it was asked for is asked for what follows those', () => {
  for (const [name, key] of [
    ['jira', 'startAt'],
    ['bugzilla', 'offset'],
  ] as const) {
    const question = tracker(name).ask({ ...source, project: 'NET' }, 'issues', 2, 50);
    assert.equal(question?.query.find(([each]) => each === key)?.[1], '50', name);
  }
});

test('what is no project is not asked for', () => {
  const wrong = [
    ['github', 'thing'],
    ['github', 'a/b/c'],
    ['gitea', 'a b/c'],
    ['gitlab', 'thing'],
    ['jira', 'NET" OR project = "X'],
  ] as const;
  for (const [name, project] of wrong)
    assert.equal(tracker(name).ask({ ...source, project }, 'issues', 1, 0), undefined, project);
});

for (const file of readdirSync('src/trackers/fixtures').filter((name) => name.endsWith('.json'))) {
  const [name = '', list = ''] = file.replace('.json', '').split('-');
  test(`the answer ${file} is read as its golden text says`, () => {
    const answer: unknown = JSON.parse(readFileSync(`src/trackers/fixtures/${file}`, 'utf8'));
    const page = tracker(name).read(list === 'releases' ? 'releases' : 'issues', answer, { ...source, state: 'all' });
    assert.ok(page.kind === 'page');
    const lines = page.anomalies.map(({ id, title, state, resolution, labels, closed, fixedIn, affects, address }) =>
      [
        id,
        state,
        resolution ?? '-',
        closed ?? '-',
        labels.join('+'),
        fixedIn ?? '-',
        affects?.join('+') ?? '-',
        address ?? '-',
        title,
      ].join(' | '),
    );
    const told = [
      ...lines,
      ...page.leftOut.map((what) => `left out: ${what}`),
      ...page.unreadable.map((what) => `unreadable: ${what}`),
      `more: ${page.more}`,
    ];
    assert.equal(
      `${told.join('\n')}\n`,
      readFileSync(`src/trackers/fixtures/${file.replace('.json', '.txt')}`, 'utf8'),
    );
  });
}

test('an answer that is none is damaged, whatever it holds, and nothing throws', () => {
  for (const one of trackers) {
    assert.equal(one.read('issues', { message: 'Not Found' }, source).kind, 'damaged', one.name);
    assert.equal(one.read('issues', undefined, source).kind, 'damaged', one.name);
  }
  const wrapped = fc
    .jsonValue()
    .map((value) => [{ issues: [value], bugs: [value], total: 1, startAt: 0 }, [value], value]);
  fc.assert(
    fc.property(wrapped, (answers) => {
      for (const one of trackers)
        for (const list of one.lists) for (const answer of answers) assert.ok(one.read(list, answer, source).kind);
    }),
    { numRuns: 200 },
  );
});

function tracker(wanted: string) {
  const found = trackers.find(({ name }) => name === wanted);
  assert.ok(found, wanted);
  return found;
}
