import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonMeeting } from './python-meeting.ts';

const meetings: readonly (readonly [pythons: string, markers: readonly (string | undefined)[], meet: boolean])[] = [
  ['*', [], true],
  ['*', [undefined, undefined], true],
  ['*', ['python_version < "3.10"', 'python_version >= "3.10"'], false],
  ['*', ['python_version < "3.10"', undefined, 'python_version >= "3.9"'], true],
  ['*', ['python_full_version < "3.10"', 'python_full_version >= "3.10"'], false],
  ['~3.11', ['python_full_version < "3.11.3"'], true],
  ['~3.11', ['python_full_version <= "3.11.0a6"'], false],
  ['*', ['python_version == "3.9"', 'python_version < "3.10"'], true],
  ['>=3.9', ['python_version < "3.8"'], false],
  ['>=3.9.2,<4.0', ['python_version == "3.9"'], true],
  ['>=3.9 || <3', ['python_version == "2.7"'], true],
  ['^3.9', ['python_version < "3.0"'], false],
  ['*', ['sys_platform == "win32"', 'sys_platform == "linux"'], true],
  ['*', ['python_version < "3.10" and sys_platform == "win32"', 'python_version > "3.10"'], false],
  ['*', ['what is this'], true],
  ['<2', ['python_version >= "3"'], true],
];

for (const [pythons, markers, meet] of meetings) {
  test(`${markers.join(' and ') || 'no marker'} ${meet ? 'meet' : 'do not meet'} on Python ${pythons}`, () => {
    assert.equal(pythonMeeting(pythons)(...markers), meet);
  });
}
