import { distributionOf, osReleasePaths } from '../../base/packages/system/os-release.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import { vendorUnknown } from '../../base/packages/system/vendor-unknown.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { rpmComponent } from './rpm-component.ts';
import { sourceOf, type RpmPackage } from './rpm-package.ts';

/**
 * Reads lists that `rpm -qa` has printed: `container-manifest-2`, which images of Azure Linux without a database have (ten
 * columns between tabs), and plain lists of `name-[epoch:]version-release.arch`.
 */
export const rpmQuery: Reader = {
  name: 'rpm-query',
  title: 'rpm -qa output and container-manifest-2',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  companions: (_, path) => osReleasePaths(rootOf(path)),
  read: ({ path, text, companions }) => {
    const lines = text
      .split(/\r?\n/)
      .map((content, index) => ({ content, line: index + 1 }))
      .filter(({ content }) => content.trim() !== '');
    const rows = lines.map((row) => ({ ...row, one: packageOf(row.content) }));
    const read = rows.flatMap(({ one, line }) => (one === undefined ? [] : [{ one, line }]));
    const wrong = rows.find(({ one }) => one === undefined);
    if (read.length === 0) {
      const reason = wrong === undefined ? 'the file is empty' : `${quote(wrong.content)} names no package`;
      return unreadable(syntaxProblem(path, reason, { line: wrong?.line ?? 1 }));
    }
    const distribution = distributionOf(rootOf(path), companions);
    const keys = read.filter(({ one }) => one.name === 'gpg-pubkey').map(({ line }) => line);
    return {
      components: read
        .filter(({ one }) => one.name !== 'gpg-pubkey')
        .map(({ one, line }) => rpmComponent(one, { file: path, line }, distribution, undefined)),
      graph: 'none',
      diagnostics: [
        ...vendorUnknown(path, distribution),
        ...rows.flatMap(({ one, content, line }) => (one === undefined ? [oddLine(path, content, line)] : [])),
        ...keys.map((line) => keyLeftOut(path, line)),
      ],
    };
  },
};

function rootOf(path: string): string {
  return path.replace(/(?:var\/lib\/rpmmanifest\/)?(?<![^/])[^/]*$/, '');
}

function packageOf(written: string): RpmPackage | undefined {
  return written.includes('\t') ? fromColumns(written.split('\t')) : fromPlain(written.trim());
}

/** Name, version-release, times of installation and build, vendor, epoch, size, architecture, epoch again, source archive. */
function fromColumns(columns: readonly string[]): RpmPackage | undefined {
  const [name = '', versionRelease = '', , , vendor, epoch, , architecture, , sourceArchive] = columns;
  const [, version, release] = /^([^-\s]+)-([^-\s]+)$/.exec(versionRelease) ?? [];
  if (!/^[^\s/]+$/.test(name) || version === undefined || release === undefined || columns.length < 10)
    return undefined;
  const told = (text: string | undefined) => (text === '' || text === '(none)' ? undefined : text);
  const number = /^\d{1,9}$/.test(epoch ?? '') ? Number(epoch) : undefined;
  return packageWith({
    name,
    version,
    release,
    epoch: number,
    architecture: told(architecture),
    vendor: told(vendor),
    source: sourceOf(sourceArchive, { version, release, epoch: number }),
  });
}

function fromPlain(written: string): RpmPackage | undefined {
  const [, name, epoch, version, release, architecture] =
    /^([^\s/]+)-(?:(\d{1,9}):)?([^-\s:]+)-([^-\s]+?)(?:\.(noarch|x86_64|i[3-6]86|aarch64|armv\d\w*|ppc64le|s390x|riscv64))?$/.exec(
      written,
    ) ?? [];
  if (name === undefined || version === undefined || release === undefined) return undefined;
  return packageWith({ name, version, release, epoch: epoch === undefined ? undefined : Number(epoch), architecture });
}

function packageWith(
  known: Pick<RpmPackage, 'name' | 'version' | 'release' | 'epoch' | 'architecture'> &
    Partial<Pick<RpmPackage, 'vendor' | 'source'>>,
): RpmPackage {
  return {
    vendor: undefined,
    source: undefined,
    ...known,
    summary: undefined,
    licence: undefined,
    homepage: undefined,
    module: undefined,
    needs: [],
    provides: [],
    owns: () => [],
    headerSha256: undefined,
    contentMd5: undefined,
  };
}

function oddLine(file: string, content: string, line: number): Diagnostic {
  const help = 'Print the list anew with rpm -qa; the line was not taken into the inventory.';
  return entryProblem({ file, line }, `${quote(content)} names no package`, help);
}

function keyLeftOut(file: string, line: number): Diagnostic {
  const message =
    'this entry named "gpg-pubkey" is a key that signatures are checked with, no package, and is left out';
  return { ...entryProblem({ file, line }, message, 'Nothing needs to be done.'), severity: 'note' };
}
