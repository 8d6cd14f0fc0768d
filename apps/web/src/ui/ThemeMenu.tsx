/** The choice of colours as a menu below its button. */
import { occasional } from '@strideboard/words';
import { type RefObject, useState } from 'react';
import { createPortal } from 'react-dom';
import { chooseTheme, THEME_CHOICES, themeChoice } from '../session/theme.ts';
import { useWords } from '../session/words.ts';
import { Menu } from './Menu.tsx';

interface ThemeMenuProps {
  readonly beside: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Space between the button and the menu, px. */
const GAP_PX = 4;

/** The menu, with a tick at the choice in force. */
export function ThemeMenu({ beside, onClose }: ThemeMenuProps) {
  const { start } = useWords();
  const [chosen] = useState(themeChoice);
  const [place] = useState(() => {
    const { left = 0, bottom = 0 } = beside.current?.getBoundingClientRect() ?? {};
    return { x: left, y: bottom + GAP_PX };
  });
  // Above the panels, whatever layer its button lies in.
  return createPortal(
    <Menu
      label={start.colours}
      place={place}
      items={THEME_CHOICES.map((choice) => ({
        id: choice,
        label: occasional.themes[choice],
        isChosen: choice === chosen,
        run: () => chooseTheme(choice),
      }))}
      onClose={onClose}
    />,
    document.body,
  );
}
