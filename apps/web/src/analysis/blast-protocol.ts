/** What the page and the worker of the blast radius say to each other. */
import type { ElementId, Model } from '@strideboard/model';
import type { PackBase, PackTranslation } from '@strideboard/packs';
import type { BlastDifference } from '@strideboard/stride';

/** To the worker: follow from here. `run` comes back with the answer. */
export interface BlastRequest {
  readonly run: number;
  /** `null` = the same as in the last request. */
  readonly model: Pick<Model, 'elements' | 'flows'> | null;
  /** The board's packs besides the built-in one; `null` = the same as in the last request. */
  readonly additions: readonly PackBase[] | null;
  /** What the built-in pack is said in, with `additions`; `null` = its own words. */
  readonly translation: PackTranslation | null;
  readonly start: ElementId;
  readonly assumed: readonly string[];
}

/** Why a step of the pack is possible at all, by its id. */
export type StepTexts = Readonly<Record<string, string>>;

/** From the worker: whenever packs come, their words; then the answer to each request (`null`: nobody can have the start), or why there is none. */
export type BlastReply =
  | { readonly steps: StepTexts }
  | { readonly run: number; readonly ok: true; readonly answer: BlastDifference | null }
  | { readonly run: number; readonly ok: false; readonly reason: string };
