import { obligationText } from '../model/licences/licence-judgement.ts';
import type { SystemFit } from '../model/system-fit.ts';
import type { SystemRequirements } from '../model/records/system-requirements.ts';
import type { SoupItem } from '../model/records/soup-item.ts';

/** Who makes a SOUP item, and where that is known from. */
export function manufacturerText({ manufacturer }: SoupItem): string | undefined {
  if (manufacturer === undefined) return undefined;
  const { name, kind, source } = manufacturer;
  return [kind === undefined ? name : `${name} (${kind})`, source && `known from ${source}`]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Whether a SOUP item is on the safety path, and why. */
export function safetyPathText({ safetyPath }: SoupItem): string | undefined {
  return safetyPath && `${safetyPath.on ? 'on' : 'not on'} the safety path: ${safetyPath.reason}`;
}

/** The hardware and software that a SOUP item needs, a line each. */
export function systemText({ system }: SoupItem): string | undefined {
  if (system === undefined) return undefined;
  const parts = [
    system.os && `operating system: ${partText(system.os)}`,
    system.architecture && `architecture: ${system.architecture.join(', ')}`,
    system.memoryMb !== undefined && `memory: ${system.memoryMb} MB`,
    system.gpu && `GPU: ${partText(system.gpu)}`,
    system.runtime && `runtime: ${partText(system.runtime)}`,
    system.libraries && `libraries: ${system.libraries.map(libraryText).join(', ')}`,
    system.source && `known from ${system.source}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? undefined : parts.join('\n');
}

type Part = Exclude<SystemRequirements['gpu'], undefined>;

function partText(part: Part): string {
  if (typeof part === 'string') return part;
  const { name, version, memoryMb } = part;
  return [name, version, memoryMb === undefined ? undefined : `with ${memoryMb} MB`]
    .filter((word) => word !== undefined)
    .join(' ');
}

function libraryText(library: NonNullable<SystemRequirements['libraries']>[number]): string {
  if (typeof library === 'string') return library;
  return library.version === undefined ? library.package : `${library.package} ${library.version}`;
}

/** What an item needs and was compared with target and inventory, a line each (5.3.6 c). */
export function fitText({ need, result, found }: SystemFit): string {
  const said = { fits: 'fits', misfit: 'does not fit', open: 'not compared' } as const;
  return `${need}: ${said[result]}, ${found}`;
}

/** The judgement of the licence with its obligations. */
export function licenceText({ licence }: SoupItem, nameOfPerson: (id: string) => string): string | undefined {
  if (licence === undefined) return undefined;
  const { concluded, obligations, opinion, by, on } = licence;
  return [
    `${concluded}, concluded by ${nameOfPerson(by)} on ${on}`,
    obligations.length === 0 ? 'no obligation recorded' : `obligations: ${obligations.map(obligationText).join('; ')}`,
    opinion && `opinion: ${opinion}`,
  ]
    .filter((part) => part !== undefined)
    .join('\n');
}
