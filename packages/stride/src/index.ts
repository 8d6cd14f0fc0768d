/** Judgement over diagrams. */
export { type Analyser, type AnalyserWork, createAnalyser } from './analyser.ts';
export { type AnalysisDelta, isNoDelta, patchAnalysis, touchedSubjects } from './analysis-delta.ts';
export { analyse } from './analyse.ts';
export { DERIVED_PROPERTIES } from './facts/derive.ts';
export { type Answer, type Disagreement, findDisagreements, readAnswers } from './answers.ts';
export type {
  AccessCounts,
  BlastDifference,
  BlastRadius,
  Certainty,
  ClosedStep,
  Cut,
  PathStep,
  Reached,
  UndrawnStep,
  Whereabouts,
} from './blast/blast-radius.ts';
export { type BlastCompileResult, type CompiledBlast, compileBlast } from './blast/compile-steps.ts';
export { type Blast, createBlast } from './blast/create-blast.ts';
export { runStepExamples, type StepExampleFailure, type StepExampleReport } from './blast/step-examples.ts';
export { createBrokenFinder } from './broken-assumptions.ts';
export { type Condition, compileCondition } from './condition/compile.ts';
export type { ConditionSubject } from './condition/compiled.ts';
export { type Parsed, parseCondition } from './condition/parse.ts';
export type { ConditionError, ConditionErrorCode, Position } from './condition/syntax.ts';
export { type Coverage, type CoverageCell, type CoverageRow, type CoverageState, coverStride } from './coverage.ts';
export { type ExampleFailure, type ExampleReport, runExamples } from './examples.ts';
export { explainVanished } from './explain-vanished.ts';
export { createFactReader } from './fact-reader.ts';
export { type Fact, type FactOrigin, type Missing } from './fact.ts';
export type { ModelProblem, ModelProblemCode } from './facts/model-problem.ts';
export {
  type Analysis,
  type Elsewhere,
  FINDING_SEVERITIES,
  type Finding,
  type FindingGroup,
  type FindingSeverity,
  NO_COUNTS,
  type Prompt,
  type Question,
  type SubjectCounts,
  severityRank,
  type Undecided,
  type WaitingRule,
} from './finding.ts';
export { CORE_FUNCTIONS } from './functions/core-functions.ts';
export { countGroups, type GroupCounts, groupThreats, sharedTitle, type ThreatGroup } from './group-threats.ts';
export {
  type CompiledJudgement,
  type CompiledRule,
  type CompileResult,
  compileJudgement,
} from './judgement.ts';
export { labelOf } from './labels.ts';
export {
  changeOf,
  isNoChange,
  type JudgedModel,
  mergeChanges,
  type ModelChange,
  type ModelLookup,
} from './model-change.ts';
export {
  type BoundaryLayer,
  boundaryLayers,
  type EnforcingMechanism,
  type Enforcement,
} from './proof/boundary-layers.ts';
export { type ListedControl, listControls } from './proof/list-controls.ts';
export { type Gap, type GapSet, listGaps, type SetGaps } from './proof/list-gaps.ts';
export { PROOF_HOLES, type ProofHole, type ProofInput, type ProofRow, proofTable } from './proof/proof-table.ts';
export { residualWith } from './proof/residual-with.ts';
export { type ProvenPack, provePack } from './prove-pack.ts';
export { heaviestFirst } from './questions.ts';
export { type ControlStrengths, createControlFinder, strengthsOf } from './register/answering-controls.ts';
export { asksAgain, isToDecide, writtenToDecide, type WrittenStand } from './register/to-decide.ts';
export { byResidualRisk, listRegister, type RegisterInput, type RegisterRow } from './register/list-register.ts';
export {
  type AnsweringControl,
  type ControlStrength,
  type Grade,
  gradeOf,
  isInPlace,
  type Risk,
  riskOf,
} from './register/risk.ts';
export {
  cellOf,
  countMatrix,
  type RiskCell,
  type RiskMatrix,
  type RiskSide,
  riskBand,
} from './register/risk-matrix.ts';
export { type CheckInput, checkConsistency } from './review/check-consistency.ts';
export { LOOSE_ENDS, type LooseEnd, type LooseEndCode } from './review/loose-end.ts';
export { type BoardReview, reviewInSteps } from './review/review-board.ts';
export { type CoverageSummary, summariseCoverage } from './review/unanswered.ts';
export { createScope, isInStandingScope, type Standing, standingPhase, type StandingUse } from './standing.ts';
export {
  countBadge,
  countBadges,
  isDecided,
  isOpenThreat,
  isSettled,
  type JoinedThreats,
  type JoinOptions,
  joinDecisions,
  type Threat,
  type VanishedThreat,
} from './threats.ts';
export { PATH_LIMIT, type PathCounts } from './trees/count-paths.ts';
export type { AttackPath } from './trees/easiest-paths.ts';
export { LEAF_STATES, type LeafLight, type LeafState } from './trees/light-leaves.ts';
export {
  listTreeResults,
  type TreeInput,
  type TreeResult,
  type TreeStep,
  type TreeWay,
  type WayControl,
} from './trees/list-trees.ts';
export type { StepKind } from './trees/tree-graph.ts';
export type { VanishedCause } from './vanished.ts';
