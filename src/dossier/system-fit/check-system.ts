import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import type { Entry } from '../../model/entry.ts';
import type { SystemFit } from '../../model/system-fit.ts';
import type { SystemRequirements } from '../../model/records/system-requirements.ts';
import type { TargetSystem } from '../../model/records/target-system.ts';
import { meetsRange } from './meets-range.ts';

/** What stands in the product beside an item: what it is itself, and every version of each package, by package URL. */
export type Surroundings = {
  readonly own: readonly Entry[];
  readonly byPackage: ReadonlyMap<string, readonly Entry[]>;
};

/**
 * Compares each thing that a SOUP item needs and that is written in parts with the declared target, and peer libraries with
 * the inventory (5.3.6 c). What is written as text only a person can compare; it is left out.
 */
export function checkSystem(
  system: SystemRequirements | undefined,
  target: TargetSystem | undefined,
  surroundings: Surroundings,
): readonly SystemFit[] {
  if (system === undefined) return [];
  return [
    ...checkOs(system, target),
    ...checkArchitecture(system, target),
    ...checkMemory(system, target),
    ...checkGpu(system, target),
    ...checkRuntime(system, target),
    ...checkLibraries(system, surroundings),
  ];
}

function checkOs({ os }: SystemRequirements, target: TargetSystem | undefined): readonly SystemFit[] {
  if (os === undefined || typeof os === 'string') return [];
  return [{ ...compareNamed('generic', os, target?.os, 'operating system'), keyPath: ['system', 'os'] }];
}

function checkArchitecture({ architecture = [] }: SystemRequirements, target: TargetSystem | undefined) {
  if (architecture.length === 0) return [];
  const need = `architecture ${architecture.join(' or ')}`;
  const keyPath = ['system', 'architecture'];
  const given = target?.architecture;
  if (given === undefined) return [open(need, keyPath, 'the target names no architecture')];
  return [decided(architecture.includes(given), need, keyPath, `the target has ${given}`)];
}

function checkMemory({ memoryMb }: SystemRequirements, target: TargetSystem | undefined): readonly SystemFit[] {
  if (memoryMb === undefined) return [];
  const need = `${memoryMb} MB of memory`;
  const keyPath = ['system', 'memoryMb'];
  const given = target?.memoryMb;
  if (given === undefined) return [open(need, keyPath, 'the target names no memory')];
  return [decided(memoryMb <= given, need, keyPath, `the target has ${given} MB`)];
}

function checkGpu({ gpu }: SystemRequirements, target: TargetSystem | undefined): readonly SystemFit[] {
  if (gpu === undefined || typeof gpu === 'string') return [];
  const given = target?.gpu;
  const keyPath = ['system', 'gpu'];
  const named = { ...compareNamed('generic', gpu, given, 'GPU'), keyPath };
  if (gpu.memoryMb === undefined) return [named];
  const need = `${gpu.memoryMb} MB of memory of the GPU`;
  const memory = typeof given === 'object' ? given.memoryMb : undefined;
  if (memory === undefined) return [named, open(need, keyPath, 'the target names no memory of its GPU')];
  return [named, decided(gpu.memoryMb <= memory, need, keyPath, `the target has ${memory} MB`)];
}

/** Runtimes that count their versions as the packages of their ecosystem do. */
const runtimeTypes: ReadonlyMap<string, string> = new Map([
  ['python', 'pypi'],
  ['cpython', 'pypi'],
  ['node', 'npm'],
  ['node.js', 'npm'],
]);

function checkRuntime({ runtime }: SystemRequirements, target: TargetSystem | undefined): readonly SystemFit[] {
  if (runtime === undefined || typeof runtime === 'string') return [];
  const name = runtime.name.toLowerCase();
  const given = Object.entries(target?.runtimes ?? {}).find(([known]) => known.toLowerCase() === name);
  const keyPath = ['system', 'runtime'];
  const type = runtimeTypes.get(name) ?? 'generic';
  if (given === undefined) return [open(needOf(runtime), keyPath, `the target names no runtime ${runtime.name}`)];
  return [{ ...compareNamed(type, runtime, { name: given[0], version: given[1] }, 'runtime'), keyPath }];
}

type Named = { readonly name: string; readonly version?: string | undefined };

/** Compares a name with a range of versions with what the target names. */
function compareNamed(
  type: string,
  wanted: Named,
  given: string | Named | undefined,
  what: string,
): Omit<SystemFit, 'keyPath'> {
  const need = needOf(wanted);
  if (given === undefined) return { need, result: 'open', found: `the target names no ${what}` };
  if (typeof given === 'string')
    return { need, result: 'open', found: `the target names its ${what} as text: ${given}` };
  const found = `the target has ${given.version === undefined ? given.name : `${given.name} ${given.version}`}`;
  if (wanted.name.toLowerCase() !== given.name.toLowerCase()) return { need, result: 'misfit', found };
  if (wanted.version === undefined) return { need, result: 'fits', found };
  if (given.version === undefined) return { need, result: 'open', found: `${found} without a version` };
  return { need, result: resultOf(meetsRange(type, wanted.version, given.version)), found };
}

function checkLibraries({ libraries = [] }: SystemRequirements, surroundings: Surroundings): readonly SystemFit[] {
  return libraries.flatMap((library, index) =>
    typeof library === 'string' ? [] : [checkLibrary(library, ['system', 'libraries', index], surroundings)],
  );
}

type Library = Exclude<NonNullable<SystemRequirements['libraries']>[number], string>;

/** Where the item says in a lockfile which version it uses, that one counts; else one of those that ship has to do. */
function checkLibrary(library: Library, keyPath: SystemFit['keyPath'], { own, byPackage }: Surroundings): SystemFit {
  const { package: wanted, version: range } = library;
  const need = range === undefined ? wanted : `${wanted} ${range}`;
  const shipped = (byPackage.get(wanted) ?? []).filter(({ use }) => use.scope !== 'development');
  const named = new Set(own.flatMap(({ component }) => component.dependsOn ?? []));
  const used = shipped.filter(({ component }) => named.has(component.purl));
  const counting = used.length > 0 ? used : shipped;
  if (counting.length === 0) return { need, keyPath, result: 'misfit', found: 'nothing that ships is this package' };
  const versions = counting.map(({ component }) => component.version);
  const found = `the inventory has ${versions.map((version) => version ?? 'no exact version').join(', ')}`;
  if (range === undefined) return { need, keyPath, result: 'fits', found };
  const type = parsePurl(wanted)?.type ?? '';
  const answers = versions.map((version) => (version === undefined ? undefined : meetsRange(type, range, version)));
  const fits = used.length > 0 ? answers.every((answer) => answer === true) : answers.includes(true);
  return { need, keyPath, result: fits ? 'fits' : resultOf(answers.includes(undefined) ? undefined : false), found };
}

/** Groups what is in the inventory by package, once for all items. */
export function groupByPackage(entries: readonly Entry[]): Surroundings['byPackage'] {
  return Map.groupBy(entries, ({ component }) => packageOf(component.purl));
}

function needOf({ name, version }: Named): string {
  return version === undefined ? name : `${name} ${version}`;
}

function resultOf(answer: boolean | undefined): SystemFit['result'] {
  if (answer === undefined) return 'open';
  return answer ? 'fits' : 'misfit';
}

function decided(fits: boolean, need: string, keyPath: SystemFit['keyPath'], found: string): SystemFit {
  return { need, keyPath, result: resultOf(fits), found };
}

function open(need: string, keyPath: SystemFit['keyPath'], found: string): SystemFit {
  return { need, keyPath, result: 'open', found };
}
