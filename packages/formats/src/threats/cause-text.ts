/** What removed a decided threat, and where a standing decision applies, as plain sentences in the words of the board's own lists. */

import type { Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { labelOf, type VanishedCause } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import { createFactTexts } from './fact-text.ts';

/** Makes the sentence of a cause; `''` for what is not known. */
export function createCauseTexts(
  model: Model,
  pack: PackIndex,
  words: Words,
): (cause: VanishedCause | undefined) => string {
  const factText = createFactTexts(model, pack, words);
  const subjects = new Map<string, Model['elements'][number] | Model['flows'][number]>(
    [...model.elements, ...model.flows].map((subject) => [subject.id, subject]),
  );
  const nameOf = (id: string): string => {
    const subject = subjects.get(id);
    return subject === undefined ? id : labelOf(subject, pack);
  };
  const { causes } = words.panels.threats;
  return (cause) => {
    switch (cause?.kind) {
      case undefined:
      case 'arises':
        return '';
      case 'rule-gone':
        return causes.ruleGone;
      case 'subject-gone':
        return causes.subjectGone;
      case 'other-kind':
        return causes.otherKind;
      case 'taken-up':
        return say(causes.takenUp, { name: nameOf(cause.by) });
      case 'facts':
        return cause.because.map((fact) => `${factText(fact)}.`).join(' ');
      case 'unknown': {
        const facts = cause.missing.map(({ subject, property }) => {
          const known = subjects.get(subject);
          const definition = known === undefined ? null : pack.definition(known, property);
          return `${nameOf(subject)}: ${definition?.label ?? property}`;
        });
        return say(causes.unknown, { facts: facts.join(', ') });
      }
    }
  };
}

/** Where a standing decision applies. */
export function createScopeTexts(model: Model, pack: PackIndex, words: Words): (scope: string) => string {
  const { scopes } = words.exported.report;
  return (scope) => {
    if (scope === 'model') return scopes.model;
    if (scope.startsWith('tag:')) return say(scopes.tagged, { tag: scope.slice('tag:'.length) });
    const boundary = model.elements.find(({ id }) => id === scope);
    return boundary === undefined ? scopes.gone : say(scopes.inside, { name: labelOf(boundary, pack) });
  };
}
