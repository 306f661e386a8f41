import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { packagePattern } from '../../base/paths/glob.ts';
import type { Entry } from '../../model/entry.ts';
import type { Filed } from '../../model/filed.ts';
import type { LicencesFile } from '../../model/licences/licences-file.ts';
import type { LicenceUse } from '../../model/licences/licence-use.ts';
import type { JudgedLicence } from '../../model/licences/licensing.ts';
import type { Place } from '../../model/place.ts';

type Found = Pick<JudgedLicence, 'licence' | 'declared' | 'judgedOn' | 'decideAt' | 'opinion'> &
  Pick<LicenceUse, 'combination' | 'modified'>;

/**
 * Finds the licence of a component and whose word it is: a conclusion of `soup/licences.yaml`, the record of the component
 * itself, else what the files declare where that is an expression, else the record that covers it. A recorded choice
 * takes the place of the alternatives that it is between. Facts and opinion of a record hold for the licence that it
 * concludes, and not for another one that a component declares which it covers.
 */
export function findLicence(decisions: Filed<LicencesFile> | undefined): (entry: Entry) => Found {
  const file = decisions?.file ?? 'soup/licences.yaml';
  const conclusions = (decisions?.record.conclusions ?? []).map((line, index) => ({
    ...line,
    matches: packagePattern(line.packages),
    place: { file, keyPath: ['conclusions', index] },
  }));
  const choices = (decisions?.record.choices ?? []).map((line) => ({
    ...line,
    matches: packagePattern(line.packages),
  }));
  return (entry) => {
    const name = packageOf(entry.component.purl);
    const found = find(
      entry,
      conclusions.find(({ matches }) => matches(name)),
    );
    const choice = choices.find((one) => one.matches(name) && spelt(one.between) === spelt(found.licence.text));
    return choice === undefined ? found : { ...found, licence: { ...found.licence, text: choice.chosen } };
  };
}

type Conclusion = LicencesFile['conclusions'][number] & {
  readonly place: { file: string; keyPath: (string | number)[] };
};

function find({ component, account }: Entry, conclusion: Conclusion | undefined): Found {
  const declared = [
    ...new Set(component.licences.filter(({ said }) => said === undefined).map(({ expression }) => expression)),
  ];
  const nowhere: Place = component.foundAt[0] ?? { file: 'soup/licences.yaml' };
  const item = account.kind === 'own' || account.kind === 'covered' ? account.item : undefined;
  const judgement = item?.record.licence;
  const at = (...keyPath: string[]) => ({ file: item?.file ?? '', keyPath });
  const own = account.kind === 'own' ? judgement : undefined;
  const base = {
    declared,
    judgedOn: undefined,
    decideAt: item === undefined ? nowhere : at(...(judgement === undefined ? [] : ['licence'])),
    combination: own?.combination,
    modified: own?.modified,
    opinion: own?.opinion === undefined ? undefined : { document: own.opinion, place: at('licence', 'opinion') },
  };
  if (conclusion !== undefined)
    return {
      ...base,
      licence: { text: conclusion.concluded, from: 'concluded', place: conclusion.place },
      judgedOn: conclusion.declared === undefined ? undefined : { text: conclusion.declared, place: conclusion.place },
      decideAt: conclusion.place,
      combination: conclusion.combination ?? base.combination,
      modified: conclusion.modified ?? base.modified,
    };
  if (own !== undefined)
    return {
      ...base,
      licence: { text: own.concluded, from: 'concluded', place: at('licence', 'concluded') },
      judgedOn: own.declared === undefined ? undefined : { text: own.declared, place: at('licence', 'declared') },
    };
  const text = joined(declared);
  const said = text ?? joined(component.licences.map(({ expression }) => expression));
  if (judgement !== undefined && (text === undefined || parseSpdxExpression(text) === undefined))
    return {
      ...base,
      licence: { text: judgement.concluded, from: 'covering', place: at('licence', 'concluded') },
      combination: judgement.combination,
      modified: judgement.modified,
      opinion:
        judgement.opinion === undefined ? undefined : { document: judgement.opinion, place: at('licence', 'opinion') },
    };
  const from = text !== undefined ? 'declared' : said === undefined ? 'nobody' : 'concluded-by-others';
  return { ...base, licence: { text: said ?? 'NOASSERTION', from, place: component.licences[0]?.at ?? nowhere } };
}

/** Several statements hold together, for nobody says otherwise; what is no name is shown alone. */
function joined(declared: readonly string[]): string | undefined {
  const stated = declared.filter((text) => text.trim() !== '' && text !== 'NOASSERTION');
  const terms = [...new Set(stated.map((text) => parseSpdxExpression(text)?.text ?? text))];
  if (terms.length < 2) return terms[0];
  if (terms.some((text) => text.length > longestName || text.includes('\n'))) return stated[0];
  return terms.map((text) => (/ or /i.test(text) ? `(${text})` : text)).join(' AND ');
}

/** A longer text is no name of a licence, or of several. */
const longestName = 200;

function spelt(text: string): string {
  return parseSpdxExpression(text)?.text.replace(/^\((.*)\)$/, '$1') ?? text;
}
