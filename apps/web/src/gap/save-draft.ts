/** A row that only people raised, as a draft of a rule in a file. */
import { drawing } from '@strideboard/kubernetes/drawing';
import type { Element, ElementId, FlowId, ModelIndex } from '@strideboard/model';
import { createPackIndex, type PackIndex } from '@strideboard/packs';
import { gap as words, say } from '@strideboard/words';
import { saveFile } from '../session/save-file.ts';
import { cutText } from '../ui/cut-text.ts';
import type { GapRow } from './match-rows.ts';
import { type DraftInput, type DraftPart, ruleDraft } from './rule-draft.ts';

/** Saves the file; gives its name. */
export function saveDraft(row: GapRow, index: ModelIndex): string {
  const said = [
    ...(row.cluster?.cards.map(({ text }) => text) ?? []),
    ...(row.written === null ? [] : [row.written.title, row.written.description].filter((text) => text !== '')),
  ];
  const yaml = ruleDraft({ title: row.title, letters: row.letters, said, about: aboutOf(row.on, index) });
  const name = say(words.draftName, { name: slugOf(row.title) });
  saveFile(new Blob([yaml], { type: 'application/yaml' }), name);
  return name;
}

/** The first thing a row names that is still drawn. */
function aboutOf(on: readonly string[], index: ModelIndex): DraftInput['about'] {
  const builtIn = createPackIndex(drawing);
  for (const id of on) {
    const element = index.elements.get(id as ElementId); // only looked up
    if (element !== undefined) return { kind: 'element', element: partOf(element, { index, builtIn }) };
    const flow = index.flows.get(id as FlowId); // only looked up
    const [source, target] = [flow?.source, flow?.target].map((end) => end && index.elements.get(end));
    if (source !== undefined && target !== undefined)
      return {
        kind: 'flow',
        source: partOf(source, { index, builtIn }),
        target: partOf(target, { index, builtIn }),
      };
  }
  return null;
}

/** A type of another pack cannot be named by a pack of one's own: its class stands for it. */
function partOf(element: Element, known: { readonly index: ModelIndex; readonly builtIn: PackIndex }): DraftPart {
  const { index, builtIn } = known;
  const shown = element.kind === 'ref' && element.of !== null ? (index.elements.get(element.of) ?? element) : element;
  const { kind, type } = shown;
  return { kind, type: type !== '' && builtIn.typeLabel(type) !== null ? type : '' };
}

const slugOf = (title: string): string =>
  cutText(
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, ''),
    40,
  ).replace('…', '') || 'threat';
