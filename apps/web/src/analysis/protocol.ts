/**
 * What the page and the analysis worker say to each other. The model goes over whole once, and so does its analysis; from then on only what
 * changed crosses in either direction. Whatever goes wrong, the page starts again with the whole model.
 */
import type { Control, PackBase, PackProblem, PackTranslation } from '@strideboard/packs';
import type { Analysis, AnalysisDelta, JudgedModel, ModelChange, VanishedCause } from '@strideboard/stride';
import type { PackedQuestions } from './packed-questions.ts';

/** To the worker. `run` comes back with the answer. */
export type AnalysisRequest =
  /** Judge this model, with these packs besides the built-in one, which is said in its own words or in these. */
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly model: JudgedModel;
      readonly additions: readonly PackBase[];
      readonly translation: PackTranslation | null;
    }
  /** It changed so since the last request. */
  | { readonly kind: 'follow'; readonly run: number; readonly change: ModelChange }
  /** Why do these decided threats not arise any more? */
  | { readonly kind: 'explain'; readonly run: number; readonly threats: readonly string[] };

/** Names of what findings refer to by id; the packs' words, which only the worker loads. */
export interface JudgementNames {
  /** Titles of rules; what a rule puts the name of a subject into stands as "…". */
  readonly rules: Readonly<Record<string, string>>;
  readonly controls: Readonly<Record<string, string>>;
  /** The packs' controls in full: what each is tested by, meets and is worth. */
  readonly catalogue: readonly Control[];
  /** Threat classes. */
  readonly classes: Readonly<Record<string, string>>;
  /** Tactics of ATT&CK. */
  readonly tactics: Readonly<Record<string, string>>;
  /** Techniques of ATT&CK with the tactics each serves. */
  readonly techniques: Readonly<Record<string, { readonly title: string; readonly tactics: readonly string[] }>>;
  /** Threats that the packs leave out, with the reason. */
  readonly exclusions: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

/**
 * From the worker: with each start, the names of what findings refer to and why the packs that came with it are left out, if they are; then
 * the answer to each request, or why there is none.
 */
export type AnalysisReply =
  | { readonly kind: 'names'; readonly names: JudgementNames; readonly leftOut: readonly PackProblem[] }
  | {
      readonly kind: 'whole';
      readonly run: number;
      readonly analysis: Omit<Analysis, 'questions'>;
      readonly questions: PackedQuestions;
    }
  | { readonly kind: 'delta'; readonly run: number; readonly delta: AnalysisDelta }
  | { readonly kind: 'causes'; readonly run: number; readonly causes: ReadonlyMap<string, VanishedCause> }
  | { readonly kind: 'failed'; readonly run: number; readonly reason: string };
