/** The ways in which properties are read: worked out once for each kind and type, not once for each subject. */

import type { PackIndex } from '@strideboard/packs';
import { followsFromOthers } from './derive.ts';
import { isDocumentField } from './document-field.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './world.ts';

/** Starts without any; each is worked out when it is first asked for. */
export function createReadings(index: PackIndex): (subject: Subject, property: string) => Reading {
  const flows = new Map<string, Reading>();
  const elements = new Map<string, Map<string, Map<string, Reading>>>();
  let last: Subject | null = null;
  let ofLast = flows;

  const ofSubject = (subject: Subject): Map<string, Reading> => {
    if ('source' in subject) return flows;
    let ofKind = elements.get(subject.kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      elements.set(subject.kind, ofKind);
    }
    let ofType = ofKind.get(subject.type);
    if (ofType === undefined) {
      ofType = new Map();
      ofKind.set(subject.type, ofType);
    }
    return ofType;
  };
  return (subject, property) => {
    // Rules are run subject by subject: most questions are about the subject of the one before.
    if (subject !== last) {
      last = subject;
      ofLast = ofSubject(subject);
    }
    let reading = ofLast.get(property);
    if (reading === undefined) {
      reading = readingOf(index, subject, property);
      ofLast.set(property, reading);
    }
    return reading;
  };
}

function readingOf(index: PackIndex, subject: Subject, property: string): Reading {
  const definition = index.definition(subject, property);
  const groups = definition?.appliesTo.filter((selector) => index.group(selector) !== null) ?? [];
  const ofType = 'source' in subject ? {} : index.typeProperties(subject.type);
  const always = Object.hasOwn(ofType, property) ? ofType[property] : undefined;
  const takesUp = !('source' in subject) && subject.kind === 'boundary' && groups.length > 0;
  return {
    definition,
    definitions: definition === null ? index.definitionsNamed(property) : [definition],
    groups,
    always: always === 'unknown' ? undefined : always,
    isPlain:
      !takesUp &&
      definition?.follows === undefined &&
      !isDocumentField(subject, property) &&
      !followsFromOthers(subject, property),
  };
}
