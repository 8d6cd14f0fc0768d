/** Position and size as numbers, so that nothing needs a drag. */
import { absoluteBoxes, type Box, COORDINATE_LIMIT, type Element } from '@strideboard/model';
import { useMayEdit, useModel, useRoom } from '../room/use-room.ts';
import { useWords } from '../session/words.ts';
import { DraftField } from '../ui/DraftField.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './PlaceFields.module.css';

const SMALLEST_PX = 24;

/** Left, top, width and height of one element, canvas px. What is inside a boundary moves along and stays where it is when it is resized. */
export function PlaceFields({ element }: { readonly element: Element }) {
  const { panels } = useWords();
  const { commands } = useRoom();
  const report = useReport();
  const mayEdit = useMayEdit();
  const elements = useModel((model) => model.elements);
  const box = absoluteBoxes(elements).get(element.id);
  if (box === undefined) return null;
  const write = (key: keyof Box, value: number): void => {
    if (key === 'x') report(commands.move({ ids: [element.id], dx: value - box.x, dy: 0 }));
    else if (key === 'y') report(commands.move({ ids: [element.id], dx: 0, dy: value - box.y }));
    else report(commands.resize({ id: element.id, box: { ...box, [key]: value } }));
  };
  const check = (key: keyof Box, text: string): string | null => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) return panels.place.number;
    if (Math.abs(value) > COORDINATE_LIMIT) return panels.place.far;
    return key !== 'x' && key !== 'y' && value < SMALLEST_PX ? panels.place.small : null;
  };
  return (
    <div className={styles['fields']}>
      {(['x', 'y', 'width', 'height'] as const).map((key) => (
        <DraftField
          key={key}
          label={panels.place[key]}
          value={String(Math.round(box[key]))}
          maxLength={9}
          inputMode="decimal"
          disabled={!mayEdit}
          check={(text) => check(key, text)}
          commit={(text) => write(key, Math.round(Number(text)))}
        />
      ))}
    </div>
  );
}
