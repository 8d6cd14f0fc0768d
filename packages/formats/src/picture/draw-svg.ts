/** The diagram as an SVG file: render's drawing with names, badges and a legend. */

import { type BadgeCounts, createScene, renderSvg, type Scene } from '@strideboard/render';
import { countBadges } from '@strideboard/stride';
import { say, type Words } from '@strideboard/words';
import type { EncodedText, ExportInput } from '../export-codec.ts';

/** Draws the whole diagram. */
export function drawSvg({ model, pack, threats, questions, words, picture = {} }: ExportInput): EncodedText {
  const { theme = 'light', badges = true, diagram = null } = picture;
  const scene = createScene(model, pack, { diagram });
  const counts = new Map<string, BadgeCounts>();
  if (badges) {
    for (const [id, { questions: question, ...severities }] of countBadges(threats, questions)) {
      counts.set(id, { ...severities, question });
    }
  }
  const text = renderSvg(scene, {
    theme,
    title: model.meta.title || words.exported.untitled,
    description: describeScene(scene, words),
    badges: counts,
    legend: words.exported.drawing.legend,
  });
  return { text, losses: [] };
}

/** What a drawing shows, for people who do not see it. */
export function describeScene({ elements, flows }: Pick<Scene, 'elements' | 'flows'>, words: Words): string {
  const { drawing } = words.exported;
  const boundaries = elements.filter((element) => element.boundary !== null).length;
  return say(drawing.description, {
    elements: say(drawing.elements, { count: elements.length - boundaries }),
    boundaries: say(drawing.boundaries, { count: boundaries }),
    flows: say(drawing.flows, { count: flows.length }),
  });
}
