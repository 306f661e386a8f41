import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateComponent } from '../src/dossier/evaluation/evaluate-component.ts';
import { advise } from '../src/dossier/evaluation/matching/advise.ts';
import type { AffectedPackage, RangeEvent } from '../src/model/anomalies/advisory.ts';
import type { Result } from '../src/model/anomalies/evaluation.ts';
import type { Component } from '../src/model/component.ts';
import { advisory, affects, range } from './sample-advisory.ts';
import { component } from './sample-component.ts';

/** One record, one component, one answer. */
export type JudgedByOneRecord = {
  readonly title: string;
  readonly of: Component;
  readonly by: readonly AffectedPackage[];
  readonly result: Result | 'no finding';
  readonly why?: string;
  readonly fixed?: readonly string[];
};

/** A test for each answer. */
export function testJudged(answers: readonly JudgedByOneRecord[]): void {
  for (const { title, of, by, result, why, fixed } of answers) {
    test(title, () => {
      const [finding, ...others] = evaluateComponent(advise(of), [advisory('X-1', { affected: by })]);
      assert.deepEqual(others, []);
      assert.equal(finding?.result ?? 'no finding', result, finding?.why);
      if (why !== undefined) assert.equal(finding?.why, why);
      if (fixed !== undefined) assert.deepEqual(finding?.fixed, fixed);
    });
  }
}

/** A range in Semantic Versioning. */
export const semverRange = (...events: RangeEvent[]) => range('semver', ...events);

/** A range in the order of its ecosystem. */
export const ecosystemRange = (...events: RangeEvent[]) => range('ecosystem', ...events);

/** A range that gives commits alone. */
export const commits = range('git', { introduced: '0' }, { fixed: '9fceb02d0ae598e95dc970b74767f19372d61af8' });

/** An entry for axios of npm. */
export const npm = (facts: Partial<AffectedPackage>) => affects('npm', 'axios', facts);

/** An entry for Django of PyPI. */
export const pypi = (facts: Partial<AffectedPackage>) => affects('PyPI', 'django', facts);

/** axios of npm. */
export const axios = (version: string) => component(`pkg:npm/axios@${version}`);

/** Django of PyPI. */
export const django = (version: string) => component(`pkg:pypi/django@${version}`);
