/** Turns the changes of other people into a sentence every few seconds: everything since the last one, grouped. */
import type { ElementId, FlowId, ModelDiff, SubjectId } from '@strideboard/model';
import { reach, say } from '@strideboard/words';

const words = reach.news;

/** How long changes are gathered before the first sentence, and at least between two, ms. */
const GATHER_MS = 1_500;
const PAUSE_MS = 6_000;

interface NewsOptions {
  readonly tell: (text: string) => void;
  /** What a subject is called; `null` when it is gone. */
  readonly nameOf: (id: SubjectId) => string | null;
}

/** One lot of changes. */
export interface Change {
  /** Names of those who made it, as far as they are known; may be empty. */
  readonly by: readonly string[];
  readonly diff: Pick<ModelDiff, 'elements' | 'flows'>;
}

/** Gathers changes. */
export interface News {
  add(change: Change): void;
  dispose(): void;
}

type Deed = 'added' | 'changed' | 'removed';

/** Begins with nothing to tell. */
export function createNews({ tell, nameOf }: NewsOptions): News {
  let by = new Set<string>();
  let elements = new Map<ElementId, Deed>();
  let flows = new Map<FlowId, Deed>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isResting = false;

  const flush = (): void => {
    timer = undefined;
    if (elements.size + flows.size === 0) {
      isResting = false;
      return;
    }
    const what = deedsText({ elements, flows }, nameOf);
    const who = peopleText([...by]);
    by = new Set();
    elements = new Map();
    flows = new Map();
    if (what !== '') tell(say(words.sentence, { who, what }));
    isResting = true;
    timer = setTimeout(flush, PAUSE_MS);
  };
  return {
    add({ by: people, diff }) {
      gather(elements, diff.elements);
      gather(flows, diff.flows);
      if (elements.size + flows.size === 0) return;
      for (const name of people) by.add(name === '' ? words.somebody : name);
      if (!isResting) timer ??= setTimeout(flush, GATHER_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** What was added and changed counts as added; what was added and deleted never was. */
function gather<Id>(
  deeds: Map<Id, Deed>,
  {
    added,
    changed,
    removed,
  }: { readonly added: readonly Id[]; readonly changed: readonly Id[]; readonly removed: readonly Id[] },
): void {
  for (const id of added) deeds.set(id, deeds.get(id) === 'removed' ? 'changed' : 'added');
  for (const id of changed) if (!deeds.has(id)) deeds.set(id, 'changed');
  for (const id of removed) {
    if (deeds.get(id) === 'added') deeds.delete(id);
    else deeds.set(id, 'removed');
  }
}

interface Deeds {
  readonly elements: ReadonlyMap<ElementId, Deed>;
  readonly flows: ReadonlyMap<FlowId, Deed>;
}

/** "added 2 elements, changed etcd". One thing is named, several are counted. */
function deedsText({ elements, flows }: Deeds, nameOf: NewsOptions['nameOf']): string {
  const text = (deed: Deed): string => {
    const inElements = idsOf(elements, deed);
    const inFlows = idsOf(flows, deed);
    const count = inElements.length + inFlows.length;
    const [only] = [...inElements, ...inFlows];
    const name = count === 1 && only !== undefined ? nameOf(only) : null;
    if (count === 0) return '';
    if (name !== null) return say(words[`${deed}One`], { name });
    if (inFlows.length === 0) return say(words[`${deed}Elements`], { count });
    return say(inElements.length === 0 ? words[`${deed}Flows`] : words[deed], { count });
  };
  return (['added', 'changed', 'removed'] as const).map(text).filter(Boolean).join(words.comma);
}

const idsOf = <Id>(deeds: ReadonlyMap<Id, Deed>, wanted: Deed): readonly Id[] =>
  [...deeds].flatMap(([id, deed]) => (deed === wanted ? [id] : []));

function peopleText([first = words.somebody, second, ...rest]: readonly string[]): string {
  if (second === undefined) return first;
  return rest.length === 0
    ? say(words.and, { first, last: second })
    : say(words.others, { first, count: rest.length + 1 });
}
