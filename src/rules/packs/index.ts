import type { PolicyPack } from '../../model/plugs/policy-pack.ts';
import { fda } from './fda.ts';
import { notifiedBody } from './notified-body.ts';
import { standard } from './standard.ts';

/** Every policy pack. */
export const packs: readonly PolicyPack[] = [standard, notifiedBody, fda];
