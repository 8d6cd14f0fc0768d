/** What a content pack is. */
export {
  ACCESSES,
  type Access,
  type BlastPart,
  type BlastRing,
  type BlastStep,
  blastPartSchema,
  RING_IDS,
  type RingId,
  type StepWay,
} from './blast-schema.ts';
export {
  type BoardPart,
  type BoundaryKind,
  boardPartSchema,
  type Group,
  type IndependenceGroup,
  type IsolationLayer,
  type Mechanism,
  type PackHeader,
  type PropertyDefinition,
  type Stencil,
  type StencilFamily,
} from './board-schema.ts';
export type { CoveredThreat, CoverageSource } from './coverage-schema.ts';
export { type Fragment, fragmentSchema } from './fragment-schema.ts';
export { isGlob, matchesGlob } from './glob.ts';
export {
  CONTROL_SETS,
  type Control,
  type ControlSet,
  type Exclusion,
  type JudgementPart,
  judgementPartSchema,
  type Method,
  type ReferenceKey,
  type Rule,
  type RuleExample,
  type RuleFamily,
} from './judgement-schema.ts';
export type { PackBase } from './known-names.ts';
export { PACK_LIMITS } from './limits.ts';
export { countTexts, localisePack, type TextCounts, type TranslatedParts, translateParts } from './localise-pack.ts';
export { type LoadedPack, loadPack, type RefusedPack } from './load-pack.ts';
export { joinTrees, type MergedPacks, mergePacks } from './merge-packs.ts';
export { type MissingPack, missingPacks } from './missing-packs.ts';
export { createPackIndex, type PackIndex, type PackSubject, SUBJECT_CLASSES } from './pack-index.ts';
export { formatProblem, type PackPlace, type PackProblem, type PackProblemCode } from './problem.ts';
export { type Reference, SEVERITIES, type Severity, STRIDE_LETTERS, type StrideLetter } from './schema-parts.ts';
export { mapTexts, type WordedParts } from './pack-texts.ts';
export type { PackFile } from './source-file.ts';
export { templateModel } from './template-model.ts';
export { type PreviewBox, summariseTemplate, type TemplateSummary } from './template-summary.ts';
export {
  type Template,
  type TemplateBoundary,
  type TemplateFlow,
  type TemplateNode,
  templateSchema,
} from './template-schema.ts';
export type { PackTranslation, PackTranslations, TranslationSection } from './translation-schema.ts';
export { countTreePaths, isTreeStep, orderSubtrees } from './tree-paths.ts';
export { type PackTree, type Subtree, type TreeItem, type TreeItemKind, type TreePart } from './tree-schema.ts';
