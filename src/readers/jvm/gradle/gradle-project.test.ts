import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockfileOfBuild, verificationPaths } from './gradle-project.ts';

const tree = [
  'gradle/libs.versions.toml',
  'node/gradle.lockfile',
  'phone/app/gradle.lockfile',
  'phone/gradle/libs.versions.toml',
];

test('a file in the folder gradle belongs to the lockfiles of its own build', () => {
  assert.deepEqual(lockfileOfBuild('phone/gradle/libs.versions.toml', tree), ['phone/app/gradle.lockfile']);
  assert.deepEqual(lockfileOfBuild('gradle/libs.versions.toml', tree), ['node/gradle.lockfile']);
  assert.deepEqual(lockfileOfBuild('watch/gradle/libs.versions.toml', tree), []);
});

test('what is locked of build scripts says nothing of the product', () => {
  const scripts = [
    'buildSrc/gradle.lockfile',
    'buildscript-gradle.lockfile',
    'gradle/dependency-locks/buildscript-classpath.lockfile',
    'settings-gradle.lockfile',
  ];
  assert.deepEqual(lockfileOfBuild('gradle/verification-metadata.xml', scripts), []);
  assert.deepEqual(lockfileOfBuild('gradle/verification-metadata.xml', [...scripts, 'settings-app/gradle.lockfile']), [
    'settings-app/gradle.lockfile',
  ]);
});

test('checksums lie in the folder gradle beside a lockfile or above it', () => {
  assert.deepEqual(verificationPaths('phone/app/gradle.lockfile'), [
    'phone/app/gradle/verification-metadata.xml',
    'phone/gradle/verification-metadata.xml',
    'gradle/verification-metadata.xml',
  ]);
});
