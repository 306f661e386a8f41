import { quote } from '../../base/quote.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { goComponent } from '../go/go-component.ts';
import { parseGoSum } from '../go/go-sum-lines.ts';
import type { GoBuildInfo } from './go-build-info.ts';

/**
 * The modules that were linked into a program, the one that it was built from, and the standard library. Whether that one
 * is the product's own nobody can see in the program; it is listed like any other.
 */
export function goModules({ version, modules }: GoBuildInfo, at: LinePlace): readonly Component[] {
  const evidence: ScopeEvidence = { scope: 'runtime', reason: 'linked into this executable', at };
  return [...linkedModules(modules), ...standardLibrary(version)].map(({ module, version: found, sum, asked }) => {
    const facts = goComponent({ module, version: found, hashes: hashesOf(module, found, sum), at });
    return {
      ...facts,
      pinning: asked === undefined ? { kind: 'exact' } : { kind: 'mutable', asked },
      scope: 'runtime',
      scopeEvidence: [evidence],
      relation: 'unknown',
      firstParty: false,
    };
  });
}

type LinkedModule = {
  readonly module: string;
  readonly version: string | undefined;
  readonly sum: string;
  /** What stands in the place of a version. */
  readonly asked?: string;
};

/** A line is `mod`, `dep` or, for what took the place of the line above, `=>`, with module, version and sum behind tabs. */
function linkedModules(text: string): readonly LinkedModule[] {
  const found: LinkedModule[] = [];
  for (const line of text.split('\n')) {
    const [kind, module = '', version = '', sum = ''] = line.split('\t');
    if (module === '') continue;
    if (kind === 'mod' || kind === 'dep') found.push(linkedModule(module, version, sum));
    else if (kind === '=>') found.push(replaced(found.pop(), linkedModule(module, version, sum)));
  }
  return found;
}

/** `(devel)` stands for a module that was built from a folder, whatever was in it. */
function linkedModule(module: string, version: string, sum: string): LinkedModule {
  const isVersion = version.startsWith('v');
  return isVersion ? { module, version, sum } : { module, version: undefined, sum, asked: version || 'a folder' };
}

/** A folder has no name that anybody else knows: the module keeps its own, without a version. */
function replaced(original: LinkedModule | undefined, by: LinkedModule): LinkedModule {
  if (original === undefined || by.version !== undefined) return by;
  return { ...original, version: undefined, sum: '', asked: `replaced by ${quote(by.module)}` };
}

/** The version of Go is followed by the experiments that were on; what is no release has a name without a number. */
function standardLibrary(version: string): readonly LinkedModule[] {
  const [, release] = /^go(\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?)(?=$|[\s-])/.exec(version) ?? [];
  const asked = version === '' ? 'unknown' : version;
  return [
    release === undefined
      ? { module: 'stdlib', version: undefined, sum: '', asked }
      : { module: 'stdlib', version: release, sum: '' },
  ];
}

function hashesOf(module: string, version: string | undefined, sum: string): Component['hashes'] {
  return parseGoSum(`${module} ${version ?? ''} ${sum}`).sums.map(({ hash }) => hash);
}
