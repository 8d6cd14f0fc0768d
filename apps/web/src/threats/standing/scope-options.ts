/** Where a standing decision could apply: everywhere, inside each boundary, by each tag, with what it would reach there now. */
import { createContainment, type ElementId, isClosedBoundary, type Model } from '@strideboard/model';
import { createScope, isInStandingScope, type Threat } from '@strideboard/stride';
import { TAG } from './standing-draft.ts';

/** One place to choose. */
export interface ScopeOption {
  /** As it is stored. */
  readonly scope: string;
  /** Whether the threat it is made from lies there. */
  readonly around: boolean;
}

/** What a decision on a rule in a scope would reach. */
export interface ScopeReach {
  /** Threats that would inherit it, if nothing narrower stands. */
  readonly inherits: number;
  /** Threats there that were decided by themselves and keep their state. */
  readonly own: number;
}

/** The places, innermost boundary around the threat first, then those that merely exist. */
export function scopeOptions(
  { elements, flows, decisions }: Pick<Model, 'elements' | 'flows' | 'decisions'>,
  from: Threat | null,
): readonly ScopeOption[] {
  const isWithin = createScope({ elements, flows });
  const containment = createContainment({ elements, flows });
  const depth = (id: ElementId): number => containment.enclosing(id).size;
  const isAround = (scope: string): boolean =>
    from !== null && isInStandingScope(from.finding, from.decision, { rule: from.finding.rule, scope }, isWithin);
  const boundaries = elements
    .filter(isClosedBoundary)
    .map(({ id }) => ({ scope: id as string, around: isAround(id), depth: depth(id) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ scope, around }): ScopeOption => ({ scope, around }));
  const tags = new Set(
    Object.values(decisions).flatMap(({ fields }) => (typeof fields.tags === 'object' ? fields.tags : [])),
  );
  const tagged = [...tags]
    .sort()
    .map((tag): ScopeOption => ({ scope: `${TAG}${tag}`, around: isAround(`${TAG}${tag}`) }));
  return [{ scope: 'model', around: true }, ...boundaries, ...tagged];
}

/** Counts what a rule finds in each scope. */
export function createReach(
  model: Pick<Model, 'elements' | 'flows'>,
  threats: readonly Threat[],
  rule: string,
): (scope: string) => ScopeReach {
  const isWithin = createScope(model);
  const ofRule = threats.filter(({ finding }) => finding.rule === rule);
  return (scope) => {
    const there = ofRule.filter(({ finding, decision }) =>
      isInStandingScope(finding, decision, { rule, scope }, isWithin),
    );
    const own = there.filter(({ decision }) => decision !== null && decision.state !== 'open').length;
    return { inherits: there.length - own, own };
  };
}
