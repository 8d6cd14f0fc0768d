/** What the panel is about: name, what it is, where it is and how many flows it has. */
import type { Element, ModelIndex } from '@strideboard/model';
import { say, type InterfaceWords as Words } from '@strideboard/words';
import { meantBy } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { TalkButton } from '../ui/TalkButton.tsx';
import { isFlow, useSelected } from '../ui/use-selected.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import styles from './SelectionHeader.module.css';

/** Heading and one line below it. */
export function SelectionHeader() {
  const { panels, common } = useWords();
  const { only, elements, flows } = useSelected();
  const names = useSubjectNames();
  const room = useRoom();
  const whole = useModel((model) => model);
  if (only === null) {
    const count = elements.length + flows.length;
    const counted =
      count === 0 ? { ...whole, elements: whole.elements.filter(({ kind }) => kind !== 'ref') } : { elements, flows };
    return (
      <header className={styles['header']}>
        <h2>{count === 0 ? panels.header.whole : say(panels.header.several, { count })}</h2>
        <p>
          {say(panels.header.elements, { count: counted.elements.length })} ·{' '}
          {say(panels.header.flows, { count: counted.flows.length })}
        </p>
      </header>
    );
  }
  const meant = isFlow(only) ? only : (room.index().elements.get(meantBy(room.index(), only.id)) ?? only);
  const type = isFlow(meant) ? null : (room.pack.stencil(meant.type) ?? room.pack.boundaryKind(meant.type));
  const what = isFlow(meant) || meant.label.trim() === '' ? null : room.pack.typeLabel(meant.type);
  const place = isFlow(only) || only.parent === null ? null : names.name(only.parent);
  const parts =
    isFlow(only) || isFlow(meant)
      ? [common.kinds.flow, isFlow(only) && only.direction === 'two' ? panels.flow.two : null]
      : [
          only.kind === 'ref' ? common.kinds.ref : null,
          what ?? common.kinds[meant.kind],
          what === null || meant.kind === 'boundary' ? null : kindIfTelling(common.kinds[meant.kind], what),
          place,
          countsOf(only, room.index(), panels.header),
        ];
  return (
    <header className={styles['header']}>
      <div className={styles['line']}>
        <h2>
          {type === null || isFlow(meant) ? null : (
            <span className={styles['glyph']}>
              <Glyph name={type.icon} kind={meant.kind} size={18} />
            </span>
          )}
          <span>{names.name(only.id)}</span>
        </h2>
        <TalkButton anchor={{ kind: isFlow(meant) ? 'edge' : 'node', id: meant.id }} name={names.name(only.id) ?? ''} />
      </div>
      <p>{parts.filter((part) => part !== null).join(' · ')}</p>
    </header>
  );
}

const kindIfTelling = (kind: string, what: string): string | null =>
  what.toLowerCase().includes(kind.toLowerCase()) ? null : kind;

/** Flows of an element; of a boundary what lies in it, and flows if it has any of its own. */
function countsOf({ id, kind }: Element, index: ModelIndex, words: Words['panels']['header']): string {
  const flows = say(words.flows, { count: index.flowsOf.get(id)?.length ?? 0 });
  if (kind !== 'boundary') return flows;
  const inside = say(words.inside, { count: index.children.get(id)?.length ?? 0 });
  return index.flowsOf.has(id) ? `${inside} · ${flows}` : inside;
}
