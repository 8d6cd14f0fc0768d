/** `strideboard blast FILE --from ELEMENT`: what an attacker who has one element gets. */

import type { Element, Model } from '@strideboard/model';
import { compileBlast, compileJudgement, createBlast, labelOf } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { blastTable } from './blast-table.ts';
import { openModel } from './open-model.ts';
import type { SpokenPacks } from './speak-as-asked.ts';
import type { Outcome, Terminal } from './terminal.ts';

/** Ways to print a blast radius. */
export const BLAST_FORMATS = ['table', 'json'] as const;

/** Where to start and how to print. */
export interface BlastOptions {
  readonly file: string;
  /** Id or label of an element. */
  readonly from: string;
  /** Ids of controls to assume. */
  readonly assume: readonly string[];
  readonly format: (typeof BLAST_FORMATS)[number];
  readonly speech: SpokenPacks;
}

/** Prints the blast radius on standard output. */
export function blast({ file, from, assume, format, speech }: BlastOptions, terminal: Terminal, words: Words): Outcome {
  const refuse = (reason: string): Outcome => {
    terminal.stderr(reason);
    return 'bad-input';
  };
  const opened = openModel(file, terminal, words);
  if (opened === null) return 'bad-input';
  const judged = compileJudgement(speech.builtIn.board, speech.builtIn.judgement);
  const compiled = judged.ok ? compileBlast(judged.judgement, speech.steps) : judged;
  if (!judged.ok || !compiled.ok) return refuse(words.cli.packBroken);
  const { index, part } = judged.judgement;

  const [start, ...others] = findElements(opened.model, from, (element) => labelOf(element, index));
  if (start === undefined) return refuse(say(words.blast.noElement, { id: from }));
  if (others.length > 0) {
    const ids = [start, ...others].map(({ id }) => id).join(', ');
    return refuse(say(words.blast.severalElements, { id: from, ids }));
  }
  const foreign = assume.find((id) => !part.controls.some((control) => control.id === id));
  if (foreign !== undefined) return refuse(say(words.blast.noControl, { id: foreign }));

  const radius = createBlast(opened.model, compiled.blast).from(start.id, assume);
  if (radius === null) return refuse(say(words.blast.noElement, { id: from }));
  const controls = new Map(part.controls.map(({ id, label }) => [id, label]));
  terminal.stdout(
    format === 'json'
      ? `${JSON.stringify(radius, null, 2)}\n`
      : blastTable({ radius, model: opened.model, pack: index, controls, words }),
  );
  return 'done';
}

/** The element with this id, else all with this label. */
function findElements(model: Model, wanted: string, label: (element: Element) => string): readonly Element[] {
  const byId = model.elements.filter(({ id }) => id === wanted);
  return byId.length > 0
    ? byId
    : model.elements.filter((element) => element.kind !== 'ref' && label(element) === wanted);
}
