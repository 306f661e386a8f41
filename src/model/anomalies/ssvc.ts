/** The decisions of CISA's tree, the least urgent first (SSVC, CISA levels 1.1.0). */
export const decisions = ['track', 'track*', 'attend', 'act'] as const;

/** How much a vulnerability asks for, seen from its exploitation alone; it says nothing about a patient. */
export type SsvcDecision = (typeof decisions)[number];

/** The priorities of CERT/CC's tables for suppliers and deployers, the least urgent first (SSVC, 1.0.0). */
export const priorities = ['defer', 'scheduled', 'out-of-cycle', 'immediate'] as const;

/** When a supplier develops, or a deployer applies, a fix; it says nothing about a patient. */
export type SsvcPriority = (typeof priorities)[number];
