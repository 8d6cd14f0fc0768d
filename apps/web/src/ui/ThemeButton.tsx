/** Opens the choice of colours (as the system, light, dark, high contrast) and of the language. */
import { Contrast } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { lazyPart } from '../session/lazy-part.ts';
import { useWords } from '../session/words.ts';
import { IconButton } from './Button.tsx';

const ThemeMenu = lazyPart(async () => (await import('./ThemeMenu.tsx')).ThemeMenu);

/** The button; the menu is fetched with the first click. */
export function ThemeButton({ className }: { readonly className?: string | undefined }) {
  const { start } = useWords();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  return (
    <span ref={place} className={className} data-looks="">
      <IconButton label={start.colours} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(true)}>
        <Contrast size={16} aria-hidden />
      </IconButton>
      {isOpen ? (
        <Suspense>
          <ThemeMenu beside={place} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
