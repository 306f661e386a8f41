import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import { packageKeysOf } from './package-key-of.ts';

const keys: readonly (readonly [string, string | undefined])[] = [
  ['pkg:npm/lodash@4.17.21', 'npm/lodash'],
  ['pkg:npm/%40babel/core@7.0.0', 'npm/@babel/core'],
  ['pkg:pypi/Zope.Interface@5.0', 'PyPI/zope-interface'],
  ['pkg:pypi/ruamel_yaml@0.18', 'PyPI/ruamel-yaml'],
  ['pkg:cargo/serde_json@1.0.0', 'crates.io/serde_json'],
  ['pkg:golang/golang.org/x/net@v0.1.0', 'Go/golang.org/x/net'],
  ['pkg:golang/stdlib@1.22.4', 'Go/stdlib'],
  ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1', 'Maven/org.apache.logging.log4j:log4j-core'],
  ['pkg:nuget/Newtonsoft.Json@13.0.1', 'NuGet/newtonsoft.json'],
  ['pkg:gem/rails@7.0.0', 'RubyGems/rails'],
  ['pkg:composer/symfony/http-kernel@6.0.0', 'Packagist/symfony/http-kernel'],
  ['pkg:pub/dio@5.0.0', 'Pub/dio'],
  ['pkg:hex/phoenix@1.7.0', 'Hex/phoenix'],
  ['pkg:cran/jsonlite@1.8.0', 'CRAN/jsonlite'],
  ['pkg:swift/github.com/apple/swift-nio@2.0.0', 'SwiftURL/github.com/apple/swift-nio'],
  ['pkg:deb/debian/bash@5.2?distro=debian-12', 'Debian/bash'],
  ['pkg:deb/debian/libc6@2.36-9?upstream=glibc', 'Debian/glibc'],
  ['pkg:deb/debian/libc6@2.36-9?source=glibc', 'Debian/glibc'],
  ['pkg:deb/ubuntu/libssl3@3.0.2?upstream=openssl%403.0.2', 'Ubuntu/openssl'],
  ['pkg:apk/alpine/libcrypto3@3.1.4-r0?upstream=openssl', 'Alpine/openssl'],
  ['pkg:rpm/almalinux/bash@5.1', 'AlmaLinux/bash'],
  ['pkg:rpm/almalinux/dotnet-host@6.0.2?upstream=dotnet6.0-6.0.102-1.el8.src.rpm', 'AlmaLinux/dotnet-host'],
  ['pkg:rpm/rhel/bash@5.1', 'Red Hat/bash'],
  ['pkg:rpm/azurelinux/bash@5.1', 'Azure Linux/bash'],
  ['pkg:githubactions/Acme/Build-Action@v4', 'GitHub Actions/acme/build-action'],
  ['pkg:rpm/redhat/bind-libs@9.16?upstream=bind-9.16-1.el9.src.rpm', 'Red Hat/bind-libs'],
  ['pkg:rpm/rocky/bind-libs@9.16-1.el9?upstream=bind-9.16-1.el9.src.rpm', 'Rocky Linux/bind'],
  ['pkg:apk/wolfi/libssl3@3.3?upstream=openssl', 'Wolfi/openssl Wolfi/libssl3'],
  ['pkg:apk/wolfi/openssl@3.3?upstream=openssl', 'Wolfi/openssl'],
  ['pkg:deb/bash@5.2', undefined],
  ['pkg:deb/raspbian/bash@5.2', undefined],
  ['pkg:rpm/fedora/bash@5.2', undefined],
  ['pkg:generic/vendor-sdk@4.2', undefined],
  ['pkg:conda/zlib@1.3', undefined],
  ['pkg:conan/zlib@1.3', undefined],
  ['pkg:github/Example/Thing@1.0', 'GIT/github.com/example/thing'],
  ['pkg:gitlab/group/sub/thing@1.0', 'GIT/gitlab.com/group/sub/thing'],
  ['pkg:gitlab/group/thing@1.0?repository_url=git.example.org', 'GIT/git.example.org/group/thing'],
  ['pkg:generic/thing@ab12?vcs_url=git%2Bhttps://git.example.org/thing.git%40ab12', 'GIT/git.example.org/thing'],
  ['pkg:generic/thing@ab12?vcs_url=git%2Bssh://git%40git.example.org/thing.git%40ab12', 'GIT/git.example.org/thing'],
  ['pkg:github/thing@1.0', undefined],
  ['pkg:constructor/thing@1.0', undefined],
  ['pkg:deb/constructor/thing@1.0', undefined],
  ['no package URL', undefined],
];

for (const [purl, expected] of keys) {
  test(`${purl} is looked up as ${expected ?? 'nothing'}`, () => {
    const keys = packageKeysOf(component(purl)).map(({ ecosystem, name }) => `${ecosystem}/${name}`);
    assert.equal(keys.join(' '), expected ?? '');
  });
}

test('a package with advisories of its own is not looked up by the repository that it was fetched from', () => {
  const given = component('pkg:deb/debian/bash@5.2', { download: 'git+https://git.example.org/bash.git@v5.2' });
  assert.deepEqual(packageKeysOf(given), [{ ecosystem: 'Debian', name: 'bash' }]);
});

test('the source package that a file names goes before the one in the package URL', () => {
  const given = component('pkg:deb/debian/libc6@2.36-9?upstream=other', {
    source: { name: 'glibc', version: '2.36-9' },
  });
  assert.deepEqual(packageKeysOf(given), [{ ecosystem: 'Debian', name: 'glibc' }]);
});
