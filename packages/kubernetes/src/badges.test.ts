import { type Box, overlaps } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene, renderSvg } from '@strideboard/render';
import { analyse, compileJudgement, countBadges, joinDecisions } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { board } from './board.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';

interface Placed {
  readonly id: string;
  readonly box: Box;
}

const HEIGHT = 20;

/** Where the drawing puts the badges of one item, read from the drawing itself; they touch and count as one. */
function badgeBox(svg: string): Box {
  const layer = svg.slice(svg.indexOf('id="badges"'));
  const boxes = [
    ...layer.matchAll(/<g transform="translate\((-?[\d.]+) (-?[\d.]+)\)"><rect width="([\d.]+)" height="20"/gu),
  ];
  const left = Math.min(...boxes.map(([, x]) => Number(x)));
  const right = Math.max(...boxes.map(([, x, , width]) => Number(x) + Number(width)));
  return { x: left, y: Number(boxes[0]?.[2]), width: right - left, height: HEIGHT };
}

describe.each(templateList.map(({ id, load }) => ({ id, load })))('the counts on the template $id', ({ load }) => {
  it('cover no other element, no name of a boundary, no label of another flow and no other counts', async () => {
    const compiled = compileJudgement(board, judgement);
    if (!compiled.ok) throw new Error('the judgement does not compile');
    const model = await load();
    const { findings, questions } = analyse(model, compiled.judgement);
    const scene = createScene(model, createPackIndex(board));
    const badges = [...countBadges(joinDecisions(findings, {}).threats, questions)].map(
      ([id, { questions: question, ...severities }]): Placed => ({
        id,
        box: badgeBox(renderSvg(scene, { badges: new Map([[id, { ...severities, question }]]) })),
      }),
    );
    const taken = [
      ...scene.elements.flatMap(({ id, box, boundary }): Placed[] => {
        // A boundary keeps its counts off its own name too; an element carries them at its edge.
        if (boundary === null) return [{ id, box }];
        return boundary.tag === null ? [] : [{ id: `name of ${id}`, box: boundary.tag.box }];
      }),
      ...scene.flows.flatMap(({ id, label }): Placed[] => (label === null ? [] : [{ id, box: label.box }])),
    ];
    const covered = badges.flatMap((badge, at) =>
      [...taken, ...badges.slice(at + 1)]
        .filter((other) => other.id !== badge.id && overlaps(badge.box, other.box))
        .map((other) => `${badge.id} ${other.id}`),
    );
    expect(badges.length).toBeGreaterThanOrEqual(10);
    expect(covered).toEqual([]);
  });
});
