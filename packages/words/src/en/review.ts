/** Words of the review: the four questions and what stands behind each. Fetched with it. */
import { area } from '../area.ts';

export const review = area('review', {
  label: 'Review',
  open: 'Open the review: {place}',
  close: 'Close the review',
  larger: 'Use the whole window',
  smaller: 'Leave room for the diagram',
  nav: 'What to review',
  questions: {
    working: 'What are we working on?',
    wrong: 'What can go wrong?',
    doing: 'What are we going to do about it?',
    good: 'Did we do a good job?',
    together: 'Working together',
  },
  places: {
    records: 'Scope and records',
    register: 'Threat register',
    trees: 'Attack trees',
    controls: 'Controls and proof',
    check: 'Coverage and gaps',
    cards: 'Cards',
    gap: 'People and engine',
    vote: 'Vote',
    parking: 'Parking lot',
    comments: 'Comments',
  },
});
