import { fileNameOf } from '../../base/packages/repositories/package-address.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import { repositoryComponent } from '../git/repository-component.ts';
import { archiveComponent, withoutEnding } from './archive-component.ts';
import type { Resolved } from './cmake-variables.ts';
import type { FetchCall } from './fetch-call.ts';

/** What became of a call that fetches something. */
export type Fetched = {
  /** Without the facts that the file as a whole tells; undefined when nobody can say what is fetched. */
  readonly component: Component | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** The component that a call fetches, and what of the call could not be read. */
export function fetchedComponent(call: FetchCall, at: LinePlace): Fetched {
  const { repository, archive, folder, version } = call;
  const name = call.name ?? nameOf(archive?.address);
  const source = repository?.address ?? archive?.address;
  const parts = [name, source, repository?.state, archive?.hash, version];
  const diagnostics = parts.flatMap((part) => (part?.isKnown === false ? [variableProblem(name, part.text, at)] : []));
  if (!name.isKnown && source?.isKnown !== true) return { component: undefined, diagnostics };
  if (source === undefined) return { component: undefined, diagnostics: [...diagnostics, noSource(name, folder, at)] };
  const address = textOf(source) ?? withoutScheme(source.text);
  if (repository !== undefined) {
    const { kind, state } = repository;
    const fetched = { kind, address, state: textOf(state), version: textOf(version), name: call.name?.text };
    const component = repositoryComponent(fetched, at);
    const isOpen = state?.isKnown === false;
    return {
      component: isOpen ? { ...component, pinning: { kind: 'mutable', asked: state.text } } : component,
      diagnostics,
    };
  }
  const hash = hashIn(textOf(archive?.hash));
  if (hash === undefined && archive?.hash?.isKnown === true) diagnostics.push(hashProblem(name, archive.hash.text, at));
  const fetched = { name: name.text, address, asked: source.text, hash, version: textOf(version) };
  return { component: archiveComponent(fetched, at), diagnostics };
}

function nameOf(address: Resolved | undefined): Resolved {
  return { text: withoutEnding(fileNameOf(textOf(address) ?? '')) || 'unnamed', isKnown: true };
}

/** An address of which a variable holds the protocol alone still tells whose it is. */
function withoutScheme(written: string): string | undefined {
  const rest = /^\$\{\w+\}:\/\/([^${}]+)$/.exec(written)?.[1];
  return rest === undefined ? undefined : `https://${rest}`;
}

function textOf(part: Resolved | undefined): string | undefined {
  return part?.isKnown === true ? part.text : undefined;
}

/** `SHA256=…`; the algorithms of SHA-3 have no place in an inventory yet. */
function hashIn(text: string | undefined): Pick<Hash, 'algorithm' | 'value'> | undefined {
  const [, algorithm = '', value = ''] = /^([A-Za-z0-9_]+)=([0-9a-f]+)$/i.exec(text ?? '') ?? [];
  const known = algorithms.find(({ name, digits }) => name === algorithm.toLowerCase() && digits === value.length);
  return known && { algorithm: known.name, value: value.toLowerCase() };
}

const algorithms = [
  { name: 'md5', digits: 32 },
  { name: 'sha1', digits: 40 },
  { name: 'sha256', digits: 64 },
  { name: 'sha384', digits: 96 },
  { name: 'sha512', digits: 128 },
] as const;

function variableProblem(name: Resolved, written: string, at: LinePlace): Diagnostic {
  return entryProblem(
    at,
    `${quote(name.text)} is fetched by ${quote(written)}, which holds something that this file alone does not tell`,
    'Write it out, or set the variable in the same file with a plain set().',
  );
}

function hashProblem(name: Resolved, written: string, at: LinePlace): Diagnostic {
  return entryProblem(
    at,
    `the checksum ${quote(written)} of ${quote(name.text)} is none that is known`,
    'Write it as SHA256=<64 digits>.',
  );
}

function noSource(name: Resolved, folder: Resolved | undefined, at: LinePlace): Diagnostic {
  if (folder === undefined)
    return entryProblem(
      at,
      `nothing tells where ${quote(name.text)} comes from`,
      'Enter it in tureen.yaml, if it is foreign.',
    );
  const message = `${quote(name.text)} is built from the folder ${quote(folder.text)}, of which no version is told`;
  return {
    ...entryProblem(at, message, 'If it is foreign, enter it in tureen.yaml with its version.'),
    severity: 'note',
  };
}
