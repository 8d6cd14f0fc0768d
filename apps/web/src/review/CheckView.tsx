/** What has been looked at and what has not. */
import { review as words } from '@strideboard/words';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The view. */
export function CheckView() {
  return <EmptyState title={words.places.check} text="" />;
}
