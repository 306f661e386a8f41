import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import { quote } from '../../base/quote.ts';
import type { SbomAnswer, SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import type { SbomComponent, SbomLicence } from '../../model/inventory/sbom-document.ts';
import { met, missing, unknown } from '../answers.ts';

/** Asks for any licence of each component; that it has none is an answer, too. */
export const componentLicence: SbomQuestion = {
  title: 'Each component has a licence',
  help: {
    cyclonedx: 'Add an entry to `licenses` with an SPDX `id` or `expression`, and its `acknowledgement`.',
    spdx: 'Write `licenseDeclared` or `licenseConcluded` (SPDX 3: `hasDeclaredLicense`, `hasConcludedLicense`).',
  },
  declaredAs: ['Component License', 'licence', 'license'],
  subject: 'component',
  ask: (component) => {
    const licences = component.licences.filter(({ role }) => role !== 'effective');
    if (licences.some(({ licence }) => licence.state !== 'unknown')) return met;
    return licences.length === 0 ? missing('has no licence') : unknown('says that its licence is not known');
  },
  examples: [
    {
      title: 'No licence',
      over: 'cyclonedx',
      changes: { 'components.0.licenses': undefined },
      says: ['pkg:npm/left-pad@1.3.0 has no licence'],
    },
  ],
};

/** Asks for the licence under which each component may be used, as whoever made the SBOM concluded it. */
export const distributionLicence: SbomQuestion = {
  title: 'Each component has its distribution licences, concluded',
  help: {
    cyclonedx:
      'Write an SPDX expression in `licenses[].expression` with `"acknowledgement": "concluded"`; `LicenseRef-…` for what the list lacks.',
    spdx: 'SPDX 3: relate a licence expression by `hasConcludedLicense`; `LicenseRef-…` for what the list lacks.',
  },
  subject: 'component',
  ask: (component) => answerOfRole(component, 'concluded', 'distribution licence'),
  examples: [
    {
      title: 'What its maker declares, nobody concluded',
      over: 'cyclonedx',
      changes: { 'components.0.licenses': [{ expression: 'MIT', acknowledgement: 'declared' }] },
      says: ['pkg:npm/left-pad@1.3.0 has a declared licence, and none that is concluded'],
    },
    {
      title: 'A text that is no expression',
      over: 'cyclonedx',
      changes: { 'components.0.licenses': [{ license: { name: 'do as you like', acknowledgement: 'concluded' } }] },
      says: ['pkg:npm/left-pad@1.3.0 has the distribution licence "do as you like", which is no SPDX expression'],
    },
  ],
};

/** Asks for the licences that the maker of each component gives it. */
export const originalLicence: SbomQuestion = {
  title: 'Each component has its original licences',
  help: {
    cyclonedx: 'Write what its maker declares in `licenses[]` with `"acknowledgement": "declared"`.',
    spdx: 'SPDX 3: relate a licence expression by `hasDeclaredLicense`.',
  },
  subject: 'component',
  ask: (component) =>
    component.licences.some(({ role }) => role === 'original')
      ? answerOfRole(component, 'original', 'original licence')
      : answerOfRole(component, 'declared', 'original licence'),
  examples: [
    {
      title: 'Only concluded',
      over: 'cyclonedx',
      changes: { 'components.0.licenses': [{ expression: 'MIT', acknowledgement: 'concluded' }] },
      says: ['pkg:npm/left-pad@1.3.0 has a concluded licence, and none that is declared'],
    },
  ],
};

/** Asks for the licence under which whoever made the SBOM uses each component. */
export const effectiveLicence: SbomQuestion = {
  title: 'Each component has its effective licence',
  help: {
    cyclonedx: 'Write it in the property `bsi:component:effectiveLicense`.',
    spdx: 'SPDX 3: relate it by a relationship of type `other` with the comment `hasEffectiveLicense`.',
  },
  subject: 'component',
  ask: (component) =>
    component.licences.some(({ role }) => role === 'effective') ? met : missing('has no effective licence'),
  examples: [
    {
      title: 'No effective licence',
      over: 'cyclonedx',
      changes: { 'components.0.properties.4': { name: 'x:none', value: '' } },
      says: ['pkg:npm/left-pad@1.3.0 has no effective licence'],
    },
  ],
};

function answerOfRole({ licences }: SbomComponent, role: SbomLicence['role'], what: string): SbomAnswer {
  const meant = licences.filter((one) => one.role === role);
  if (meant.length === 0) {
    const [other] = licences;
    if (other === undefined) return missing(`has no ${what}`);
    const verb =
      other.role === 'unspecified'
        ? 'a licence of which it does not say whose word it is'
        : `${article(other.role)} licence`;
    return missing(`has ${verb}, and none that is ${role}`);
  }
  const stated = meant.flatMap(({ licence, isName }) =>
    licence.state === 'known' ? [{ text: licence.value, isName }] : [],
  );
  if (stated.length === 0)
    return meant.some(({ licence }) => licence.state === 'unknown')
      ? unknown(`says that its ${what} is not known`)
      : missing(`says that it has no ${what}`);
  const wrong = stated.find(({ text, isName }) => isName || parseSpdxExpression(text) === undefined);
  return wrong === undefined ? met : missing(`has the ${what} ${quote(wrong.text)}, which is no SPDX expression`);
}

function article(role: string): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
