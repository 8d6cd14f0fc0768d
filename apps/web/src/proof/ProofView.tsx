/** Controls, where they are in place, and what proves it. */
import { review as words } from '@strideboard/words';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The view. */
export function ProofView() {
  return <EmptyState title={words.places.controls} text="" />;
}
