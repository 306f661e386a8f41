import type { LinePlace } from '../../../model/place.ts';
import type { SbomComponent } from '../../../model/inventory/sbom-document.ts';
import type { Identity } from '../stated/component-identity.ts';

/** A component of an SBOM, identified. */
export type SbomEntry = {
  readonly component: SbomComponent;
  readonly identity: Identity;
  readonly ref: string | undefined;
  readonly at: LinePlace;
};
