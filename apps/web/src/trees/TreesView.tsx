/** Attack trees of the packs, lit by what the board has. */
import { review as words } from '@strideboard/words';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The view. */
export function TreesView() {
  return <EmptyState title={words.places.trees} text="" />;
}
