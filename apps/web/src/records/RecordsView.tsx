/** What the board is about: details of the model, goals, assumptions, exclusions, decisions and questions. */
import { review as words } from '@strideboard/words';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The view. */
export function RecordsView() {
  return <EmptyState title={words.places.records} text="" />;
}
