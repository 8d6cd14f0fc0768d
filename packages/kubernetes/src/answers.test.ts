import { describe, expect, it } from 'vitest';
import { board } from './board.ts';
import { judgement } from './judgement.ts';

/** What each rare function of the source content has become; the table in docs/condition-language.md says it in words. */
const ANSWERED = [
  ['users', 'usedByTenants'],
  ['flowsFromLowerTrust', 'actsOnForeignInput'],
  ['flowsFromOtherThan', 'unexpectedClients'],
  ['behind', 'behindEdge'],
  ['sharesL2', 'cniL2Flat'],
  ['nodeDefault', 'nodeSeccompDefault'],
  ['inProd', 'production'],
  ['grantedTo', 'createdByDevelopers'],
  ['grantedToAny', 'configWritableByOthers'],
  ['boundTo', 'unauthenticatedGrants'],
  ['inGroup', 'groups'],
  ['writableFromPod', 'writableFromWorkload'],
  ['writableFromWorkload', 'writableFromWorkload'],
  ['allowsMetadata', 'metadataReachable'],
  ['sidecarBypassable', 'sidecarBypassable'],
  ['forwardsToInternet', 'forwardsToInternet'],
  ['hostileTenants', 'hostileTenants'],
  ['canCommitApproveDeploy', 'canCommitApproveDeploy'],
  ['reusableNames', 'namesReused'],
  ['nameLooksLike', 'imitatesSystemName'],
] as const;
const DERIVED = [
  ['crossedBy', 'crossed'],
  ['independentMechanisms', 'independentMechanisms'],
  ['flowsFromCrossing', 'receivesAcrossBoundary'],
  ['crossesInto', 'internetFacing'],
  ['multiTenantNode', 'onMultiTenantNode'],
] as const;
const EXPRESSION = [
  ['cluster', 'nearest('],
  ['differentTenant', "crosses('tb.tenant') && within(source, 'tb.tenant') && within(target, 'tb.tenant')"],
  ['leaves', "crosses('tb.mesh') && within(source, 'tb.mesh')"],
] as const;
/** Not a condition: which classes of attack have findings is counted over `threatClass`. */
const COUNTED = ['noFindingIn'] as const;

const reading = (text: string) => judgement.rules.filter(({ when }) => when.includes(text));

describe('the rare functions of the source content', () => {
  it('are twenty-nine, and each has become something', () => {
    const names = [...ANSWERED, ...DERIVED, ...EXPRESSION].map(([name]) => name);
    expect(new Set([...names, ...COUNTED]).size).toBe(29);
  });

  it.each(ANSWERED)('%s is a question that a person can answer and a rule waits for: %s', (_, property) => {
    const definitions = board.properties.filter(({ name }) => name === property);
    expect(definitions.length).toBeGreaterThan(0);
    expect(definitions.filter(({ question, derived }) => question?.endsWith('?') !== true || derived === true)).toEqual(
      [],
    );
    expect(reading(`.${property}`).length).toBeGreaterThan(0);
  });

  it.each(DERIVED)('%s follows from the drawing where nobody states it: %s', (_, property) => {
    const unstated = reading(`.${property}`).flatMap(({ examples }) =>
      examples.filter(
        ({ fires, elements }) => fires && elements.every(({ properties }) => properties?.[property] === undefined),
      ),
    );
    // That these examples fire is shown where all examples are run.
    expect(unstated.length).toBeGreaterThan(0);
  });

  it.each(EXPRESSION)('%s is written out: %s', (_, text) => {
    expect(reading(text).length).toBeGreaterThan(0);
  });

  it('noFindingIn is a count over the class that every counted rule names', () => {
    const counted = judgement.rules.filter((rule) => rule.prompt !== true);
    expect(counted.every(({ threatClass }) => threatClass.length > 0)).toBe(true);
  });
});
