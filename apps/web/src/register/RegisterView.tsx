/** The register: every threat with its risk and what was decided, as one table. */
import { review as words } from '@strideboard/words';
import { EmptyState } from '../ui/EmptyState.tsx';

/** The view. */
export function RegisterView() {
  return <EmptyState title={words.places.register} text="" />;
}
