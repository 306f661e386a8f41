import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { strayFolder } from '../../base/paths/stray-folder.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { remotesOf } from './gem-facts.ts';
import type { GemfileLock } from './gemfile-lock-syntax.ts';
import type { Gemfile } from './gemfile.ts';

/** What a person has to know of where the gems come from, and of what the Gemfile does not tell. */
export function gemNotes(file: string, lock: GemfileLock, gemfile: Gemfile | undefined): readonly Diagnostic[] {
  return [...sourceNotes(file, lock), ...gemfileNotes(file, gemfile)];
}

function sourceNotes(file: string, { sources }: GemfileLock): Diagnostic[] {
  return sources.flatMap((source): readonly Diagnostic[] => {
    const remotes = remotesOf(source);
    const at = { file, line: source.line };
    if (source.kind === 'GEM' && remotes.length > 1) {
      const message = `the gems of this section come from any of ${remotes.length} servers, and it is not told which`;
      return [entryProblem(at, message, 'Put the gems of each server into a block `source … do` of the Gemfile.')];
    }
    if (source.kind === 'PLUGIN SOURCE') {
      const type = new Map(source.options).get('type') ?? '?';
      const message = `the gems of this section come from a source of the plugin kind ${quote(type)}, which only the plugin knows`;
      return [entryProblem(at, message, 'Check where they come from, and decide for each in its record.')];
    }
    const [remote = '.'] = remotes;
    return source.kind === 'PATH' ? source.specs.flatMap(({ name }) => strayFolder(at, name, remote)) : [];
  });
}

function gemfileNotes(file: string, gemfile: Gemfile | undefined): Diagnostic[] {
  if (gemfile === undefined) {
    const message = `no Gemfile was found beside ${file}, so the uses of its gems are not known`;
    return [entryProblem({ file }, message, 'Keep the Gemfile beside its lockfile.')];
  }
  return gemfile.unread.map((at) => ({
    ...entryProblem(
      at,
      'what this line asks for is known only when the Gemfile is run; the uses that depend on it are left unknown',
      'Name gems and groups plainly, or decide under `scope` in tureen.yaml.',
    ),
    severity: 'note',
  }));
}
