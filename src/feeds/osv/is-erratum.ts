import type { OsvRecord } from './osv-schema.ts';

/**
 * Whether a record tells of a bug fix or an enhancement alone: distributions call those by ids of their own. One that names
 * a CVE, be it only in a link, mends a vulnerability all the same.
 */
export function isErratum(record: OsvRecord): boolean {
  if (!/^(?:(?:AL|EL|RH|RL)[BE]A-|(?:open)?SUSE-(?:RU|FU|OU)-)/.test(record.id)) return false;
  const { aliases, upstream, related, references } = record;
  const named = [
    ...(aliases ?? []),
    ...(upstream ?? []),
    ...(related ?? []),
    ...(references ?? []).map(({ url }) => url),
  ];
  return !named.some((text) => text.includes('CVE-')) && !/security/i.test(record.summary ?? '');
}
