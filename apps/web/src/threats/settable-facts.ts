/** Facts of a finding that one click can turn around. */
import type { SubjectId } from '@strideboard/model';
import type { Fact } from '@strideboard/stride';

/** A yes-or-no fact as somebody stated it. */
export interface SettableFact {
  readonly subject: SubjectId;
  readonly property: string;
  /** The opposite of what is stated; yes where nothing is. */
  readonly to: boolean;
}

/**
 * The yes-or-no facts that stand on the board as somebody's answer, and exceptions that nobody has claimed yet. What follows from a kind or from other facts is not among them:
 * there is nothing to turn around.
 */
export function settableFacts(because: readonly Fact[]): readonly SettableFact[] {
  return because
    .map((fact): SettableFact | null => {
      if (fact.kind === 'unanswered') return { subject: fact.subject, property: fact.property, to: true };
      if (fact.kind !== 'property' || typeof fact.value !== 'boolean') return null;
      if (fact.origin === 'stencil' || fact.origin === 'derived') return null;
      return { subject: fact.subject, property: fact.property, to: !fact.value };
    })
    .filter((settable) => settable !== null);
}
