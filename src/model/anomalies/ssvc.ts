/** The decisions of CISA's tree, the least urgent first (SSVC, CISA levels 1.1.0). */
export const decisions = ['track', 'track*', 'attend', 'act'] as const;

/** How much a vulnerability asks for, seen from its exploitation alone; it says nothing about a patient. */
export type SsvcDecision = (typeof decisions)[number];
