import { z } from 'zod';
import { identifier, reference, text } from '../records/record.ts';

const kind = z.enum(['design', 'protective', 'information']).meta({
  description: 'Inherently safe design, a protective measure, or information for safety (14971, 7.1)',
});

const common = {
  id: identifier,
  text,
  implementedIn: z.enum(['software', 'hardware', 'process', 'labelling']).optional().meta({
    description: 'Where the control is; one in software becomes a requirement (62304, 7.2.2)',
  }),
  requirements: z.array(identifier).default([]).meta({ description: 'Requirements that it became' }),
  verifiedBy: z.array(reference).default([]).meta({ description: 'Tests or documents that show it' }),
};

/** The schema of a control of a failure mode. */
export const failureControlSchema = z.strictObject({
  ...common,
  kind,
  riskControls: z.array(identifier).default([]).meta({ description: 'Controls of the risk file that it is part of' }),
});

/** The schema of a control of the risk file; files of others do not always tell the kind. */
export const riskControlSchema = z.strictObject({ ...common, kind: kind.optional() });

/** A control of a failure mode of SOUP. */
export type FailureControl = z.infer<typeof failureControlSchema>;
/** A control of an entry of the risk file. */
export type RiskControl = z.infer<typeof riskControlSchema>;
