import type { IniFile, IniLine } from './ini-file.ts';

/** The options of a project of PlatformIO, with what they inherit and refer to put in their place. */
export type ProjectOptions = {
  /** The names of the environments, such as `env:pump`. */
  readonly environments: readonly string[];
  /** The entries of a list option in an environment, each at the line it is written on. */
  readonly listOf: (environment: string, option: string) => readonly IniLine[];
  /** Whether the lists grew beyond anything a project holds, so that some of them were left blank. */
  readonly isCutOff: () => boolean;
};

/** Puts options together as PlatformIO does; a reference that leads nowhere stays as it is written. */
export function projectOptions(file: IniFile): ProjectOptions {
  let left = mostLines;

  const find = (section: string, option: string): readonly IniLine[] | undefined => {
    const open = section.startsWith('env:') ? ['env', section] : [section];
    const done = new Set<string>();
    for (let name = open.pop(); name !== undefined && left-- > 0; name = open.pop()) {
      const value = file.get(name)?.get(option);
      if (value !== undefined) return value;
      if (done.has(name)) continue;
      done.add(name);
      for (const each of namesIn(file.get(name)?.get('extends'))) open.push(each);
    }
    return undefined;
  };

  const expand = (section: string, value: readonly IniLine[], depth: number): readonly IniLine[] =>
    value.flatMap(({ text, line }): readonly IniLine[] => {
      if (left-- <= 0) return [];
      if (!text.includes('${') || depth > deepest || text.length > longest) return [{ text, line }];
      const alone = /^\$\{([^.${}]+)\.([^${}]+)\}$/.exec(text);
      if (alone !== null) return valueOf(section, alone[1], alone[2], depth) ?? [{ text, line }];
      const whole = text.replace(/\$\{([^.${}]+)\.([^${}]+)\}/g, (reference, name: string, option: string) => {
        const lines = valueOf(section, name, option, depth);
        return lines === undefined
          ? reference
          : lines
              .map((one) => one.text)
              .join('\n')
              .slice(0, longest);
      });
      return whole.split('\n').map((part) => ({ text: part.trim(), line }));
    });

  const valueOf = (section: string, name = '', option = '', depth: number): readonly IniLine[] | undefined => {
    const target = name === 'this' ? section : name;
    const value = find(target, option.trim().toLowerCase());
    return value === undefined ? undefined : expand(target, value, depth + 1);
  };

  return {
    environments: [...file.keys()].filter((name) => name.startsWith('env:')),
    listOf: (environment, option) => {
      const lines = expand(environment, find(environment, option) ?? [], 0);
      const [only, ...others] = lines;
      const entries =
        only === undefined || others.length > 0
          ? lines
          : only.text.split(', ').map((text) => ({ text: text.trim(), line: only.line }));
      return entries.filter(({ text }) => text !== '');
    },
    isCutOff: () => left <= 0,
  };
}

function namesIn(value: readonly IniLine[] | undefined): readonly string[] {
  const lines = value ?? [];
  return lines.flatMap(({ text }) => (lines.length === 1 ? text.split(', ') : [text])).map((name) => name.trim());
}

/** References that lead from one to the next further than this lead in circles. */
const deepest = 10;

/** No project comes near; what many environments inherit, or references double, stops here. */
const mostLines = 200_000;
const longest = 10_000;
