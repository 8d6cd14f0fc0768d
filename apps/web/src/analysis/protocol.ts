/** What the page and the analysis worker say to each other. */
import type { Model } from '@strideboard/model';
import type { Analysis } from '@strideboard/stride';

/** To the worker: judge this model. `run` comes back with the answer. */
export interface AnalysisRequest {
  readonly run: number;
  readonly model: Model;
}

/** Names of what findings refer to by id; the packs' words, which only the worker loads. */
export interface JudgementNames {
  readonly controls: Readonly<Record<string, string>>;
  /** Threat classes. */
  readonly classes: Readonly<Record<string, string>>;
  /** Tactics of ATT&CK. */
  readonly tactics: Readonly<Record<string, string>>;
  /** Techniques of ATT&CK with the tactics each serves. */
  readonly techniques: Readonly<Record<string, { readonly title: string; readonly tactics: readonly string[] }>>;
}

/** From the worker: once, the names of what findings refer to; then the answer to each request, or why there is none. */
export type AnalysisReply =
  | { readonly names: JudgementNames }
  | { readonly run: number; readonly ok: true; readonly analysis: Analysis }
  | { readonly run: number; readonly ok: false; readonly reason: string };
