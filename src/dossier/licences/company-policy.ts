import type { CompanyPolicy } from '../../base/licences/judging/judge-licence.ts';
import { plainPolicy } from '../../base/licences/judging/judge-licence.ts';
import { parseSpdxExpression } from '../../base/licences/parse-spdx-expression.ts';
import type { Filed } from '../../model/filed.ts';
import type { LicencesFile } from '../../model/licences/licences-file.ts';

/** Reads from `soup/licences.yaml` what the company adds to the table; of its lines the first that fits counts. */
export function companyPolicy(decisions: Filed<LicencesFile> | undefined): CompanyPolicy {
  if (decisions === undefined) return plainPolicy;
  const { policy, licences } = decisions.record;
  const families = new Map(licences.map(({ id, family }) => [id, family]));
  const lines = policy.map((line, index) => ({ ...line, index, names: new Set((line.licences ?? []).map(spelt)) }));
  return {
    familyOf: (id) => families.get(id),
    overrule: (licence, family, use) => {
      const line = lines.find(
        ({ names, families: some, distribution, combination }) =>
          (names.has(licence) || some?.some((one) => one === family) === true) &&
          (distribution === undefined || (use.distribution !== undefined && distribution.includes(use.distribution))) &&
          (combination === undefined || (use.combination !== undefined && combination.includes(use.combination))),
      );
      if (line === undefined) return undefined;
      const { index, verdict, reason, by, on } = line;
      return { id: `${decisions.file} policy ${index + 1}`, outcome: verdict, why: `${reason} – ${by}, ${on}` };
    },
  };
}

function spelt(text: string): string {
  return parseSpdxExpression(text)?.text ?? text;
}
