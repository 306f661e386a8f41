import type { SafetyClass } from '../model/clause.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Device } from '../model/records/device.ts';
import type { Filed } from '../model/filed.ts';
import type { Policy } from '../model/records/policy.ts';
import type { PolicyPack } from '../model/plugs/policy-pack.ts';
import type { Rule } from '../model/plugs/rule.ts';
import { clauseOf } from './clauses.ts';
import { packs } from './packs/index.ts';

/** The rules as a device asks them, and what is wrong with how its policy chooses them. */
export type ChosenRules = { readonly rules: readonly Rule[]; readonly diagnostics: readonly Diagnostic[] };

const usual: Policy = { packs: ['notified-body'], rules: [] };

/**
 * Weighs rules by the packs of the policy, of which the strictest word counts, and then by what the device itself decides.
 * With `only` one pack is looked at in place of those of the policy.
 */
export function chooseRules(all: readonly Rule[], device: Filed<Device>, only?: Policy['packs'][number]): ChosenRules {
  const policy = device.record.policy ?? usual;
  const names: readonly string[] = only === undefined ? policy.packs : [only];
  const chosen = packs.filter(({ name }) => names.includes(name));
  const decided = new Map(policy.rules.map(({ rule, severity }) => [rule, severity]));
  const known = new Set(all.map(({ id }) => id));
  return {
    rules: all.flatMap((rule) => {
      const weighed = strictest(chosen.flatMap((pack) => weigh(rule, pack) ?? []));
      const severity = decided.get(rule.id) ?? weighed?.severity;
      if (severity === undefined || severity === 'off') return [];
      return [{ ...rule, severity, classes: weighed?.classes ?? rule.classes }];
    }),
    diagnostics: policy.rules.flatMap(({ rule }, index) =>
      known.has(rule)
        ? []
        : [
            {
              rule: 'records/unknown-rule',
              severity: 'error' as const,
              message: `there is no rule "${rule}"`,
              place: { file: device.file, keyPath: ['policy', 'rules', index, 'rule'] },
              help: 'Copy the id of the rule from the output of `tureen check` or `tureen explain`.',
            },
          ],
    ),
  };
}

type Weighed = { readonly severity: Severity; readonly classes: readonly SafetyClass[] };

function weigh(rule: Rule, { standards, classes, severities }: PolicyPack): Weighed | undefined {
  const clause = clauseOf(rule.clause);
  const [standard] = rule.clause.split(':');
  if (!rule.id.startsWith('records/') && !standards.some((one) => one === standard)) return undefined;
  const asked =
    classes === 'of-clause' && clause.classes.length > 0
      ? rule.classes.filter((one) => clause.classes.includes(one))
      : rule.classes;
  const severity = severities[rule.id] ?? rule.severity;
  return severity === 'off' || asked.length === 0 ? undefined : { severity, classes: asked };
}

const order: readonly Severity[] = ['note', 'warning', 'error'];

function strictest(weighed: readonly Weighed[]): Weighed | undefined {
  const [first] = weighed;
  if (first === undefined) return undefined;
  const severities = new Set(weighed.map(({ severity }) => severity));
  return {
    severity: order.findLast((severity) => severities.has(severity)) ?? first.severity,
    classes: [...new Set(weighed.flatMap(({ classes }) => classes))].toSorted(),
  };
}
