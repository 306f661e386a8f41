/** An element of an SPDX 3 graph: its class, its address, and the properties of the class. */
export type Spdx3Element = {
  readonly type: string;
  readonly spdxId: string;
  readonly creationInfo: string;
  readonly [property: string]: unknown;
};

/** Makes the elements of one document; the name of an element is unique in it. */
export type Spdx3Maker = {
  readonly idOf: (name: string) => string;
  readonly make: (type: string, name: string, facts: Readonly<Record<string, unknown>>) => Spdx3Element;
};

/** The individuals of SPDX 3.0.1 that close a list which is empty, or leave one open. */
export const noneElement = 'https://spdx.org/rdf/3.0.1/terms/Core/NoneElement';
/** What no file says. */
export const noAssertionElement = 'https://spdx.org/rdf/3.0.1/terms/Core/NoAssertionElement';
