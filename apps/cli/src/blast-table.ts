/** A blast radius for people: what is gained, on which way, what keeps shut, what would help. */

import type { Element, Flow, Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { type BlastRadius, labelOf, type Reached } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { printable } from './terminal.ts';
import { align } from './threat-table.ts';

/** What is printed. */
interface BlastTableParts {
  readonly radius: BlastRadius;
  readonly model: Model;
  readonly pack: PackIndex;
  /** Labels of controls by id. */
  readonly controls: ReadonlyMap<string, string>;
  readonly words: Words;
}

/** Prints the radius, proven before possible. Ends with a newline. */
export function blastTable({ radius, model, pack, controls, words }: BlastTableParts): string {
  const { blast } = words;
  const subjects = new Map<string, Element | Flow>([...model.elements, ...model.flows].map((one) => [one.id, one]));
  const label = (id: string): string => {
    const subject = subjects.get(id);
    return subject === undefined ? id : labelOf(subject, pack);
  };
  const control = (id: string): string => `${id} ${controls.get(id) ?? ''}`.trim();
  const fact = ({ subject, property }: Reached['path'][number]['missing'][number]): string => {
    const asked = subjects.get(subject);
    const definition = asked === undefined ? null : pack.definition(asked, property);
    return say(blast.fact, { property: definition?.label ?? property, label: label(subject) });
  };
  const wayOf = ({ path }: Reached): string => {
    const way = path.map(({ title }) => title).join(' › ');
    const facts = [...new Set(path.flatMap(({ missing }) => missing.map(fact)))];
    return facts.length === 0 ? way : say(blast.unknown, { way, facts: facts.join(', ') });
  };
  const { access, element, where, way } = blast.columns;
  const rows = (entries: readonly Reached[]): readonly string[] =>
    align([
      [access, element, where, way],
      ...entries.map((entry) => [
        blast.access[entry.access],
        label(entry.subject),
        blast.where[entry.where],
        wayOf(entry),
      ]),
    ]);
  const section = (heading: string, lines: readonly string[], count: number): readonly string[] =>
    count === 0 ? [] : ['', say(heading, { count }), ...lines];

  const proven = radius.reached.filter(({ certainty }) => certainty === 'proven');
  const possible = radius.reached.filter(({ certainty }) => certainty === 'possible');
  const closed = radius.closed.map(({ title, control: id }) => say(blast.closedStep, { title, control: control(id) }));
  const undrawn = radius.undrawn.map(({ title }) => title);
  const cuts = radius.cuts.map(({ control: id, gone, lessened }) =>
    say(blast.cut, { control: control(id), gone: gone.length, lessened: lessened.length }),
  );
  const items = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => say(words.cli.item, { text: printable(text) }));
  const lines = [
    printable(say(blast.start, { label: label(radius.start) })),
    ...(radius.assumed.length === 0 ? [] : [say(blast.assumed, { controls: radius.assumed.join(', ') })]),
    ...(radius.reached.length === 0 ? ['', blast.none] : []),
    ...section(blast.proven, rows(proven), proven.length),
    ...section(blast.possible, rows(possible), possible.length),
    ...section(blast.closed, items(closed), closed.length),
    ...section(blast.undrawn, items(undrawn), undrawn.length),
    ...section(blast.cuts, items(cuts), cuts.length),
  ];
  return `${lines.join('\n')}\n`;
}
