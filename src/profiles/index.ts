import type { SbomProfile } from '../model/plugs/sbom-profile.ts';
import { bsi21 } from './bsi-2.1.ts';
import { cisa2026 } from './cisa-2026.ts';
import { fda2026 } from './fda-2026.ts';
import { ntia2021 } from './ntia-2021.ts';

/** Every profile, the oldest first. */
export const profiles: readonly SbomProfile[] = [ntia2021, bsi21, fda2026, cisa2026];
