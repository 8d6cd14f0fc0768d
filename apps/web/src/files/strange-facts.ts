/** What a file says that nothing here gives a meaning to. It is kept and goes into the next file as it came; the person is told all the same. */
import { board } from '@strideboard/kubernetes/board';
import type { Element, Flow, Model, PropertyValue } from '@strideboard/model';
import { createPackIndex, type PropertyDefinition } from '@strideboard/packs';
import { say, type Words } from '@strideboard/words';

type Subject = Element | Flow;

/** Names shown of the subjects that one sentence is about. */
const NAMES_SHOWN = 3;

/** One sentence for each unknown stencil and property, and for each value of another type than its property has. What further packs may know is left to them. */
export function strangeFacts({ elements, flows, settings }: Model, words: Words['reading']): readonly string[] {
  const index = createPackIndex(board);
  const others = settings.packs.filter(([id]) => id !== board.id).map(([id]) => id);
  const types = new Map<string, Subject[]>();
  const properties = new Map<string, Subject[]>();
  const values: string[] = [];
  const put = (map: Map<string, Subject[]>, name: string, subject: Subject): void => {
    const list = map.get(name);
    if (list === undefined) map.set(name, [subject]);
    else list.push(subject);
  };
  for (const subject of [...elements, ...flows]) {
    if ('type' in subject && isStrange(subject, others, (type) => index.typeLabel(type) !== null))
      put(types, subject.type, subject);
    for (const [name, value] of Object.entries(subject.properties)) {
      const known = index.definitionsNamed(name);
      if (known.length === 0) {
        if (others.length === 0) put(properties, name, subject);
      } else if (!known.some(({ type }) => fits(value, type))) {
        const wanted = words.types[known[0]?.type ?? 'string'];
        values.push(say(words.strangeValue, { name, subject: nameOf(subject), found: shown(value), wanted }));
      }
    }
  }
  const tell = (map: ReadonlyMap<string, Subject[]>, message: Words['reading']['strangeType' | 'strangeProperty']) =>
    [...map].map(([name, list]) => say(message, { name, count: list.length, subjects: namesOf(list) }));
  return [...tell(types, words.strangeType), ...tell(properties, words.strangeProperty), ...values];
}

function isStrange({ type, kind }: Element, others: readonly string[], isKnown: (type: string) => boolean): boolean {
  if (type === '' || kind === 'note' || kind === 'ref' || isKnown(type)) return false;
  return !others.some((pack) => type.startsWith(`${pack}:`));
}

function fits(value: PropertyValue, type: PropertyDefinition['type']): boolean {
  if (type === 'list') return Array.isArray(value);
  if (type === 'boolean' || type === 'number') return typeof value === type;
  return typeof value === 'string';
}

const nameOf = ({ label, id }: Subject): string => label || id;

function namesOf(list: readonly Subject[]): string {
  const names = list.slice(0, NAMES_SHOWN).map((subject) => `“${nameOf(subject)}”`);
  return list.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}

const shown = (value: PropertyValue): string => JSON.stringify(value).slice(0, 80);
