/** How a result is painted. */
export const resultColours = { affected: 'red', undetermined: 'yellow', 'not-affected': 'green' } as const;
