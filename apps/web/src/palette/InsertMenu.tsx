/** What to insert at a point of the canvas: after a double click there, or where a flow was dropped on nothing. */
import { type CSSProperties, useMemo } from 'react';
import { boxAround, placeElement } from '../room/place-element.ts';
import { useRoom } from '../room/use-room.ts';
import { WithQuestions } from '../room/WithQuestions.tsx';
import type { Inserting } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { SearchList } from '../ui/SearchList.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './InsertMenu.module.css';
import { type PaletteItem, shelvesOf } from './shelves.ts';

const SIZE = { width: 280, height: 320 };

/** The menu, open while something is being chosen. */
export function InsertMenu() {
  const inserting = useSession((state) => state.inserting);
  if (inserting === null) return null;
  return (
    <WithQuestions>
      <Choices inserting={inserting} />
    </WithQuestions>
  );
}

interface Choice extends PaletteItem {
  readonly id: string;
}

function Choices({ inserting: { at, from } }: { readonly inserting: Inserting }) {
  const room = useRoom();
  const session = useSessionStore();
  const report = useReport();
  const { canvas } = useWords();
  const groups = useMemo(() => {
    const fits = (item: PaletteItem): boolean =>
      from === null || (item.element !== 'boundary' && item.element !== 'note');
    return shelvesOf(room.pack, canvas).map(({ label, items }) => ({
      label,
      options: items.filter(fits).map((item): Choice => ({ ...item, id: item.key })),
    }));
  }, [room.pack, canvas, from]);
  const close = (): void => {
    session.getState().setInserting(null);
    document.querySelector<HTMLElement>('[data-surface]')?.focus({ preventScroll: true });
  };
  const choose = ({ element, type }: Choice): void => {
    session.getState().setInserting(null);
    report(placeElement(room, session, { element, type, box: boxAround(at, element), from }));
  };
  return (
    <div className={styles['menu']} style={placeOf(session.getState().viewport, at)} data-testid="insert-menu">
      <SearchList
        label={canvas.palette.searchLabel}
        groups={groups}
        emptyText={canvas.palette.noneHere}
        icon={({ icon, element }) => (icon === null ? null : <Glyph name={icon} kind={element} size={16} />)}
        onChoose={choose}
        onClose={close}
      />
    </div>
  );
}

/** Where the point is in the window, as near as the menu fits. */
function placeOf({ x, y, zoom }: { x: number; y: number; zoom: number }, at: Inserting['at']): CSSProperties {
  const surface = document.querySelector('[data-surface]')?.getBoundingClientRect();
  const left = (surface?.left ?? 0) + at.x * zoom + x;
  const top = (surface?.top ?? 0) + at.y * zoom + y;
  return {
    left: Math.max(8, Math.min(left, innerWidth - SIZE.width - 8)),
    top: Math.max(8, Math.min(top, innerHeight - SIZE.height - 8)),
  };
}
