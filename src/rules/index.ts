import type { Rule } from '../model/plugs/rule.ts';
import { matrix } from './14971/matrix.ts';
import { residualRisk } from './14971/residual-risk.ts';
import { riskEstimated } from './14971/risk-estimated.ts';
import { riskReduction } from './14971/risk-reduction.ts';
import { anomaliesCovered } from './62304/anomalies/anomalies-covered.ts';
import { anomaliesEvaluated } from './62304/anomalies/anomalies-evaluated.ts';
import { anomalyAttachment } from './62304/anomalies/anomaly-attachment.ts';
import { anomalyClass } from './62304/anomalies/anomaly-class.ts';
import { anomalyDisposition } from './62304/anomalies/anomaly-disposition.ts';
import { anomalyList } from './62304/anomalies/anomaly-list.ts';
import { anomalySample } from './62304/anomalies/anomaly-sample.ts';
import { anomalySource } from './62304/anomalies/anomaly-source.ts';
import { bundledFrontEnd } from './62304/coverage/bundled-front-end.ts';
import { controlRequirement } from './62304/verification/control-requirement.ts';
import { controlResult } from './62304/verification/control-result.ts';
import { controlVerified } from './62304/verification/control-verified.ts';
import { coveredAffected } from './62304/coverage/covered-affected.ts';
import { coveredSafetyPath } from './62304/coverage/covered-safety-path.ts';
import { coverage } from './62304/coverage/coverage.ts';
import { designator } from './62304/items/designator.ts';
import { documentation } from './62304/items/documentation.ts';
import { documentationLacking } from './62304/items/documentation-lacking.ts';
import { failureControls } from './62304/risks/failure-controls.ts';
import { failureModes } from './62304/risks/failure-modes.ts';
import { importedDirectly } from './62304/coverage/imported-directly.ts';
import { manufacturer } from './62304/items/manufacturer.ts';
import { pinned } from './62304/coverage/pinned.ts';
import { purpose } from './62304/items/purpose.ts';
import { requirementFigures } from './62304/items/requirement-figures.ts';
import { requirementResult } from './62304/verification/requirement-result.ts';
import { requirementVerified } from './62304/verification/requirement-verified.ts';
import { requirements } from './62304/items/requirements.ts';
import { resultStale } from './62304/verification/result-stale.ts';
import { riskLinks } from './62304/risks/risk-links.ts';
import { riskOrphan } from './62304/risks/risk-orphan.ts';
import { riskSoftwareItem } from './62304/risks/risk-software-item.ts';
import { riskSource } from './62304/risks/risk-source.ts';
import { safetyClass } from './62304/system/safety-class.ts';
import { safetyPath } from './62304/items/safety-path.ts';
import { segregation } from './62304/system/segregation.ts';
import { softwareItemTree } from './62304/system/software-item-tree.ts';
import { soupSegregation } from './62304/items/soup-segregation.ts';
import { staleJudgement } from './62304/items/stale-judgement.ts';
import { systemFit } from './62304/system/system-fit.ts';
import { systemOpen } from './62304/system/system-open.ts';
import { systemRequirements } from './62304/items/system-requirements.ts';
import { title } from './62304/items/title.ts';
import { toolOrSoup } from './62304/coverage/tool-or-soup.ts';
import { traceDangling } from './62304/verification/trace-dangling.ts';
import { unclaimedSource } from './62304/coverage/unclaimed-source.ts';
import { usedBy } from './62304/items/used-by.ts';
import { usedElsewhere } from './62304/items/used-elsewhere.ts';
import { verdictSafety } from './62304/risks/verdict-safety.ts';
import { category } from './81001-5-1/category.ts';
import { categoryDowngrade } from './81001-5-1/category-downgrade.ts';
import { exploitedOpen } from './81001-5-1/exploited-open.ts';
import { fieldReviewed } from './81001-5-1/field-reviewed.ts';
import { findingJudged } from './81001-5-1/finding-judged.ts';
import { owner } from './81001-5-1/owner.ts';
import { maliciousPackage } from './81001-5-1/malicious-package.ts';
import { responseOverdue } from './81001-5-1/response-overdue.ts';
import { reviewDue } from './81001-5-1/review-due.ts';
import { releaseSupport } from './81001-5-1/release-support.ts';
import { support } from './81001-5-1/support.ts';
import { supportEnding } from './81001-5-1/support-ending.ts';
import { supportPlan } from './81001-5-1/support-plan.ts';
import { withdrawnVersion } from './81001-5-1/withdrawn-version.ts';
import { verdictAgain } from './81001-5-1/verdict-again.ts';
import { verdictExpired } from './81001-5-1/verdict-expired.ts';
import { verdictJustified } from './81001-5-1/verdict-justified.ts';
import { verdictResponse } from './81001-5-1/verdict-response.ts';
import { choiceOpen } from './licences/choice-open.ts';
import { conflict } from './licences/conflict.ts';
import { conflictQuestion } from './licences/conflict-question.ts';
import { decisionUnused } from './licences/decision-unused.ts';
import { declaredChanged } from './licences/declared-changed.ts';
import { declaredDiffers } from './licences/declared-differs.ts';
import { deprecatedId } from './licences/deprecated-id.ts';
import { factMissing } from './licences/fact-missing.ts';
import { licenceUnknown } from './licences/licence-unknown.ts';
import { notAllowed } from './licences/not-allowed.ts';
import { obligationOpen } from './licences/obligation-open.ts';
import { registryChanged } from './licences/registry-changed.ts';
import { reviewNeeded } from './licences/review-needed.ts';
import { draft } from './records/draft.ts';
import { duplicateId } from './records/duplicate-id.ts';
import { duplicateRecord } from './records/duplicate-record.ts';
import { futureDate } from './records/future-date.ts';
import { licenceExpression } from './records/licence-expression.ts';
import { history } from './records/history.ts';
import { inheritance } from './records/inheritance.ts';
import { matchesNothing } from './records/matches-nothing.ts';
import { phantom } from './records/phantom.ts';
import { placeholder } from './records/placeholder.ts';
import { releaseFrozen } from './records/release-frozen.ts';
import { reviewRelease } from './records/review-release.ts';
import { saidTwice } from './records/said-twice.ts';
import { unknownPerson } from './records/unknown-person.ts';
import { verdictApproved } from './records/verdicts/verdict-approved.ts';
import { verdictApprover } from './records/verdicts/verdict-approver.ts';
import { verdictHazard } from './records/verdicts/verdict-hazard.ts';
import { verdictImports } from './records/verdicts/verdict-imports.ts';
import { verdictRange } from './records/verdicts/verdict-range.ts';
import { verdictBackdated } from './records/verdicts/verdict-backdated.ts';
import { verdictMoot } from './records/verdicts/verdict-moot.ts';
import { verdictTwice } from './records/verdicts/verdict-twice.ts';
import { verdictUnused } from './records/verdicts/verdict-unused.ts';
import { waiverExpired } from './records/waivers/waiver-expired.ts';
import { waiverRule } from './records/waivers/waiver-rule.ts';
import { waiverUnbounded } from './records/waivers/waiver-unbounded.ts';
import { waiverUnused } from './records/waivers/waiver-unused.ts';

