/**
 * All questions of a board in a form that crosses between threads in little time. A large board has hundreds of thousands of them, but only
 * some hundred that differ in more than their subject: as objects they would hold the page for most of a second when they arrive.
 */
import type { SubjectId } from '@strideboard/model';
import type { Question } from '@strideboard/stride';

/** A question without its subject. */
type QuestionKind = Omit<Question, 'id' | 'subject'>;

/** Questions in their order. */
export interface PackedQuestions {
  readonly subjects: readonly SubjectId[];
  readonly kinds: readonly QuestionKind[];
  /** For each question the place of its subject, then that of its kind. */
  readonly pairs: Uint32Array;
}

/** Packs questions; those that wait for the same share one object each for definition and rules. */
export function packQuestions(questions: readonly Question[]): PackedQuestions {
  const subjects = new Map<SubjectId, number>();
  const placeOfKind = createKindPlaces();
  const pairs = new Uint32Array(questions.length * 2);
  questions.forEach((question, at) => {
    let subject = subjects.get(question.subject);
    if (subject === undefined) {
      subject = subjects.size;
      subjects.set(question.subject, subject);
    }
    pairs[at * 2] = subject;
    pairs[at * 2 + 1] = placeOfKind.of(question);
  });
  return { subjects: [...subjects.keys()], kinds: placeOfKind.list, pairs };
}

function createKindPlaces() {
  const list: QuestionKind[] = [];
  const known = new Map<Question['definition'], Map<Question['rules'], Map<string, number>>>();
  return {
    list: list as readonly QuestionKind[],
    of: ({ property, definition, rules, waiting, weight }: Question): number => {
      const ofDefinition = getOrMake(known, definition);
      const ofRules = getOrMake(ofDefinition, rules);
      const key = `${waiting}|${weight}`;
      let place = ofRules.get(key);
      if (place === undefined) {
        place = list.push({ property, definition, rules, waiting, weight }) - 1;
        ofRules.set(key, place);
      }
      return place;
    },
  };
}

function getOrMake<Key, InnerKey, Inner>(map: Map<Key, Map<InnerKey, Inner>>, key: Key): Map<InnerKey, Inner> {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

/** How many questions are unpacked at a time: some milliseconds of work. */
const SLICE = 10_000;

/** Unpacks questions slice by slice; between two of them the page gets its turn. Yields after each slice; the result is the whole list. */
export function* unpackQuestions({
  subjects,
  kinds,
  pairs,
}: PackedQuestions): Generator<undefined, readonly Question[]> {
  const questions: Question[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const subject = subjects[pairs[at] ?? -1];
    const kind = kinds[pairs[at + 1] ?? -1];
    if (subject === undefined || kind === undefined) throw new Error(`unpackQuestions: pair ${at / 2} leads nowhere`);
    const { property, definition, rules, waiting, weight } = kind;
    questions.push({ id: `${subject}~${property}`, subject, property, definition, rules, waiting, weight });
    if (questions.length % SLICE === 0) yield;
  }
  return questions;
}
