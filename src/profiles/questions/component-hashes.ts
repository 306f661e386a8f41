import { quote } from '../../base/quote.ts';
import type { SbomComponent, SbomHash } from '../../model/inventory/sbom-document.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { met, missing } from '../answers.ts';

const spdx =
  'Add a `checksums` entry with algorithm and value (SPDX 3: `verifiedUsing` of the package or of its file).';

/** Asks for a checksum of each component. */
export const componentHash: SbomQuestion = {
  title: 'Each component has a hash value',
  help: { cyclonedx: 'Add an entry to `hashes`, or to the `hashes` of its `distribution` reference.', spdx },
  declaredAs: ['Component Hash Value', 'Component Hash', 'hash'],
  subject: 'component',
  ask: (component) => (hashesOfArtefacts(component).length > 0 ? met : missing('has no hash')),
  examples: [
    {
      title: 'No hash',
      over: 'cyclonedx',
      changes: { 'components.0.hashes': undefined, 'components.0.externalReferences': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no hash'],
    },
  ],
};

/** Asks by which algorithm each hash was made, and whether the value can be of it. */
export const componentHashAlgorithm: SbomQuestion = {
  title: 'Each hash names its algorithm',
  help: { cyclonedx: 'Write the algorithm in `hashes[].alg`, such as `SHA-256`, and its value whole.', spdx },
  declaredAs: ['Component Hash Algorithm', 'Component Hash Value', 'hash'],
  subject: 'component',
  ask: (component) => {
    const hashes = hashesOfArtefacts(component);
    if (hashes.length === 0) return missing('has no hash of which it could name the algorithm');
    const wrong = hashes.find((hash) => !isWhole(hash));
    if (wrong === undefined) return met;
    const { algorithm, value } = wrong;
    return missing(
      digits.has(algorithm)
        ? `has a hash of ${value.length} digits, which no ${algorithm} has`
        : `has a hash of the algorithm ${quote(algorithm)}, which is none`,
    );
  },
  examples: [
    {
      title: 'A value that the algorithm never gives',
      over: 'cyclonedx',
      changes: { 'components.0.hashes.0.alg': 'SHA-256' },
      says: ['pkg:npm/left-pad@1.3.0 has a hash of 128 digits, which no SHA-256 has'],
    },
  ],
};

/** Asks for the SHA-512 of the file that each component is delivered as. */
export const deployableHash: SbomQuestion = {
  title: 'Each component has the SHA-512 of its deployable file',
  help: {
    cyclonedx:
      'Add `{ "alg": "SHA-512", "content": … }` to the `hashes` of the external reference of type `distribution`.',
    spdx: 'SPDX 3: relate a `software_File` by `hasDistributionArtifact` and give it `verifiedUsing` with `sha512`.',
  },
  subject: 'component',
  ask: (component) => {
    const hashes = hashesOfArtefacts(component);
    const deployed = hashes.filter(({ of }) => of === 'distribution' || of === 'file');
    if (deployed.some((hash) => hash.algorithm === 'SHA-512' && isWhole(hash))) return met;
    if (hashes.some(({ algorithm, of }) => algorithm === 'SHA-512' && of === 'component'))
      return missing('has a SHA-512, but not at the reference to its deployable file');
    const broken = deployed.find(({ algorithm }) => algorithm === 'SHA-512');
    if (broken !== undefined) return missing(`has a SHA-512 of ${broken.value.length} digits, which none has`);
    const [other] = deployed.length > 0 ? deployed : hashes;
    return missing(other === undefined ? 'has no SHA-512' : `has a ${other.algorithm} and no SHA-512`);
  },
  examples: [
    {
      title: 'Another algorithm',
      over: 'cyclonedx',
      changes: {
        'components.0.hashes': undefined,
        'components.0.externalReferences.0.hashes': [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
      },
      says: ['pkg:npm/left-pad@1.3.0 has a SHA-256 and no SHA-512'],
    },
    {
      title: 'At the component, not at its file',
      over: 'cyclonedx',
      changes: { 'components.0.externalReferences.0.hashes': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has a SHA-512, but not at the reference to its deployable file'],
    },
  ],
};

/** Asks for a checksum of each component's source. */
export const sourceHash: SbomQuestion = {
  title: 'Each component has a hash of its source code',
  help: {
    cyclonedx: 'Add `hashes` to the external reference of type `source-distribution`.',
    spdx: 'SPDX 3: give the source artefact `verifiedUsing`.',
  },
  subject: 'component',
  ask: (component) =>
    allHashes(component).some(({ of }) => of === 'source') ? met : missing('has no hash of its source code'),
  examples: [
    {
      title: 'No hash of the source',
      over: 'cyclonedx',
      changes: { 'components.0.externalReferences.1.hashes': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no hash of its source code'],
    },
  ],
};

/** Of the files inside, and of the source, no hash is the component's. */
function hashesOfArtefacts(component: SbomComponent): readonly SbomHash[] {
  return allHashes(component).filter(({ of }) => of === 'component' || of === 'distribution' || of === 'file');
}

function allHashes({ hashes, references }: SbomComponent): readonly SbomHash[] {
  const told = references.filter(({ type }) => type === 'distribution' || type === 'source-distribution');
  return [...hashes, ...told.flatMap((reference) => reference.hashes)];
}

function isWhole({ algorithm, value }: SbomHash): boolean {
  const expected = digits.get(algorithm);
  return expected !== undefined && (expected === value.length || algorithm === 'BLAKE3');
}

const digits: ReadonlyMap<string, number> = new Map([
  ...['MD2', 'MD4', 'MD5', 'MD6'].map((name) => [name, 32] as const),
  ['SHA-1', 40],
  ['ADLER32', 8],
  ['SHA-224', 56],
  ['SHA3-224', 56],
  ...['SHA-256', 'SHA3-256', 'BLAKE2B-256', 'BLAKE3', 'STREEBOG-256'].map((name) => [name, 64] as const),
  ...['SHA-384', 'SHA3-384', 'BLAKE2B-384'].map((name) => [name, 96] as const),
  ...['SHA-512', 'SHA3-512', 'BLAKE2B-512', 'STREEBOG-512'].map((name) => [name, 128] as const),
]);
