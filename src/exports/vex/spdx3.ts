import { isCve } from '../../base/anomalies/is-cve.ts';
import { actionText } from '../../base/vex/action-text.ts';
import { extension } from '../../base/vex/extension.ts';
import { partTitle } from '../../base/vex/vex-part.ts';
import type { VexPart, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexExport } from '../../model/plugs/vex-export.ts';
import type { VexJustification, VexStatus } from '../../model/vex/vex.ts';
import { contentId } from '../sbom/facts/content-id.ts';
import type { Spdx3Element } from '../sbom/spdx3/spdx3-element.ts';
import { partsOf } from './parts-of.ts';

/**
 * Writes SPDX 3.0.1 JSON-LD with its security profile: an assessment for each product and part; facts that its class has
 * no property for stand in an extension.
 */
export const spdx3: VexExport = {
  name: 'spdx3',
  title: 'SPDX 3.0.1 VEX',
  extension: 'vex.spdx3.json',
  needs: [],
  writeVex: (document, { tool }) => {
    const make = makerOf(document.id);
    const parts = partsOf(document).map((part) => packageOf(part, make));
    const names = Map.groupBy(document.statements, ({ vulnerability }) => vulnerability);
    const about = [
      make('Organization', 'Author', { name: document.author }),
      make('Tool', 'Tool', { name: `${tool.name}-${tool.version}` }),
      ...parts,
      ...[...names].map(([name, [first]]) => vulnerabilityOf(name, first?.aliases ?? [], make)),
      ...document.statements.flatMap((statement) => assessmentsOf(statement, make)),
    ];
    const [root = ''] = [...parts, ...about].map(({ spdxId }) => spdxId);
    const graph = [
      {
        type: 'CreationInfo',
        '@id': creationId,
        specVersion: '3.0.1',
        created: document.issued,
        createdBy: [make.idOf('Author')],
        createdUsing: [make.idOf('Tool')],
      },
      make('SpdxDocument', 'Document', {
        name: `VEX: ${document.product === undefined ? document.author : partTitle(document.product).name}`,
        profileConformance: ['core', 'software', 'security'],
        rootElement: [root],
        element: about.map(({ spdxId }) => spdxId),
      }),
      ...about,
    ];
    const content = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph };
    return `${JSON.stringify(content, undefined, 2)}\n`;
  },
};

const creationId = '_:creation';

type Make = ((type: string, name: string, facts: Readonly<Record<string, unknown>>) => Spdx3Element) & {
  readonly idOf: (name: string) => string;
};

function makerOf(base: string): Make {
  const idOf = (name: string) => `${base}#${name}`;
  const make = (type: string, name: string, facts: Readonly<Record<string, unknown>>) => ({
    type,
    spdxId: idOf(name),
    creationInfo: creationId,
    ...facts,
  });
  return Object.assign(make, { idOf });
}

function packageOf(part: VexPart, make: Make): Spdx3Element {
  const { name, version } = partTitle(part);
  return make('software_Package', nameOf(part), {
    name,
    software_packageVersion: version,
    software_packageUrl: part.purl,
    externalIdentifier:
      part.cpe === undefined
        ? undefined
        : [{ type: 'ExternalIdentifier', externalIdentifierType: 'cpe23', identifier: part.cpe }],
  });
}

function nameOf({ id }: VexPart): string {
  return `Package-${contentId(id)}`;
}

function vulnerabilityOf(name: string, aliases: readonly string[], make: Make): Spdx3Element {
  return make('security_Vulnerability', `Vulnerability-${contentId(name)}`, {
    name,
    externalIdentifier: [name, ...aliases].map((identifier) => ({
      type: 'ExternalIdentifier',
      externalIdentifierType: isCve(identifier) ? 'cve' : 'securityOther',
      identifier,
    })),
  });
}

/** The property `to` names the product, `security_assessedElement` the part of it: one assessment for each pair. */
function assessmentsOf(statement: VexStatement, make: Make): readonly Spdx3Element[] {
  const { vulnerability, status, products, notes, timestamp } = statement;
  const { type, relationshipType } = classes[status];
  const own = ownFacts(statement);
  const facts = { relationshipType, ...own, security_statusNotes: notes, security_publishedTime: timestamp };
  const pairs = products.flatMap(({ part, subcomponents }): readonly Pair[] =>
    subcomponents.length === 0 ? [{ part, inner: undefined }] : subcomponents.map((inner) => ({ part, inner })),
  );
  return pairs.map(({ part, inner }) =>
    make(type, `Assessment-${contentId([vulnerability, facts, part.id, inner?.id ?? ''])}`, {
      from: make.idOf(`Vulnerability-${contentId(vulnerability)}`),
      to: [make.idOf(nameOf(part))],
      security_assessedElement: inner && make.idOf(nameOf(inner)),
      ...facts,
    }),
  );
}

type Pair = { readonly part: VexPart; readonly inner: VexPart | undefined };

const classes: Readonly<Record<VexStatus, { readonly type: string; readonly relationshipType: string }>> = {
  not_affected: { type: 'security_VexNotAffectedVulnAssessmentRelationship', relationshipType: 'doesNotAffect' },
  affected: { type: 'security_VexAffectedVulnAssessmentRelationship', relationshipType: 'affects' },
  fixed: { type: 'security_VexFixedVulnAssessmentRelationship', relationshipType: 'fixedIn' },
  under_investigation: {
    type: 'security_VexUnderInvestigationVulnAssessmentRelationship',
    relationshipType: 'underInvestigationFor',
  },
};

function ownFacts({ status, justification, impact, action }: VexStatement): Readonly<Record<string, unknown>> {
  const isOff = status === 'not_affected';
  const isOn = status === 'affected';
  const done = action && actionText(action);
  const others = [
    [extension.impact, isOff ? undefined : impact],
    [extension.justification, isOff ? undefined : justification],
    [extension.action, isOn ? undefined : done],
  ].flatMap(([name, value]) => (value === undefined ? [] : [property(name ?? '', value)]));
  return {
    security_impactStatement: isOff ? impact : undefined,
    security_justificationType: isOff && justification !== undefined ? justificationTypes[justification] : undefined,
    security_actionStatement: isOn ? done : undefined,
    extension:
      others.length === 0 ? undefined : [{ type: 'extension_CdxPropertiesExtension', extension_cdxProperty: others }],
  };
}

function property(name: string, value: string): object {
  return { type: 'extension_CdxPropertyEntry', extension_cdxPropName: name, extension_cdxPropValue: value };
}

const justificationTypes: Readonly<Record<VexJustification, string>> = {
  component_not_present: 'componentNotPresent',
  vulnerable_code_not_present: 'vulnerableCodeNotPresent',
  vulnerable_code_not_in_execute_path: 'vulnerableCodeNotInExecutePath',
  vulnerable_code_cannot_be_controlled_by_adversary: 'vulnerableCodeCannotBeControlledByAdversary',
  inline_mitigations_already_exist: 'inlineMitigationsAlreadyExist',
};
