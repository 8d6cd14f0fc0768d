/** Judgement over diagrams. */
export { analyse } from './analyse.ts';
export { type Condition, compileCondition } from './condition/compile.ts';
export type { ConditionSubject } from './condition/compiled.ts';
export { type Parsed, parseCondition } from './condition/parse.ts';
export type { ConditionError, ConditionErrorCode, Position } from './condition/syntax.ts';
export { type ExampleFailure, type ExampleReport, runExamples } from './examples.ts';
export { type Fact, type FactOrigin, type Missing } from './fact.ts';
export type { ModelProblem, ModelProblemCode } from './facts/model-problem.ts';
export {
  type Analysis,
  FINDING_SEVERITIES,
  type Finding,
  type FindingSeverity,
  NO_COUNTS,
  type Prompt,
  type Question,
  type SubjectCounts,
  severityRank,
  type Undecided,
} from './finding.ts';
export { CORE_FUNCTIONS } from './functions/core-functions.ts';
export {
  type CompiledJudgement,
  type CompiledRule,
  type CompileResult,
  compileJudgement,
} from './judgement.ts';
export { labelOf } from './labels.ts';
export { type ProvenPack, provePack } from './prove-pack.ts';
export {
  countBadges,
  isDecided,
  isOpenThreat,
  type JoinedThreats,
  joinDecisions,
  type Threat,
  type VanishedThreat,
} from './threats.ts';
