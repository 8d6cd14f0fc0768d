/** Files as a ZIP whose bytes depend on the files alone: sorted by name, all of one moment, packed the same way everywhere. */

import { compareText } from '@strideboard/model';
import { zipSync } from 'fflate';

/** The time every entry bears, on the clock of wherever it is packed: archives hold no time zone. */
const MOMENT = '1980-01-01T12:00:00';

/** Packs the files by name. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files].sort(([a], [b]) => compareText(a, b));
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: MOMENT });
}
