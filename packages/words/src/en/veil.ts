/** Why nobody sees what the engine found just now. Fetched with what would show it. */
import { area } from '../area.ts';

export const veil = area('veil', {
  text: 'Hidden while everybody writes cards, so that each person thinks for themselves. It comes back when the cards are shown.',
  title: 'Findings are hidden',
  back: 'Back to the details',
});
