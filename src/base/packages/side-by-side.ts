import type { Component, StatedFact } from '../../model/component.ts';
import { hostedPath } from './repositories/hosted-path.ts';

/** The values of one fact, each with who states it; they differ where not all of them mean the same. */
export type SideBySide = {
  readonly fact: StatedFact['fact'];
  readonly values: readonly { readonly value: string; readonly sources: readonly string[] }[];
  readonly differ: boolean;
};

/** Puts what files, registries and people state of a component side by side; only what is stated outside of the files is told. */
export function sideBySide({ stated = [], ...component }: Component): readonly SideBySide[] {
  const facts = [...new Set(stated.map(({ fact }) => fact))];
  return facts.map((fact) => {
    const told = [...fromFiles(fact, component, stated), ...stated.filter((one) => one.fact === fact)];
    const byValue = Map.groupBy(told, ({ value }) => value);
    const values = [...byValue].map(([value, some]) => ({ value, sources: [...new Set(some.map(sourceText))] }));
    return { fact, values, differ: new Set(values.map(({ value }) => compared(fact, value))).size > 1 };
  });
}

type FileFacts = Omit<Component, 'stated'>;

/** What the files state; where a registry's word was taken for want of theirs, that is not theirs. */
function fromFiles(
  fact: StatedFact['fact'],
  component: FileFacts,
  stated: readonly StatedFact[],
): readonly StatedFact[] {
  const source = component.foundAt[0]?.file ?? 'the files';
  const own = (value: string, place: string): readonly StatedFact[] =>
    stated.some((one) => one.fact === fact && one.value === value)
      ? []
      : [{ fact, value, source: place, asOf: undefined }];
  if (fact === 'licence') {
    const files = component.licences.filter(({ said }) => said === undefined);
    return files.flatMap(({ expression, at }) => own(expression, `${at.file}:${at.line}`));
  }
  const value = fact === 'supplier' || fact === 'repository' || fact === 'homepage' ? component[fact] : undefined;
  return value === undefined ? [] : own(value, source);
}

function sourceText({ source, asOf }: StatedFact): string {
  return asOf === undefined ? source : `${source}, ${asOf}`;
}

/** An address means the same with or without its scheme, `www.`, `.git` and a slash. */
function compared(fact: StatedFact['fact'], value: string): string {
  if (fact !== 'repository' && fact !== 'homepage') return value.trim().toLowerCase();
  return (hostedPath(value) ?? value.replace(/^\w+:\/\//, '').replace(/(?<!\/)\/+$/, ''))
    .replace(/^www\./, '')
    .toLowerCase();
}
