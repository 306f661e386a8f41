import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { UnmetStatement, VexEvidence } from '../../../model/vex/vex-evidence.ts';
import { plain } from '../look.ts';
import { showVex, statementText } from './show-vex.ts';

const file = 'soup/vex/a.yaml';
const record = {
  format: 'openvex',
  document: 'a',
  author: 'Maker',
  issued: '2026-11-29T00:00:00Z',
  from: 'a.json',
  sha256: 'aa',
  signature: { state: 'unsigned', how: 'none' },
  imported: '2026-11-29',
} as const;
const statement = (vulnerability: string, notes = 'Nobody has judged it yet') =>
  ({ vulnerability, aliases: [], status: 'under_investigation', notes }) as const;
const document = { id: 'a', author: 'Maker', version: '1', statements: [] };
const finding = (id: string) => ({ id, component: 'pkg:npm/a@1?x=y' }) as Finding;
const evidence = (ids: readonly string[], unmet: readonly UnmetStatement[], notes?: string): VexEvidence => ({
  documents: [{ file, record, document }],
  about: new Map(
    ids.map((id) => [
      finding(id),
      [{ vex: { file, record }, statement: statement(id, notes), named: 'pkg:npm/a', superseded: false }],
    ]),
  ),
  unmet,
});
const unmet = (id: string, subject: string): UnmetStatement => ({
  vex: { file, record },
  statement: statement(id),
  kind: 'absent',
  subject,
  reason: `${subject} is not in the inventory`,
});
const look = { paint: plain, all: false, rest: 'all of it: --all' };
const many = Array.from({ length: 90 }, (_, index) => `CVE-2026-${1000 + index}`);

test('what is said of many findings alike is one line with some of them, and all of them are had by --all', () => {
  const said = 'Maker, 2026-11-29: under_investigation – Nobody has judged it yet (signature unsigned)';
  assert.equal(
    showVex(evidence(many, []), look),
    `Maker: no statement of 2026-11-29, unsigned (${file})
  + met 90 findings: ${said}
      CVE-2026-1000 pkg:npm/a@1, CVE-2026-1001 pkg:npm/a@1, CVE-2026-1002 pkg:npm/a@1 and 87 more

all of it: --all
`,
  );
  const all = showVex(evidence(many, []), { ...look, all: true });
  for (const id of many) assert.ok(all.includes(id));
  assert.doesNotMatch(all, /more|--all|…/);
  assert.match(
    showVex(evidence(['CVE-1'], []), look),
    new RegExp(`^  \\+ CVE-1 pkg:npm/a@1: ${said.replace(/[()]/g, '.')}$`, 'm'),
  );
});

test('what met nothing is counted by the kind of reason, with some of what it is about, and each is had by --all', () => {
  const of = ['b', 'c', 'd', 'e'].flatMap((name) => many.map((id) => unmet(id, `pkg:npm/${name}`)));
  assert.equal(
    showVex(evidence([], [...of, { ...unmet('CVE-1', '"Acme Pad"'), kind: 'unnamed' }]), look),
    `Maker: no statement of 2026-11-29, unsigned (${file})
  - met nothing, 360 times: the product is not in the inventory
      pkg:npm/b: CVE-2026-1000, CVE-2026-1001, CVE-2026-1002 and 87 more
      pkg:npm/c: CVE-2026-1000, CVE-2026-1001, CVE-2026-1002 and 87 more
      pkg:npm/d: CVE-2026-1000, CVE-2026-1001, CVE-2026-1002 and 87 more
      and 1 more for the same reason
  - met nothing, 1 time: the product has no package URL; a person has to name its package under vexProducts in tureen.yaml
      "Acme Pad": CVE-1

all of it: --all
`,
  );
  const all = showVex(evidence([], of), { ...look, all: true });
  assert.equal(all.match(/CVE-2026-1\d{3}/g)?.length, 360);
  assert.doesNotMatch(all, /more|--all|…/);
});

test('without an evaluation it is said once what to do, whatever the statements are about', () => {
  const of = ['b', 'c'].flatMap((name) => many.map((id) => ({ ...unmet(id, name), kind: 'unevaluated' as const })));
  const text = showVex(evidence([], of), look);
  assert.match(
    text,
    /met nothing, 180 times: published anomalies have not been evaluated; run `tureen sync`, then `tureen evaluate`\n/,
  );
  assert.equal(text.match(/evaluated/g)?.length, 1);
});

test('what somebody else states is shown with impact, notes and action', () => {
  const said = {
    ...statement('CVE-1', 'Seen on 1.2'),
    status: 'affected' as const,
    impact: 'Texts are cut',
    action: { responses: ['update'] as const, text: 'Take 1.3', due: '2026-12-11' },
  };
  assert.equal(
    statementText({ vex: { file, record }, statement: said, named: 'pkg:npm/a', superseded: true }),
    'Maker, 2026-11-29: affected – Texts are cut; Seen on 1.2; action: [update, due 2026-12-11] Take 1.3 (signature unsigned; its author spoke of it later)',
  );
});