/** Every rule that `check` asks, in the order of its clauses. */
export const rules: readonly Rule[] = [
  safetyClass,
  softwareItemTree,
  segregation,
  soupSegregation,
  unclaimedSource,
  title,
  manufacturer,
  designator,
  pinned,
  coverage,
  toolOrSoup,
  bundledFrontEnd,
  importedDirectly,
  coveredSafetyPath,
  coveredAffected,
  purpose,
  usedBy,
  usedElsewhere,
  requirements,
  requirementFigures,
  requirementVerified,
  documentation,
  documentationLacking,
  systemRequirements,
  systemFit,
  systemOpen,
  safetyPath,
  failureModes,
  failureControls,
  controlRequirement,
  controlVerified,
  controlResult,
  requirementResult,
  resultStale,
  riskLinks,
  riskSource,
  traceDangling,
  riskOrphan,
  riskSoftwareItem,
  matrix,
  riskEstimated,
  riskReduction,
  residualRisk,
  anomaliesEvaluated,
  anomaliesCovered,
  anomalySource,
  anomalyList,
  anomalyAttachment,
  anomalyClass,
  anomalyDisposition,
  anomalySample,
  verdictSafety,
  staleJudgement,
  owner,
  category,
  categoryDowngrade,
  support,
  supportEnding,
  supportPlan,
  withdrawnVersion,
  reviewDue,
  fieldReviewed,
  releaseSupport,
  maliciousPackage,
  exploitedOpen,
  findingJudged,
  verdictAgain,
  verdictExpired,
  verdictJustified,
  verdictResponse,
  responseOverdue,
  notAllowed,
  conflict,
  conflictQuestion,
  reviewNeeded,
  factMissing,
  licenceUnknown,
  deprecatedId,
  declaredChanged,
  declaredDiffers,
  registryChanged,
  choiceOpen,
  obligationOpen,
  decisionUnused,
  duplicateRecord,
  duplicateId,
  inheritance,
  history,
  saidTwice,
  phantom,
  matchesNothing,
  licenceExpression,
  draft,
  placeholder,
  unknownPerson,
  futureDate,
  releaseFrozen,
  reviewRelease,
  verdictBackdated,
  verdictMoot,
  verdictTwice,
  verdictUnused,
  verdictHazard,
  verdictImports,
  verdictRange,
  verdictApprover,
  verdictApproved,
  waiverRule,
  waiverExpired,
  waiverUnbounded,
  waiverUnused,
];
