/** The proof with its names in words: what the table and the test skeleton both are made of. */

import { labelOf, type ProofRow, proofTable } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { caseId } from './case-id.ts';

/** What the files of the proof are made of; any export has it. */
export type ProofInput = Pick<ExportInput, 'model' | 'catalogue' | 'pack'> & { readonly words: Pick<Words, 'proof'> };

/** One row of the proof in words. Absent texts are empty. */
export interface ProofLine {
  readonly row: ProofRow;
  readonly where: string;
  readonly requirements: readonly string[];
  /** `[control@element]`; empty where it is applied nowhere. */
  readonly case: string;
}

/** All rows. */
export function proofLines({ model, catalogue, pack, words }: ProofInput): readonly ProofLine[] {
  const elements = new Map<string, (typeof model.elements)[number]>(model.elements.map((one) => [one.id, one]));
  return proofTable({ model, catalogue }).map((row) => {
    const element = row.place === null ? undefined : elements.get(row.place.element);
    return {
      row,
      where: element === undefined ? '' : labelOf(element, pack),
      requirements: row.control.requirements.map(({ text, checked }) =>
        checked ? text : say(words.proof.unchecked, { text }),
      ),
      case: row.place === null ? '' : caseId(row.place),
    };
  });
}
