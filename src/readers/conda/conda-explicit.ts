import { quote } from '../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { pypiComponent, registryName } from '../python/pypi-package.ts';
import { scopeOfPath } from '../python/requirement/requirement-scope.ts';
import { readStatement } from '../python/requirement/requirement.ts';
import { archivedComponent } from './archived-component.ts';
import { readCondaArchive } from './conda-archive.ts';
import { condaComponent } from './conda-package.ts';
import { readMatchSpec } from './match-spec.ts';

/**
 * Reads lists of everything in an environment of conda: the address of every archive behind `@EXPLICIT`, to which
 * conda-lock adds pip's as comments, or `name=version=build` on every line, as `conda list --export` writes them.
 */
export const condaExplicit: Reader = {
  name: 'conda-explicit',
  title: 'explicit and exported lists of conda',
  capabilities: { scope: true, graph: false, hashes: true, licence: false, direct: false },
  read: ({ path, text }) => {
    const lines = text.split(/\r?\n/).map((content, index) => ({ content: content.trim(), line: index + 1 }));
    const conflict = lines.find(({ content }) => /^(?:<{7}|>{7})(?:\s|$)/.test(content));
    if (conflict !== undefined)
      return unreadable(syntaxProblem(path, 'it holds a merge conflict', { line: conflict.line }));
    const isList = lines.some(({ content }) => content === '@EXPLICIT' || exportedPackage.test(content));
    if (!isList) return unreadable(noList(path));
    const read = lines.map(({ content, line }) => readLine(content, { file: path, line }));
    return {
      components: read.flatMap(({ facts = [] }) => facts).map(listed),
      graph: 'none',
      diagnostics: read.flatMap(({ problem = [] }) => problem),
    };
  },
};

type Listed = {
  readonly facts?: ReturnType<typeof condaComponent>;
  readonly problem?: Diagnostic;
};

const exportedPackage = /^[^\s=#]+=[^\s=]+=[^\s=]+$/;

function readLine(content: string, at: LinePlace): Listed {
  const [, requirement] = /^#\s*pip\s+(\S.*)$/.exec(content) ?? [];
  if (requirement !== undefined) return pipPackage(requirement, at);
  if (content === '' || content.startsWith('#') || content === '@EXPLICIT') return {};
  return exportedPackage.test(content) ? exported(content, at) : explicit(content, at);
}

function explicit(content: string, at: LinePlace): Listed {
  const [address = '', hash = ''] = content.split('#');
  const archive = readCondaArchive(address);
  if (archive === undefined) return { problem: notUnderstood(content, at) };
  const sha256 = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(hash)?.[1];
  const md5 = /^(?:md5:)?([0-9a-f]{32})$/i.exec(hash)?.[1];
  const { facts } = archivedComponent(archive.name, archive.version, [{ archive, md5, sha256, at }]);
  if (hash === '' || (sha256 ?? md5) !== undefined) return { facts };
  const message = `${archive.name} has the hash ${quote(hash)}, which is of no known kind or length`;
  return { facts, problem: entryProblem(at, message, listAnew) };
}

/** What pip installed stands in an export with a build that conda makes up. */
function exported(content: string, at: LinePlace): Listed {
  const spec = readMatchSpec(content);
  if (spec === undefined) return { problem: notUnderstood(content, at) };
  const { name, version, build } = spec;
  if (build !== 'pypi_0') return { facts: condaComponent({ ...spec, at }) };
  return { facts: pypiComponent({ name: registryName(name), version, pinning: spec.pinning, hashes: [], at }) };
}

/** The address behind a name is where a registry keeps the archive, not one that a person asked for. */
function pipPackage(text: string, at: LinePlace): Listed {
  const statement = readStatement(text);
  if (statement.kind !== 'requirement') return { problem: notUnderstood(text, at) };
  const { archive, ...requirement } = statement;
  return { facts: pypiComponent({ ...requirement, download: archive, at }) };
}

function listed(facts: ReturnType<typeof condaComponent>): Component {
  const [at] = facts.foundAt;
  const use = scopeOfPath(at.file, 'a list of archives does not tell what its packages are for');
  return {
    ...facts,
    scope: use.scope,
    scopeEvidence: [{ ...use, at }],
    relation: 'unknown',
    firstParty: false,
    dependsOn: undefined,
  };
}

const listAnew = 'Let conda write the list anew: conda list --explicit --sha256.';

function notUnderstood(content: string, at: LinePlace): Diagnostic {
  return entryProblem(at, `${quote(content)} is no address of a conda archive`, listAnew);
}

function noList(file: string): Diagnostic {
  return {
    ...syntaxProblem(file, 'it has no line @EXPLICIT, as an explicit list of conda has', { line: 1 }),
    help: 'If it is no list of conda, list it under `ignore` in tureen.yaml.',
  };
}
