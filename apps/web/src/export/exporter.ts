/** What can be exported, as objects that can be listed. Each loads what it needs only when it is used. */
import type { Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Question, Threat } from '@strideboard/stride';
import type { Words } from '@strideboard/words';

/** The board at the moment of the export. */
export interface ExportInput {
  readonly model: Model;
  readonly pack: PackIndex;
  /** `null` while the analysis has not answered: lists cannot be made yet. */
  readonly threats: readonly Threat[] | null;
  readonly questions: readonly Question[];
  /** Names of the pack's controls by id. */
  readonly controls: Readonly<Record<string, string>>;
  /** Show counts of threats and questions in pictures. */
  readonly badges: boolean;
  readonly words: Words;
}

/** A file and what could not be carried over, as sentences. */
export interface Exported {
  readonly blob: Blob;
  readonly losses: readonly string[];
}

/** One format. */
export interface Exporter {
  readonly id: keyof Words['panels']['export']['formats'];
  readonly section: 'pictures' | 'data' | 'lists';
  /** Ending of the file name, without a dot. */
  readonly ending: string;
  /** Said after the board's title in the file name. */
  readonly suffix?: string;
  /** Needs the threats. */
  readonly judged: boolean;
  /** Makes the file. Throws when the browser cannot. */
  readonly make: (input: ExportInput) => Promise<Exported>;
}
