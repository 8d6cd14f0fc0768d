/** What can be exported, as objects that can be listed. Each loads what it needs only when it is used. */
import type { ExportInput } from '@strideboard/formats';
import type { Words } from '@strideboard/words';

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
  /** Needs the threats: cannot be made before the analysis has answered. */
  readonly judged: boolean;
  /** Makes the file. Throws when the browser cannot. */
  readonly make: (input: ExportInput) => Promise<Exported>;
}
