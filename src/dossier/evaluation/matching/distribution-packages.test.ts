import { ecosystemRange, testJudged } from '../../../../test/judged-by-one-record.ts';
import { affects } from '../../../../test/sample-advisory.ts';
import { component } from '../../../../test/sample-component.ts';
import type { RangeEvent } from '../../../model/anomalies/advisory.ts';
import type { Component } from '../../../model/component.ts';

const debian = (release: string, ...events: RangeEvent[]) =>
  affects(`Debian:${release}`, 'nginx', { ranges: [ecosystemRange(...events)] });

const nginx = (facts: Partial<Component> = {}) =>
  component('pkg:deb/debian/nginx-common@1.22.1-9?arch=all&distro=debian-12', {
    source: { name: 'nginx', version: '1.22.1-9' },
    ...facts,
  });

testJudged([
  {
    title: 'a Debian binary is judged by its source package, and both are named',
    of: nginx(),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'affected',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is in <1.22.1-9+deb12u1 of Debian:12 (deb)',
    fixed: ['1.22.1-9+deb12u1'],
  },
  {
    title: 'the version of the source counts, not that of the binary',
    of: nginx({ version: '9:9', source: { name: 'nginx', version: '1.22.1-9+deb12u1' } }),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'not-affected',
  },
  {
    title: 'a scanner may name the source in the package URL',
    of: component('pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12&upstream=nginx%401.22.1-9'),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'affected',
    why: 'X-1: nginx 1.22.1-9 (source of libssl3 3.0.11-1) is in <1.22.1-9+deb12u1 of Debian:12 (deb)',
  },
  {
    title: 'the epoch that a scanner keeps apart counts, for the source that was built with it too',
    of: component('pkg:rpm/rocky/bind-libs@9.11.26-6.el8?distro=rocky-8.5&epoch=32', {
      source: { name: 'bind', version: '9.11.26-6.el8' },
    }),
    by: [
      affects('Rocky Linux:8', 'bind', {
        ranges: [ecosystemRange({ introduced: '0' }, { fixed: '32:9.11.26-6.el8' })],
      }),
    ],
    result: 'not-affected',
    why: 'X-1: bind 32:9.11.26-6.el8 (source of bind-libs 32:9.11.26-6.el8) is not in <32:9.11.26-6.el8 of Rocky Linux:8 (rpm)',
  },
  {
    title: 'a source that was built at another version does not take the epoch of the binary',
    of: component('pkg:rpm/rocky/bind-libs@9.11.26-6.el8?distro=rocky-8.5&epoch=32', {
      source: { name: 'bind', version: '9.11.25-1.el8' },
    }),
    by: [
      affects('Rocky Linux:8', 'bind', { ranges: [ecosystemRange({ introduced: '0' }, { fixed: '9.11.26-6.el8' })] }),
    ],
    result: 'affected',
    why: 'X-1: bind 9.11.25-1.el8 (source of bind-libs 32:9.11.26-6.el8) is in <9.11.26-6.el8 of Rocky Linux:8 (rpm)',
  },
  {
    title: 'a scanner may name the archive of the source in the package URL',
    of: component(
      'pkg:rpm/rocky/bind-libs@9.11.26-6.el8?distro=rocky-8.5&epoch=32&upstream=bind-9.11.26-6.el8.src.rpm',
    ),
    by: [
      affects('Rocky Linux:8', 'bind', {
        ranges: [ecosystemRange({ introduced: '0' }, { fixed: '32:9.11.26-7.el8' })],
      }),
    ],
    result: 'affected',
    why: 'X-1: bind 32:9.11.26-6.el8 (source of bind-libs 32:9.11.26-6.el8) is in <32:9.11.26-7.el8 of Rocky Linux:8 (rpm)',
  },
  {
    title: 'an entry for another release is passed over',
    of: nginx(),
    by: [debian('11', { introduced: '0' })],
    result: 'no finding',
  },
  {
    title: 'of the entries for several releases the own one counts',
    of: nginx(),
    by: [debian('11', { introduced: '0' }), debian('12', { introduced: '0' }, { fixed: '1.22.1-9' })],
    result: 'not-affected',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is not in <1.22.1-9 of Debian:12 (deb)',
  },
  {
    title: 'an entry without a release is for all of them',
    of: nginx(),
    by: [affects('Debian', 'nginx', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
  {
    title: 'a component of an unknown release is undetermined where any release would be affected',
    of: nginx({ purl: 'pkg:deb/debian/nginx-common@1.22.1-9?arch=all' }),
    by: [
      debian('11', { introduced: '0' }, { fixed: '1.18.0-6' }),
      debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' }),
    ],
    result: 'undetermined',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is in <1.22.1-9+deb12u1 of Debian:12 (deb), but it is not known which release of Debian it comes from',
  },
  {
    title: 'a component of an unknown release is not affected where none of the releases would be',
    of: nginx({ purl: 'pkg:deb/debian/nginx-common@1.22.1-9?arch=all' }),
    by: [
      debian('11', { introduced: '0' }, { fixed: '1.18.0-6' }),
      debian('12', { introduced: '0' }, { fixed: '1.22.1-9' }),
    ],
    result: 'not-affected',
  },
  {
    title: 'the tilde of a back-port is in order',
    of: nginx({ source: { name: 'nginx', version: '1.22.1-9~bpo11+1' } }),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9' })],
    result: 'affected',
  },
  {
    title: 'a version that dpkg refuses is undetermined',
    of: nginx({ source: { name: 'nginx', version: '1.22.1-' } }),
    by: [debian('12', { introduced: '0' })],
    result: 'undetermined',
  },
]);
