/** The choices of colours and of the language as a menu below their button. */
import { occasional } from '@strideboard/words';
import { type RefObject, use, useState } from 'react';
import { createPortal } from 'react-dom';
import { LANGUAGE_CHOICES, languageChoice } from '../session/language.ts';
import { chooseTheme, THEME_CHOICES, themeChoice } from '../session/theme.ts';
import { SessionContext } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { changeLanguage } from './change-language.ts';
import { Menu } from './Menu.tsx';

interface ThemeMenuProps {
  readonly beside: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Space between the button and the menu, px. */
const GAP_PX = 4;

/** The menu, with a tick at each choice in force. */
export function ThemeMenu({ beside, onClose }: ThemeMenuProps) {
  const { start } = useWords();
  const session = use(SessionContext);
  const [theme] = useState(themeChoice);
  const [language] = useState(languageChoice);
  const [place] = useState(() => {
    const { left = 0, bottom = 0 } = beside.current?.getBoundingClientRect() ?? {};
    return { x: left, y: bottom + GAP_PX };
  });
  // Above the panels, whatever layer its button lies in.
  return createPortal(
    <Menu
      label={start.colours}
      place={place}
      items={[
        ...THEME_CHOICES.map((choice) => ({
          id: choice,
          label: occasional.themes[choice],
          isChosen: choice === theme,
          run: () => chooseTheme(choice),
        })),
        ...LANGUAGE_CHOICES.map((choice, at) => ({
          id: `language-${choice}`,
          label: occasional.languages[choice],
          isChosen: choice === language,
          begins: at === 0,
          run: () => void changeLanguage(choice, session),
        })),
      ]}
      onClose={onClose}
    />,
    document.body,
  );
}
