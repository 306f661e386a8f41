import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isExact, parsePioPackage } from './pio-package.ts';

/** As `owner | name | requirement | address`. */
const entries: readonly (readonly [text: string, shown: string])[] = [
  ['bblanchon/ArduinoJson @ 6.21.3', 'bblanchon|ArduinoJson|6.21.3|'],
  ['adafruit/Adafruit Unified Sensor@^1.1.4', 'adafruit|Adafruit Unified Sensor|^1.1.4|'],
  ['olikraus/U8g2 @ >=2.34.0, <3', 'olikraus|U8g2|>=2.34.0, <3|'],
  ['SPI', '|SPI||'],
  ['64', '|64||'],
  ['id=64@1.0.0', '|64|1.0.0|'],
  ['espressif32@6.4.0', '|espressif32|6.4.0|'],
  ['https://github.com/a/b.git#v1.2.0', '|||https://github.com/a/b.git#v1.2.0'],
  ['git+ssh://git@github.com/a/b', '|||git+ssh://git@github.com/a/b'],
  ['git@github.com:a/b.git', '|||git@github.com:a/b.git'],
  ['Display=https://gitlab.com/a/b.git#v1', '|Display||https://gitlab.com/a/b.git#v1'],
  ['framework-x @ https://github.com/a/b.git#2.0', '|framework-x||https://github.com/a/b.git#2.0'],
  ['platformio/framework-x @ https://github.com/a/b.git', 'platformio|framework-x||https://github.com/a/b.git'],
  ['symlink://../shared/filters', '|||symlink://../shared/filters'],
  ['file:///home/a@b', '|||file:///home/a@b'],
  ['./lib/controls', '|||./lib/controls'],
  ['lib/deep/controls', '|||lib/deep/controls'],
  ['@', '|@||'],
];

for (const [text, shown] of entries) {
  test(`${JSON.stringify(text)} asks for ${shown}`, () => {
    const { owner = '', name = '', requirement = '', address = '' } = parsePioPackage(text);
    assert.equal([owner, name, requirement, address].join('|'), shown);
  });
}

test('only a version in full is exact', () => {
  const requirements = ['6.21.3', '=1.0.0', '8.4.0+2021r2-patch5', '2.8', '^1.2.3', '>=1.0.0', '*', undefined];
  assert.deepEqual(requirements.filter(isExact), ['6.21.3', '=1.0.0', '8.4.0+2021r2-patch5']);
});
