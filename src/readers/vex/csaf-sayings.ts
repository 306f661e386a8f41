import { readActionText } from '../../base/vex/action-text.ts';
import type { VexAction, VexStatement } from '../../model/vex/vex-document.ts';
import { justifications, type VexResponse } from '../../model/vex/vex.ts';
import type { CsafProducts } from './csaf-products.ts';
import type { CsafAbout, CsafVulnerability } from './csaf-schema.ts';

/** What a vulnerability says of a product beside its status. */
export type CsafSaid = Pick<VexStatement, 'justification' | 'impact' | 'action' | 'notes' | 'timestamp'>;

/** Finds what is said of a product, by its id: of it, of its groups, or of everything; what is said of many is read once. */
export function csafSayings(vulnerability: CsafVulnerability, { groupsOf }: CsafProducts): (id: string) => CsafSaid {
  const { flags = [], threats = [], remediations = [] } = vulnerability;
  const flagged = byTarget(flags);
  const threatening = byTarget(threats.filter(({ category }) => category === 'impact'));
  const remedied = byTarget(remediations);
  const noted = notesByProduct(vulnerability);
  const isTarget = (target: string) => flagged.has(target) || threatening.has(target) || remedied.has(target);
  const known = new Map<string, CsafSaid>();
  const saidOf = (targets: readonly string[]) => {
    const key = JSON.stringify(targets);
    const before = known.get(key);
    if (before !== undefined) return before;
    const [flag] = ofAny(flagged, targets);
    const impacts = ofAny(threatening, targets);
    const actions = ofAny(remedied, targets);
    const said = {
      justification: justifications.find((one) => one === flag?.label),
      impact: impacts.length === 0 ? undefined : joined(impacts.map(({ details }) => details)),
      action: actions.length === 0 ? undefined : actionOf(actions),
      notes: undefined,
      timestamp: flag?.date ?? impacts[0]?.date ?? actions[0]?.date,
    };
    known.set(key, said);
    return said;
  };
  return (id) => {
    const said = saidOf([everything, ofProduct(id), ...groupsOf(id).map(ofGroup)].filter(isTarget));
    const note = noted.get(id);
    return note === undefined ? said : { ...said, notes: note.notes, timestamp: note.timestamp ?? said.timestamp };
  };
}

const everything = 'everything';
const ofProduct = (id: string) => `product ${id}`;
const ofGroup = (id: string) => `group ${id}`;

type ByTarget<T> = ReadonlyMap<string, ReadonlyMap<number, T>>;

/** What is said, with its place among all of its kind, by what it names; what names nothing is said of everything. */
function byTarget<T extends CsafAbout>(all: readonly T[]): ByTarget<T> {
  const found = new Map<string, Map<number, T>>();
  for (const [index, one] of all.entries()) {
    const { product_ids: products, group_ids: groups } = one;
    const isOfAll = products === undefined && groups === undefined;
    const targets = isOfAll ? [everything] : [...(products ?? []).map(ofProduct), ...(groups ?? []).map(ofGroup)];
    for (const target of targets) {
      const told = found.get(target) ?? new Map<number, T>();
      found.set(target, told.set(index, one));
    }
  }
  return found;
}

/** Nobody says more of one product; a document that does would be read for hours. */
const mostSaid = 100;

/** What is said of any of the targets, each once, in the order of the document; of too much one more than is read. */
function ofAny<T>(told: ByTarget<T>, targets: readonly string[]): readonly T[] {
  const found = new Map(
    targets.flatMap(
      (target) =>
        told
          .get(target)
          ?.entries()
          .take(mostSaid + 1)
          .toArray() ?? [],
    ),
  );
  const sorted = [...found].toSorted(([a], [b]) => a - b);
  return sorted.slice(0, mostSaid + 1).map(([, one]) => one);
}

/** The texts one below the other, and that there are more where there are too many. */
function joined(texts: readonly string[]): string {
  const more = texts.length > mostSaid ? ['…; the document says more'] : [];
  return [...texts.slice(0, mostSaid), ...more].join('\n');
}

/** The notes that our export writes: their titles say of which products they are, and since when. */
function notesByProduct({ notes = [] }: CsafVulnerability): ReadonlyMap<string, Pick<CsafSaid, 'notes' | 'timestamp'>> {
  const byProduct = new Map<string, Pick<CsafSaid, 'notes' | 'timestamp'>>();
  for (const { title = '', text } of notes) {
    const [, kind, timestamp, list] =
      /^(Statement|Status notes)(?: of (\S{1,40}))? on (CSAFPID-[CSAFPID0-9, -]+)$/.exec(title) ?? [];
    for (const id of list?.split(', ') ?? [])
      byProduct.set(id, { timestamp, notes: kind === 'Status notes' ? text : undefined });
  }
  return byProduct;
}

function actionOf(remediations: readonly NonNullable<CsafVulnerability['remediations']>[number][]): VexAction {
  const read = remediations.map(({ category, details }): VexAction => {
    const own = readActionText(details);
    return own.responses.length > 0 ? own : { ...own, responses: responsesOf(category) };
  });
  const [first] = read;
  if (first !== undefined && read.length === 1) return first;
  const responses = [...new Set(read.flatMap((one) => one.responses))];
  return { responses, text: joined(read.map(({ text }) => text)), due: first?.due };
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
