/** What is expected of a person now, in one sentence. */
import type { Role } from '@strideboard/wire';
import { workshop as words } from '@strideboard/words';
import type { PhaseId } from '../room/workshop/phases.ts';

/** By phase and role; empty before the role is known. */
export function expectedText(phase: PhaseId, role: Role | null): string {
  if (role === null) return '';
  return role === 'view' ? words.watching : words.expected[phase][role];
}
