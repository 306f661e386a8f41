import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadsOut } from './leads-out.ts';

test('a path that climbs, is absolute or names a drive leads out, and no other does', () => {
  for (const path of ['../x', 'a/../../x', '/etc/x', '\\x', 'C:\\x', 'c:x', 'a\\..\\x', 'a\0b'])
    assert.equal(leadsOut(path), true, path);
  for (const path of ['x', 'a/b', 'a..b', '..a/b', 'cves/2026/1xxx/CVE-2026-1000.json', 'é/ü'])
    assert.equal(leadsOut(path), false, path);
});
