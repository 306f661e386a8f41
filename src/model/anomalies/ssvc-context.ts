import { z } from 'zod';
import { day, identifier, text } from '../records/record.ts';

/** What a supplier's attacker gains from one product: the resources of one user, or of many at once (SSVC Value Density 1.0.0). */
export const valueDensities = ['diffuse', 'concentrated'] as const;
/** Whether people other than the user can come to harm (SSVC Public Safety Impact 2.0.1). */
export const publicSafetyImpacts = ['minimal', 'significant'] as const;
/** How an attacker gets to the device in the field (SSVC System Exposure 1.0.1). */
export const exposures = ['small', 'controlled', 'open'] as const;
/** What safety and mission of those who use the device come to, taken together (SSVC Human Impact 2.0.2). */
export const humanImpacts = ['low', 'medium', 'high', 'very high'] as const;

/** The schema of `ssvc` in `tureen.yaml`: what only a person can know for the decisions of SSVC, for all findings alike. */
export const ssvcContextSchema = z
  .strictObject({
    valueDensity: z.enum(valueDensities).optional().meta({ description: 'For the supplier: what one device gives' }),
    publicSafety: z.enum(publicSafetyImpacts).optional().meta({ description: 'For the supplier: harm to people' }),
    exposure: z.enum(exposures).optional().meta({ description: 'For the deployer: how the device is reached' }),
    humanImpact: z.enum(humanImpacts).optional().meta({ description: 'For the deployer: safety and mission together' }),
    reason: text.meta({ description: 'Why, or the document that argues it' }),
    by: identifier.optional(),
    on: day.optional(),
  })
  .meta({ description: 'How urgent a defect is by SSVC, as far as the device decides it; it is no word on a patient' });

/** What a person states of the device for the decisions of SSVC. */
export type SsvcContext = z.infer<typeof ssvcContextSchema>;
