import { salvage } from '../../../base/formats/salvage.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { Given, SbomAgent, Stated } from '../../../model/inventory/sbom-document.ts';
import { toolSchema, type BomContact, type BomOrganisation } from './cyclonedx-schema.ts';
import { agent } from '../stated/stated.ts';

/** An organisation that supplies or makes something; its people are how to reach it. */
export function organisation(written: BomOrganisation | undefined, keyPath: KeyPath): Given<SbomAgent> | undefined {
  if (written === undefined) return undefined;
  const { name, url = [], contact = [] } = written;
  const value = agent('organisation', {
    name: name?.trim() || undefined,
    emails: contact.flatMap(({ email }) => email || []),
    phones: contact.flatMap(({ phone }) => phone || []),
    addresses: url.filter((address) => address !== ''),
  });
  return { value, keyPath };
}

/** An organisation in a field of a component; some generators write NOASSERTION for a name. */
export function statedOrganisation(
  written: BomOrganisation | undefined,
  keyPath: KeyPath,
): Stated<SbomAgent> | undefined {
  const given = organisation(written, keyPath);
  if (given?.value.name === 'NOASSERTION') return { state: 'unknown', keyPath };
  return given && { state: 'known', ...given };
}

/** People who wrote something. */
export function people(written: readonly BomContact[] | undefined, keyPath: KeyPath): readonly Given<SbomAgent>[] {
  return (written ?? []).map(({ name, email, phone }, index) => ({
    value: agent('person', {
      name: name?.trim() || undefined,
      emails: email ? [email] : [],
      phones: phone ? [phone] : [],
    }),
    keyPath: [...keyPath, index],
  }));
}

/** Tools: a list until 1.4, since then components and services under keys of their own. */
export function tools(written: unknown, keyPath: KeyPath): readonly Given<SbomAgent>[] {
  if (typeof written !== 'object' || written === null) return [];
  if (!Array.isArray(written))
    return Object.entries(written).flatMap(([key, inner]) =>
      Array.isArray(inner) ? tools(inner, [...keyPath, key]) : [],
    );
  return written.flatMap((one: unknown, index) => {
    const tool = salvage(toolSchema, one).value;
    if (tool === undefined) return [];
    const name = [tool.vendor, tool.name].filter(Boolean).join(' ') || undefined;
    return [{ value: agent('tool', { name, version: tool.version || undefined }), keyPath: [...keyPath, index] }];
  });
}
