import { checkSchema } from '../../base/formats/schema.ts';
import { readActionText } from '../../base/vex/action-text.ts';
import { commonProduct } from '../../base/vex/common-product.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { unreadableVex, vexProblem, vexProblems } from '../../base/vex/vex-reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexAction, VexStatement } from '../../model/vex/vex-document.ts';
import type { VexReader } from '../../model/plugs/vex-reader.ts';
import { justifications, type VexResponse, type VexStatus } from '../../model/vex/vex.ts';
import { csafProducts, type CsafProducts } from './csaf-products.ts';
import { csafSchema, csafVulnerabilitySchema, type CsafAbout, type CsafVulnerability } from './csaf-schema.ts';

/** Reads the statuses of products out of CSAF 2.0, of the profile csaf_vex or any other. */
export const csaf: VexReader = {
  name: 'csaf',
  title: 'CSAF',
  fits: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'document' in value &&
    typeof value.document === 'object' &&
    value.document !== null &&
    'csaf_version' in value.document,
  readVex: (input) => {
    const checked = checkSchema(csafSchema, input.value);
    if (!checked.ok) return unreadableVex(input, checked.problems);
    const { document, vulnerabilities = [] } = checked.value;
    const products = csafProducts(checked.value);
    const diagnostics: Diagnostic[] = [];
    const statements = vulnerabilities.flatMap((one, index): readonly VexStatement[] => {
      const at = ['vulnerabilities', index];
      const vulnerability = checkSchema(csafVulnerabilitySchema, one);
      if (!vulnerability.ok) {
        for (const each of vexProblems(input, at, vulnerability.problems)) diagnostics.push(each);
        return [];
      }
      const { statements: read, problems } = statementsOn(vulnerability.value, products);
      for (const each of problems.map((problem) => vexProblem(input, at, problem))) diagnostics.push(each);
      return read;
    });
    const { publisher, tracking, distribution } = document;
    const merged = mergeStatements(statements);
    return {
      document: {
        id: tracking.id,
        author: publisher.name,
        issued: tracking.current_release_date,
        version: tracking.version ?? '1',
        tlp: distribution?.tlp?.label,
        product: commonProduct(merged),
        statements: merged,
      },
      diagnostics,
    };
  },
};

type Read = { readonly statements: readonly VexStatement[]; readonly problems: readonly string[] };

/** One statement for each product and status; those that say the same are put together later. */
function statementsOn(vulnerability: CsafVulnerability, products: CsafProducts): Read {
  const { cve, ids = [], title, product_status: lists = {} } = vulnerability;
  const names = [...(cve === undefined ? [] : [cve]), ...ids.map(({ text }) => text)];
  const [name = title, ...aliases] = names;
  if (name === undefined) return { statements: [], problems: ['it has neither a CVE nor another name'] };
  const problems: string[] = [];
  const saidOf = sayings(vulnerability, products);
  const statements = Object.entries(lists).flatMap(([list, productIds]) => {
    const status = Object.hasOwn(statusOfList, list) ? statusOfList[list] : undefined;
    if (status === undefined) return [];
    return productIds.flatMap((id): readonly VexStatement[] => {
      const product = products.productAt(id);
      if (product !== undefined) return [{ vulnerability: name, aliases, products: [product], status, ...saidOf(id) }];
      problems.push(`${name}: the product tree has no "${id}"`);
      return [];
    });
  });
  return { statements, problems };
}

/** `recommended` names no status. */
const statusOfList: Readonly<Record<string, VexStatus>> = {
  known_not_affected: 'not_affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  under_investigation: 'under_investigation',
};

type Said = Pick<VexStatement, 'justification' | 'impact' | 'action' | 'notes' | 'timestamp'>;

/** What is said of a product, by its id. */
function sayings(vulnerability: CsafVulnerability, { aboutOf }: CsafProducts): (id: string) => Said {
  const { flags = [], threats = [], remediations = [] } = vulnerability;
  const withAbout = <T extends CsafAbout>(all: readonly T[]) => all.map((one) => ({ one, isAbout: aboutOf(one) }));
  const flagged = withAbout(flags);
  const threatening = withAbout(threats.filter(({ category }) => category === 'impact'));
  const remedied = withAbout(remediations);
  const noted = notesByProduct(vulnerability);
  return (id) => {
    const flag = flagged.find(({ isAbout }) => isAbout(id))?.one;
    const impacts = threatening.filter(({ isAbout }) => isAbout(id)).map(({ one }) => one);
    const actions = remedied.filter(({ isAbout }) => isAbout(id)).map(({ one }) => one);
    const note = noted.get(id);
    return {
      justification: justifications.find((one) => one === flag?.label),
      impact: impacts.length === 0 ? undefined : impacts.map(({ details }) => details).join('\n'),
      action: actions.length === 0 ? undefined : actionOf(actions),
      notes: note?.notes,
      timestamp: note?.timestamp ?? flag?.date ?? impacts[0]?.date ?? actions[0]?.date,
    };
  };
}

/** The notes that our export writes: their titles say of which products they are, and since when. */
function notesByProduct({ notes = [] }: CsafVulnerability): ReadonlyMap<string, Pick<Said, 'notes' | 'timestamp'>> {
  const byProduct = new Map<string, Pick<Said, 'notes' | 'timestamp'>>();
  for (const { title = '', text } of notes) {
    const [, kind, timestamp, list] =
      /^(Statement|Status notes)(?: of (\S{1,40}))? on (CSAFPID-[CSAFPID0-9, -]+)$/.exec(title) ?? [];
    for (const id of list?.split(', ') ?? [])
      byProduct.set(id, { timestamp, notes: kind === 'Status notes' ? text : undefined });
  }
  return byProduct;
}

function actionOf(remediations: NonNullable<CsafVulnerability['remediations']>): VexAction {
  const read = remediations.map(({ category, details }): VexAction => {
    const own = readActionText(details);
    return own.responses.length > 0 || own.due !== undefined ? own : { ...own, responses: responsesOf(category) };
  });
  const [first] = read;
  if (first !== undefined && read.length === 1) return first;
  const responses = [...new Set(read.flatMap((one) => one.responses))];
  return { responses, text: read.map(({ text }) => text).join('\n'), due: first?.due };
}

function responsesOf(category: string): readonly VexResponse[] {
  const response = Object.hasOwn(responseOfCategory, category) ? responseOfCategory[category] : undefined;
  return response === undefined ? [] : [response];
}

const responseOfCategory: Readonly<Record<string, VexResponse>> = {
  vendor_fix: 'update',
  workaround: 'workaround_available',
  no_fix_planned: 'will_not_fix',
};
