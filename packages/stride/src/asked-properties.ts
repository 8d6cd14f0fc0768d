/** What the pack asks of subjects of a kind and type, in the order of names. */

import { compareText } from '@strideboard/model';
import type { PackIndex, PackSubject, PropertyDefinition } from '@strideboard/packs';
import type { Subject } from './facts/world.ts';

/** The properties that are asked of a subject. */
export interface AskedProperties {
  /** Where each stands in the list, by name. */
  readonly places: ReadonlyMap<string, number>;
  readonly definitions: readonly PropertyDefinition[];
}

const NOTHING: AskedProperties = { places: new Map(), definitions: [] };

/** Gives what is asked of a subject: nothing of one that is out of scope or not there. Worked out once for each kind and type. */
export function createAskedProperties(index: PackIndex): (subject: Subject | undefined) => AskedProperties {
  const byKind = new Map<string, Map<string, AskedProperties>>();
  return (subject) => {
    if (subject === undefined || subject.outOfScope !== null) return NOTHING;
    const [kind, type] = 'source' in subject ? ['flow', ''] : [subject.kind, subject.type];
    let byType = byKind.get(kind);
    if (byType === undefined) {
      byType = new Map();
      byKind.set(kind, byType);
    }
    let asked = byType.get(type);
    if (asked === undefined) {
      asked = askedOf(index, subject);
      byType.set(type, asked);
    }
    return asked;
  };
}

function askedOf(index: PackIndex, subject: PackSubject): AskedProperties {
  const definitions = index
    .propertiesFor(subject)
    .filter(({ name }) => index.isAsked(subject, name))
    .sort((a, b) => compareText(a.name, b.name));
  return { places: new Map(definitions.map(({ name }, at) => [name, at])), definitions };
}
