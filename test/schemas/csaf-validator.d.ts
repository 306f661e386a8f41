type Outcome = {
  readonly isValid: boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message: string }[];
};

declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js' {
  const tests: Readonly<Record<string, (document: unknown) => Outcome | Promise<Outcome>>>;
  export = tests;
}

declare module '@secvisogram/csaf-validator-lib/schemaTests.js' {
  export const csaf_2_0_strict: (document: unknown) => Outcome | Promise<Outcome>;
}
