import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import { matchRelease, releaseOf } from './distribution-release.ts';

const releases: readonly (readonly [string | undefined, string | undefined])[] = [
  ['debian-12', '12'],
  ['debian-12.5', '12.5'],
  ['Debian-12', '12'],
  ['ubuntu-22.04', '22.04'],
  ['alpine-3.19.1', '3.19.1'],
  ['alpine-v3.19', '3.19'],
  ['opensuse-leap-15.5', '15.5'],
  ['bookworm', '12'],
  ['debian-bookworm', '12'],
  ['jammy', '22.04'],
  ['debian', undefined],
  ['debian-sid', undefined],
  ['', undefined],
  [undefined, undefined],
];

for (const [distro, expected] of releases) {
  test(`distro=${distro ?? '(none)'} is release ${expected ?? '(unknown)'}`, () => {
    const purl = `pkg:deb/debian/bash@5.2${distro === undefined ? '' : `?distro=${distro}`}`;
    assert.equal(releaseOf(component(purl)), expected);
  });
}

const matches: readonly (readonly [string, string | undefined, string])[] = [
  ['Debian:12', '12', 'same'],
  ['Debian:12', '12.5', 'same'],
  ['Debian:12', '11', 'other'],
  ['Debian:12', '1', 'other'],
  ['Debian:1', '12', 'other'],
  ['Debian:12', undefined, 'unknown'],
  ['Debian', '12', 'same'],
  ['Debian', undefined, 'same'],
  ['Ubuntu:22.04:LTS', '22.04', 'same'],
  ['Ubuntu:Pro:22.04:LTS', '22.04', 'same'],
  ['Ubuntu:Pro:18.04:LTS', '22.04', 'other'],
  ['Ubuntu:Pro:FIPS-updates:22.04:LTS', '22.04', 'other'],
  ['Alpine:v3.19', '3.19.1', 'same'],
  ['Alpine:v3.19', '3.18.4', 'other'],
  ['openSUSE:Leap 15.5', '15.5', 'same'],
  ['Red Hat:rhel_aus:8.4::appstream', '8.4', 'same'],
  ['openSUSE:Tumbleweed', '15.5', 'unknown'],
  ['SUSE:Linux Enterprise Server 15 SP5', '15.5', 'same'],
  ['SUSE:Linux Enterprise Module for Basesystem 15 SP4', '15.5', 'other'],
  ['SUSE:Linux Enterprise Server 12 SP5-LTSS', '12.5', 'same'],
  ['SUSE:Linux Enterprise Module for Legacy 12', '12.5', 'same'],
  ['SUSE:Linux Enterprise Micro 5.3', '15.5', 'other'],
  ['openEuler:24.03-LTS', '24.03', 'same'],
  ['openEuler:24.03-LTS-SP1', '24.03', 'unknown'],
];

for (const [ecosystem, release, expected] of matches) {
  test(`${ecosystem} and release ${release ?? '(unknown)'}: ${expected}`, () => {
    assert.equal(matchRelease(ecosystem, release), expected);
  });
}
