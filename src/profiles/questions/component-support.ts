import { quote } from '../../base/quote.ts';
import type { SbomComponent } from '../../model/inventory/sbom-document.ts';
import type { SbomQuestion } from '../../model/plugs/sbom-profile.ts';
import { answerOf, met, missing, notApplicable } from '../answers.ts';

/** Asks how each component is supported. */
export const supportLevel: SbomQuestion = {
  title: 'Each component has its level of support',
  help: {
    cyclonedx:
      'Add the property `cdx:fda:level-of-support` (`actively maintained`, `no longer maintained`, `abandoned`) or the milestones `cdx:lifecycle:milestone:…`; else say why not in `cdx:fda:justification`, or give an addendum.',
    spdx: 'SPDX 3: write `supportLevel`; SPDX 2: an annotation `cle:supportStatus=…`; or give an addendum.',
  },
  declaredAs: ['cdx:fda:level-of-support'],
  subject: 'component',
  ask: (component, { product }) => {
    if (component === product) return ofTheProduct;
    if (component.supportLevel !== undefined)
      return answerOf(component.supportLevel, 'level of support', (text) => text);
    return component.properties.some(tellsSupport) ? met : missing('has no level of support');
  },
  examples: [
    {
      title: 'No level of support',
      over: 'cyclonedx',
      changes: {
        'components.0.properties.5': { name: 'x:none', value: '' },
        'components.0.properties.6': { name: 'x:none', value: '' },
      },
      says: ['pkg:npm/left-pad@1.3.0 has no level of support'],
    },
    {
      title: 'A reason instead',
      over: 'cyclonedx',
      changes: {
        'components.0.properties.5': {
          name: 'cdx:fda:justification',
          value: 'cdx:fda:level-of-support: the project was asked and did not answer',
        },
        'components.0.properties.6': { name: 'x:none', value: '' },
      },
      says: [],
    },
  ],
};

/** Asks until when each component is supported. */
export const endOfSupport: SbomQuestion = {
  title: 'Each component has its end of support',
  help: {
    cyclonedx:
      'Add the property `cdx:lifecycle:milestone:endOfSupport` with a date; else say why not in `cdx:fda:justification`, or give an addendum.',
    spdx: 'SPDX 2: write `validUntilDate`; SPDX 3: `validUntilTime`; or give an addendum.',
  },
  declaredAs: ['cdx:fda:end-of-support-date', 'cdx:lifecycle:milestone:endOfSupport'],
  subject: 'component',
  ask: (component, { product }) => {
    if (component === product) return ofTheProduct;
    const { endOfSupport: end } = component;
    if (end === undefined) return missing('has no end-of-support date');
    return isDay(end.value) ? met : missing(`has the end of support ${quote(end.value)}, which is no date`);
  },
  examples: [
    {
      title: 'No date',
      over: 'cyclonedx',
      changes: { 'components.0.properties.6': { name: 'x:none', value: '' } },
      says: ['pkg:npm/left-pad@1.3.0 has no end-of-support date'],
    },
    {
      title: 'A word is no date',
      over: 'cyclonedx',
      changes: { 'components.0.properties.6.value': 'soon' },
      says: ['pkg:npm/left-pad@1.3.0 has the end of support "soon", which is no date'],
    },
  ],
};

const ofTheProduct = notApplicable('the product itself is supported by its own manufacturer');

function tellsSupport({ name, value }: SbomComponent['properties'][number]): boolean {
  return value.trim() !== '' && (name.startsWith('cdx:lifecycle:milestone:') || name === 'cle:supportStatus');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) && !Number.isNaN(Date.parse(text));
}
