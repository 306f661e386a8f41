import type { Component } from '../../../model/component.ts';
import { advisedPackagesOf, type AdvisedPackage } from './advised-package.ts';

/** A component, and the packages that advisories are looked up and compared for; none where no source covers such. */
export type AdvisedComponent = { readonly component: Component; readonly packages: readonly AdvisedPackage[] };

/** Works out once as what advisories see a component. */
export function advise(component: Component): AdvisedComponent {
  return { component, packages: advisedPackagesOf(component) };
}
