/** The id that ties an automated test to a control where it is applied. It stands in the test's name and comes back with the results. */

import type { AppliedControl } from '@strideboard/model';

/** `[control@element]`: no space, no bracket, so every test runner carries it unchanged. */
export const caseId = ({ control, element }: Pick<AppliedControl, 'control' | 'element'>): string =>
  `[${control}@${element}]`;

/** Everything in a test's name that looks like such an id. */
export const caseIdsIn = (name: string): readonly string[] =>
  name.match(/\[[^[\]\s@]{1,200}@[^[\]\s@]{1,200}\]/gu) ?? [];
