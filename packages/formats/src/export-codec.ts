/** What a way out is: an object that can be listed, with everything an export needs as plain data. */

import type { DiagramId, Model } from '@strideboard/model';
import type { Control, Exclusion, PackIndex } from '@strideboard/packs';
import type { ThemeName } from '@strideboard/render';
import type {
  Elsewhere,
  Prompt,
  Question,
  StandingUse,
  Threat,
  TreeResult,
  VanishedCause,
  VanishedThreat,
} from '@strideboard/stride';
import type { Words } from '@strideboard/words';
import type { Loss } from './loss.ts';
import type { ReportDocument } from './report/report-document.ts';

/** A model with what was judged and decided about it. */
export interface ExportInput {
  readonly model: Model;
  readonly pack: PackIndex;
  /** Worst first, as `joinDecisions` gives them. */
  readonly threats: readonly Threat[];
  readonly vanished: readonly VanishedThreat[];
  /** What removed the threats of decisions that are left over, by threat id; where it is not known it is not said. */
  readonly causes: ReadonlyMap<string, VanishedCause>;
  /** Every standing decision with what it does, expired and ended ones too. */
  readonly standing: readonly StandingUse[];
  readonly questions: readonly Question[];
  /** For the coverage: which letters apply to what. */
  readonly prompts: readonly Prompt[];
  /** Rules that wait for an answer about something else than what they judge. */
  readonly elsewhere: readonly Elsewhere[];
  /** Attack trees held against the model; where absent, only the model's own are told, without what is known of their steps. */
  readonly trees?: readonly TreeResult[];
  /** What the packs leave out by name. */
  readonly exclusions: readonly Pick<Exclusion, 'title' | 'reason'>[];
  /** Names of the pack's controls by id. */
  readonly controls: Readonly<Record<string, string>>;
  /** The packs' controls in full. */
  readonly catalogue: readonly Control[];
  readonly words: Words;
  /** The tag (BCP 47) of the language that the words are in, for documents that say so and for numbers; `en` when absent. */
  readonly language?: string;
  /** The report where several formats are made of one; each builds it itself when absent. */
  readonly report?: () => ReportDocument;
  /** The day, ISO 8601, for documents that say of when they are; they say nothing when it is absent. */
  readonly today?: string;
  readonly picture?: PictureOptions;
  /** Draws images; without it the formats that need one cannot be written. */
  readonly rasterise?: Rasterise;
  /** Where the model's file stands in its repository, for formats that point at lines of it; `threat-model.json` when absent. */
  readonly modelUri?: string;
}

/** Draws an SVG of ours as a PNG image of this size (px). Rejects where the platform cannot. */
export type Rasterise = (svg: string, size: { readonly width: number; readonly height: number }) => Promise<Uint8Array>;

/** Choices for pictures. */
export interface PictureOptions {
  /** `light` when absent. */
  readonly theme?: ThemeName;
  /** Counts of open threats and questions at elements; shown when absent. */
  readonly badges?: boolean;
  /** The first when absent or `null`. */
  readonly diagram?: DiagramId | null;
}

/** A file's text (UTF-8 without byte order mark) and what it could not carry. */
export interface EncodedText {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** A file's bytes and what it could not carry. */
export interface EncodedBytes {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

/** A file and what it could not carry. */
export type Encoded = EncodedText | EncodedBytes;

/** A format: pictures, reports, lists, what other tools take, data. */
export type ExportId =
  | 'svg'
  | 'png'
  | 'pdf'
  | 'html'
  | 'md'
  | 'md-list'
  | 'csv'
  | 'xlsx'
  | 'matrix-csv'
  | 'matrix-md'
  | 'proof-csv'
  | 'proof-tests'
  | 'sarif'
  | 'issues'
  | 'jira'
  | 'mermaid'
  | 'json';

/** One format to write. */
export interface ExportCodec {
  readonly id: ExportId;
  /** Without a dot. */
  readonly extension: string;
  /** What the file is called among others, its ending included. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Needs threats; a format that does not may be written before the analysis has answered. */
  readonly judged: boolean;
  /**
   * Pure: equal inputs give equal files, in the browser and on the command line. What needs a heavy library loads it when it is called.
   */
  readonly encode: (input: ExportInput) => Encoded | Promise<Encoded>;
}
