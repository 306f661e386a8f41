import { fileNameOf, repositoryAt } from '../../base/packages/repositories/package-address.ts';
import { componentFacts } from '../../base/packages/component-facts.ts';
import type { PurlParts } from '../../base/packages/purl.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { parseCarthage, type CarthageLine } from './carthage-lines.ts';
import { hostedPath } from '../../base/packages/repositories/hosted-path.ts';

/** Reads the versions that Carthage took; a Cartfile beside it tells what the product asks for itself. */
export const cartfileResolved: Reader = {
  name: 'cartfile-resolved',
  title: 'Cartfile.resolved of Carthage',
  capabilities: { scope: true, graph: false, hashes: false, licence: false, direct: true },
  companions: (_, path) => cartfiles.map(({ suffix }) => beside(path, suffix)),
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const resolved = parseCarthage(text);
    if ('message' in resolved) return unreadable(syntaxProblem(path, resolved.message, resolved.at));
    const asked = cartfiles.flatMap(({ suffix, scope, reason }) =>
      linesIn(companions, beside(path, suffix)).map((line) => ({ ...line, evidence: { scope, reason, at: line.at } })),
    );
    const byKey = new Map(asked.toReversed().map((line) => [keyOf(line), line.evidence]));
    return {
      components: resolved.lines.map((line) => toComponent(path, line, byKey)),
      graph: 'none',
      diagnostics: [],
    };
  },
};

/** What only the private one names is for the project itself, such as its tests, and comes with no build of it. */
const cartfiles = [
  { suffix: '', scope: 'runtime', reason: 'Cartfile' },
  { suffix: '.private', scope: 'development', reason: 'Cartfile.private' },
] as const;

function beside(path: string, suffix: string): string {
  return path.replace(/\.resolved$/, suffix);
}

function linesIn(opened: ReadonlyMap<string, string>, file: string): readonly (CarthageLine & { at: LinePlace })[] {
  const parsed = parseCarthage(opened.get(file) ?? '');
  return 'message' in parsed ? [] : parsed.lines.map((line) => ({ ...line, at: { file, line: line.line } }));
}

function toComponent(file: string, line: CarthageLine, asked: ReadonlyMap<string, ScopeEvidence>): Component {
  const at = { file, line: line.line };
  const evidence = asked.get(keyOf(line));
  const parts = partsOf(line);
  const repository = line.kind === 'binary' ? undefined : repositoryAt('git', addressOf(line), line.state);
  const isAddress = /^https?:\/\//.test(line.source);
  return {
    ...componentFacts(
      {
        ...parts,
        version: line.state,
        qualifiers: { vcs_url: parts.type === 'generic' ? repository?.vcsUrl : undefined },
      },
      at,
    ),
    scope: evidence?.scope ?? 'unknown',
    scopeEvidence: [evidence ?? { scope: 'unknown', reason: 'Cartfile.resolved does not tell who needs it', at }],
    relation: evidence !== undefined ? 'direct' : asked.size > 0 ? 'transitive' : 'unknown',
    firstParty: false,
    repository: repository?.address,
    download: line.kind === 'binary' && isAddress ? line.source : undefined,
    dependsOn: undefined,
  };
}

/** What lies on GitHub is known by that, however it is named; of anything else only the name is left. */
function partsOf(line: CarthageLine): PurlParts {
  const [, owner, name] = /^github\.com\/([^/]+)\/([^/]+)$/.exec(keyOf(line)) ?? [];
  if (line.kind !== 'binary' && name !== undefined) return { type: 'github', namespace: owner, name };
  return { type: 'generic', name: fileNameOf(line.source).replace(/\.(?:git|json)$/, '') };
}

function keyOf(line: CarthageLine): string {
  return hostedPath(addressOf(line)) ?? line.source;
}

function addressOf({ kind, source }: CarthageLine): string {
  return kind === 'github' && /^[^/:]+\/[^/:]+$/.test(source) ? `https://github.com/${source}` : source;
}
