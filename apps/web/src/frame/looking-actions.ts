/** Actions that change nothing on the board: its colours, its language, and what somebody reaches from one of its elements. */
import type { ElementId } from '@strideboard/model';
import { actions as words, blastRadius, occasional, say } from '@strideboard/words';
import { meantBy } from '../room/current-diagram.ts';
import type { Room } from '../room/room.ts';
import type { Action } from '../session/action-registry.ts';
import { LANGUAGE_CHOICES, languageChoice } from '../session/language.ts';
import type { SessionStore } from '../session/session-store.ts';
import { chooseTheme, THEME_CHOICES, themeChoice } from '../session/theme.ts';
import { changeLanguage } from '../ui/change-language.ts';

/** One action for each choice of colours. */
export const themeActions = (): readonly Action[] =>
  THEME_CHOICES.map((choice) => ({
    id: `theme-${choice}`,
    group: 'view',
    label: say(words.view.theme, { theme: occasional.themes[choice].toLowerCase() }),
    keywords: words.view.themeKeywords,
    isOn: () => themeChoice() === choice,
    run: () => chooseTheme(choice),
  }));

/** One action for each choice of the language. */
export const languageActions = (session: SessionStore): readonly Action[] =>
  LANGUAGE_CHOICES.map((choice) => ({
    id: `language-${choice}`,
    group: 'view',
    label: say(words.view.language, { language: occasional.languages[choice] }),
    keywords: words.view.languageKeywords,
    isOn: () => languageChoice() === choice,
    run: () => void changeLanguage(choice, session),
  }));

/** Opens the blast radius of the one selected element. */
export function blastAction(room: Pick<Room, 'index'>, session: SessionStore): Action {
  /** What is selected, or what it stands for; `null` for several, for flows and for notes. */
  const start = (): ElementId | null => {
    const { selection } = session.getState();
    const { elements } = room.index();
    const element = elements.get(selection[0] as ElementId); // flows and nothing are simply not found
    if (element === undefined || selection.length > 1 || element.kind === 'note') return null;
    const meant = meantBy(room.index(), element.id);
    return elements.has(meant) ? meant : null;
  };
  return {
    id: 'blast',
    group: 'threats',
    label: blastRadius.open,
    isPossible: () => start() !== null,
    run: () => {
      const found = start();
      if (found !== null) session.getState().setBlast({ start: found, assumed: [] });
    },
  };
}
