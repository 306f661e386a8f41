import { formatPurl } from '../../base/packages/purl.ts';
import type { Component } from '../../model/component.ts';
import { plainGem } from './gem-facts.ts';
import type { GemfileLock } from './gemfile-lock-syntax.ts';

/** The interpreter runs everything; of another one than the common, `ruby 3.1.4p0 (jruby 9.4.5.0)`, that counts. */
export function rubyInterpreter(file: string, { ruby }: GemfileLock): Component[] {
  const [, name, version] =
    /\((\w+) ([^\s)]+)\)$/.exec(ruby?.text ?? '') ??
    /^(ruby) (\d+(?:\.\d+)*(?:\.?(?:preview|rc|dev)\d*)?)/.exec(ruby?.text ?? '') ??
    [];
  if (ruby === undefined || name === undefined || version === undefined) return [];
  const at = { file, line: ruby.line };
  return [
    {
      ...plainGem(name, version, at),
      purl: formatPurl({ type: 'generic', name, version }),
      type: 'generic',
      scope: 'runtime',
      scopeEvidence: [{ scope: 'runtime', reason: 'RUBY VERSION', at }],
      relation: 'direct',
      firstParty: false,
      dependsOn: [],
    },
  ];
}
