import { foldersAbove } from '../../../base/paths/folders-above.ts';

/** What the command line that a repository always runs Maven with sets, by `.mvn/maven.config`. */
export type MavenConfig = {
  readonly properties: ReadonlyMap<string, string>;
  /** Profiles that it switches on. */
  readonly profiles: ReadonlySet<string>;
};

/** Reads `.mvn/maven.config`: options of the command line, separated by white space. */
export function parseMavenConfig(text: string): MavenConfig {
  const words = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
  const properties = new Map<string, string>();
  const profiles = new Set<string>();
  for (const [index, word] of words.entries()) {
    const [, short, long, joined = ''] = /^(?:(-[DP])|--(define|activate-profiles)(?:=|$))(.*)$/s.exec(word) ?? [];
    const value = joined === '' ? (words[index + 1] ?? '') : joined;
    if (short === '-D' || long === 'define') {
      const [key = '', ...rest] = value.split('=');
      properties.set(key, rest.length === 0 ? 'true' : rest.join('='));
    }
    if (short === '-P' || long === 'activate-profiles')
      for (const profile of value.split(',')) if (!/^[-!]/.test(profile)) profiles.add(profile.replace(/^[+?]+/, ''));
  }
  return { properties, profiles };
}

/** The nearest folder above that holds a `.mvn` decides. */
export function mavenConfigPaths(path: string): readonly string[] {
  return foldersAbove(path).map((folder) => `${folder}.mvn/maven.config`);
}
