import { contentId } from '../facts/content-id.ts';
import type { DependencyGraph } from '../facts/dependency-graph.ts';
import { extractedLicences, spdxLicence } from '../spdx/spdx-licence.ts';
import type { Spdx3Element, Spdx3Maker } from './spdx3-element.ts';
import { noAssertionElement } from './spdx3-element.ts';
import { spdx3PackageName } from './spdx3-packages.ts';

/** The expressions that packages declare, the names that are not on the SPDX list, and who declares what. */
export function spdx3Licences({ nodes }: DependencyGraph, { idOf, make }: Spdx3Maker): readonly Spdx3Element[] {
  const declared = nodes.map((node) => ({ node, licence: spdxLicence(node.component) }));
  const names = extractedLicences(nodes.map(({ component }) => component));
  const nameIds = new Map(names.map(({ licenseId }) => [licenseId, `Text-${licenseId}`]));
  const expressions = [
    ...new Set(declared.flatMap(({ licence }) => [licence.licenseDeclared, licence.licenseConcluded ?? 'NOASSERTION'])),
  ]
    .filter((expression) => expression !== 'NOASSERTION')
    .toSorted();
  const expressionIds = new Map(expressions.map((text) => [text, `Licence-${contentId(text)}`]));
  return [
    ...names.map(({ licenseId, name, extractedText }) =>
      make('simplelicensing_SimpleLicensingText', nameIds.get(licenseId) ?? '', {
        name,
        comment: extractedText,
        simplelicensing_licenseText: name,
      }),
    ),
    ...expressions.map((expression) => {
      const own = references(expression).flatMap((key) => {
        const id = nameIds.get(key);
        return id === undefined ? [] : [{ type: 'DictionaryEntry', key, value: idOf(id) }];
      });
      return make('simplelicensing_LicenseExpression', expressionIds.get(expression) ?? '', {
        simplelicensing_licenseExpression: expression,
        simplelicensing_customIdToUri: own.length === 0 ? undefined : own,
      });
    }),
    make('Relationship', 'Product-licence', {
      from: idOf('Product'),
      relationshipType: 'hasDeclaredLicense',
      to: [noAssertionElement],
    }),
    ...declared.flatMap(({ node, licence: { licenseConcluded } }) => {
      const id = licenseConcluded === undefined ? undefined : expressionIds.get(licenseConcluded);
      const owner = spdx3PackageName(node);
      if (id === undefined) return [];
      return [
        make('Relationship', `${owner}-concluded`, {
          from: idOf(owner),
          relationshipType: 'hasConcludedLicense',
          to: [idOf(id)],
        }),
      ];
    }),
    ...declared.map(({ node, licence }) => {
      const id = expressionIds.get(licence.licenseDeclared);
      const owner = spdx3PackageName(node);
      return make('Relationship', `${owner}-licence`, {
        from: idOf(owner),
        relationshipType: 'hasDeclaredLicense',
        to: [id === undefined ? noAssertionElement : idOf(id)],
        comment: licence.licenseComments,
      });
    }),
  ];
}

/** The names in an expression that are not on the SPDX list, each once, sorted. */
function references(expression: string): readonly string[] {
  return [...new Set(expression.match(/LicenseRef-[A-Za-z0-9.-]+/g))].toSorted();
}
