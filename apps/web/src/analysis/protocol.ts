/** What the page and the analysis worker say to each other. */
import type { Model } from '@strideboard/model';
import type { Analysis } from '@strideboard/stride';

/** To the worker: judge this model. `run` comes back with the answer. */
export interface AnalysisRequest {
  readonly run: number;
  readonly model: Model;
}

/** From the worker: once, the names of the pack's controls by id; then the answer to each request, or why there is none. */
export type AnalysisReply =
  | { readonly controls: Readonly<Record<string, string>> }
  | { readonly run: number; readonly ok: true; readonly analysis: Analysis }
  | { readonly run: number; readonly ok: false; readonly reason: string };
