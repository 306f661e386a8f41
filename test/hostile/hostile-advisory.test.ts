import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { zipArchive } from '../../src/base/archives/zip-archive.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder, tureen } from '../command-line.ts';

const evil =
  '\u001b[31m\u009b31m\u202e\u0000\r\n::error::x ##vso[task.x]y ##[error]z </script><script>alert(1)</script><img src=x onerror=alert(2)> #eval("1") #read("/etc/passwd") `code` [a](javascript:alert(3)) | &anchor !!js/function =HYPERLINK("http://e")';

const record = {
  id: '=cmd',
  modified: '2026-01-02T03:04:05Z',
  summary: evil,
  details: evil,
  aliases: ['CVE-2026-0001', '__proto__', 'constructor', evil],
  related: [evil],
  references: [{ url: 'javascript:alert(1)' }, { url: evil }],
  severity: [{ type: 'CVSS_V3', score: evil }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'left-pad' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: evil }] }],
      versions: ['1.3.0', evil],
      ecosystem_specific: { affected_functions: [evil, '__proto__'] },
      database_specific: { severity: evil, [evil]: evil },
    },
  ],
};

const commands: readonly (readonly string[])[] = [
  ['evaluate'],
  ['triage', '--list'],
  ['triage', '--list', '--json'],
  ['check', '--format', 'github'],
  ['vex', 'export', '--format', 'openvex', '-o', 'vex.json'],
  ['report', 'soup-list', '--format', 'html', '-o', 'list.html'],
];

test('a hostile advisory goes the whole way and nobody acts on what it says', () =>
  inFolder((folder) => {
    const bytes = Buffer.from(JSON.stringify(record));
    const zip = zipArchive([{ path: 'x.json', bytes, deflated: deflateRawSync(bytes) }]);
    for (const [path, content] of Object.entries({ ...baseDevice, 'mirror/npm/all.zip': zip })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const environment = { SOURCE_DATE_EPOCH: '1781000000' };
    const run = (words: readonly string[]) => tureen([...words, '--cwd', folder], environment);
    const store = ['--store', join(folder, 'store')];
    const synced = run(['sync', '--from', join(folder, 'mirror'), '--ecosystem', 'npm', ...store]);
    assert.match(
      synced.stderr,
      /a part of 1 of 1 records cannot be read, the rest of them is kept: .*"aliases\.3": is no id/,
    );
    for (const words of commands) {
      const takesStore = words[0] === 'evaluate' || words[0] === 'triage';
      const { code, stdout, stderr } = run(takesStore ? [...words, ...store] : words);
      assert.ok(code === 0 || code === 1, `${words.join(' ')}: ${stderr}`);
      const said = stdout + stderr;
      assert.doesNotMatch(said, /(?!\n)[\p{Cc}\u202e]|##(?:vso)?\[|^\s*::error::x/mu, words.join(' '));
    }
    assert.match(run(['why', 'pkg:npm/left-pad']).stdout, /CVE-2026-0001/);
    const html = readFileSync(join(folder, 'list.html'), 'utf8');
    assert.match(html, /CVE-2026-0001/);
    assert.doesNotMatch(html, /<script>alert|<img src=x|href="javascript:|(?!\n)[\p{Cc}\u202e]/u);
    const vex = readFileSync(join(folder, 'vex.json'), 'utf8');
    assert.match(vex, /CVE-2026-0001/);
    assert.doesNotMatch(vex, /script|\u202e/);
  }));
