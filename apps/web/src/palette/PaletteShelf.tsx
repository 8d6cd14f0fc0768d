/** One family: its first set in two columns, the rest on demand. */
import { say } from '@strideboard/words';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '../session/words.ts';
import styles from './Palette.module.css';
import type { Shelf } from './shelves.ts';
import { StencilButton } from './StencilButton.tsx';

/** The shelf. */
export function PaletteShelf({ shelf }: { readonly shelf: Shelf }) {
  const { palette } = useWords().canvas;
  const [isOpen, setOpen] = useState(false);
  const headingId = useId();
  const shown = isOpen ? shelf.items : shelf.items.slice(0, shelf.first);
  const family = shelf.label;
  return (
    <section className={styles['shelf']} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>{family}</h2>
        {shelf.items.length > shelf.first ? (
          <button
            type="button"
            className={styles['more']}
            aria-expanded={isOpen}
            aria-label={say(isOpen ? palette.fewerOf : palette.moreOf, { family })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? palette.fewer : palette.more}
            {isOpen ? <ChevronUp size={12} aria-hidden /> : <ChevronDown size={12} aria-hidden />}
          </button>
        ) : null}
      </header>
      <div className={styles['grid']}>
        {shown.map((item) => (
          <StencilButton key={item.key} item={item} />
        ))}
      </div>
    </section>
  );
}
