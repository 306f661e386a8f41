/** The tool itself, as its SBOMs and reports name it. */
export const tool = { name: 'tureen', version: '0.1.0' } as const;
