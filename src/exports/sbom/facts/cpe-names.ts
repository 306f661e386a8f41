import type { Component } from '../../../model/component.ts';

/** The CPE names of a component: those that the formats take, and what is written like one and is none. */
export type CpeNames = { readonly names: readonly string[]; readonly others: readonly string[] };

/** Sorts the CPE names of a component, those of version 2.3 first. */
export function cpeNamesOf({ cpes = [] }: Component): CpeNames {
  const isNew = cpes.filter((name) => isCpe23(name));
  const isOld = cpes.filter((name) => bound22.test(name));
  return { names: [...isNew, ...isOld], others: cpes.filter((name) => !isNew.includes(name) && !isOld.includes(name)) };
}

/** Whether a name is bound as CPE 2.3 wants it; what is older begins with `cpe:/`. */
export function isCpe23(name: string): boolean {
  return bound23.test(name);
}

const part = String.raw`(?:\*|-|(?:[A-Za-z0-9._-]|\\[\\*?!"#$%&'()+,/:;<=>@[\]^${'`'}{|}~])+)`;
const language = '(?:[*-]|[A-Za-z]{2,3}(?:-(?:[A-Za-z]{2}|[0-9]{3}))?)';

/** The formatted string of CPE 2.3 (NISTIR 7695, 6.2), without wildcards inside of a part. */
const bound23 = new RegExp(String.raw`^cpe:2\.3:[aho*-](?::${part}){5}:${language}(?::${part}){4}$`);

/** The URI of CPE 2.2. */
const bound22 = /^cpe:\/[AHOaho]?(?::[A-Za-z0-9._~%-]*){0,6}$/;
