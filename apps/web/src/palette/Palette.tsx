/** The palette: search what can be placed, or take it from a shelf by click or drag. */
import { useEffect, useMemo, useState } from 'react';
import { useConnection, useMayEdit, useRoom } from '../room/use-room.ts';
import { WithQuestions } from '../room/WithQuestions.tsx';
import { useWords } from '../session/words.ts';
import { InsertSearch } from './InsertSearch.tsx';
import styles from './Palette.module.css';
import { PaletteShelf } from './PaletteShelf.tsx';
import { searchShelves, shelvesOf } from './shelves.ts';
import { StencilButton } from './StencilButton.tsx';
import { say } from '@strideboard/words';

/** The content of the left panel. View-only people are told how to get an edit link. */
export function Palette() {
  const { canvas } = useWords();
  const isLocked = useConnection(({ locked, role }) => locked && role === 'edit');
  if (!useMayEdit()) {
    return <p className={styles['readOnly']}>{isLocked ? canvas.palette.locked : canvas.palette.readOnly}</p>;
  }
  return (
    <WithQuestions>
      <Shelves />
    </WithQuestions>
  );
}

function Shelves() {
  const { pack } = useRoom();
  const { canvas } = useWords();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const shelves = useMemo(() => shelvesOf(pack, canvas), [pack, canvas]);
  const found = useMemo(() => searchShelves(shelves, query), [shelves, query]);
  const isSearching = query.trim() !== '';
  const chosen = found[Math.min(active, found.length - 1)];

  useEffect(() => {
    if (!isSearching || chosen === undefined) return;
    document.getElementById(resultId(chosen.key))?.scrollIntoView({ block: 'nearest' });
  }, [isSearching, chosen]);

  return (
    <div className={styles['palette']}>
      <InsertSearch
        query={query}
        found={found}
        active={chosen ?? null}
        onQuery={(text) => {
          setQuery(text);
          setActive(0);
        }}
        onStep={(by) => setActive((at) => Math.min(found.length - 1, Math.max(0, Math.min(at, found.length - 1) + by)))}
      />
      {isSearching ? (
        <section>
          <p className={styles['count']} role="status">
            {found.length === 0
              ? say(canvas.palette.none, { query: query.trim() })
              : say(canvas.palette.results, { count: found.length })}
          </p>
          <div
            className={styles['results']}
            id="insert-results"
            role="listbox"
            aria-label={canvas.palette.resultsLabel}
          >
            {found.map((item) => (
              <StencilButton key={item.key} item={item} result={{ id: resultId(item.key), active: item === chosen }} />
            ))}
          </div>
        </section>
      ) : (
        shelves.map((shelf) => <PaletteShelf key={shelf.key} shelf={shelf} />)
      )}
    </div>
  );
}

/** The DOM id of a search result. */
const resultId = (key: string): string => `insert-${key}`;
