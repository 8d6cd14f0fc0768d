import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostile, xmlProblem } from '../testing/xml-problem.ts';
import { THEMES } from '../theme.ts';
import { type DrawnStep, placeTree, type PlacedStep, TREE_SIZES } from './place-tree.ts';
import { renderTree } from './render-tree.ts';
import { TREE_SIGNS, type TreeSign } from './signs.ts';

const signs = [...Object.keys(TREE_SIGNS), 'and', 'or'] as readonly (TreeSign | 'and' | 'or')[]; // its own keys

const stepOf = (depth: number): fc.Arbitrary<DrawnStep> =>
  fc.record({
    label: hostile,
    note: hostile,
    sign: fc.option(fc.constantFrom(...signs)),
    isAside: fc.boolean(),
    isCovered: fc.boolean(),
    controls: fc.array(fc.record({ text: hostile, isInPlace: fc.boolean() }), { maxLength: 3 }),
    isCut: fc.boolean(),
    steps: depth === 0 ? fc.constant([]) : fc.array(stepOf(depth - 1), { maxLength: 3 }),
  });
const step = stepOf(3);

/** Boxes of all steps. */
const boxes = ({ boxX, y, boxHeight, steps }: PlacedStep): readonly (readonly [number, number, number])[] => [
  [boxX, y, boxHeight],
  ...steps.flatMap(boxes),
];

describe('renderTree', () => {
  it('is well-formed for any text anywhere, in every theme, as a file and on a page', () => {
    fc.assert(
      fc.property(step, fc.constantFrom(...THEMES), hostile, fc.boolean(), (root, theme, title, isPart) => {
        const svg = renderTree(root, { theme, title, ...(isPart ? { prefix: 'a-' } : {}) });
        expect(xmlProblem(svg)).toBeNull();
        expect(renderTree(root, { theme, title, ...(isPart ? { prefix: 'a-' } : {}) })).toBe(svg);
      }),
    );
  });

  it('lets no box lie on another or outside of the drawing', () => {
    fc.assert(
      fc.property(step, (root) => {
        const { top, width, height } = placeTree(root);
        const all = boxes(top);
        for (const [at, [x, y, tall]] of all.entries()) {
          expect(x + TREE_SIZES.box).toBeLessThanOrEqual(width);
          expect(y + tall).toBeLessThanOrEqual(height);
          for (const [otherX, otherY, otherTall] of all.slice(at + 1)) {
            const isBeside = Math.abs(x - otherX) >= TREE_SIZES.box;
            expect(isBeside || y + tall <= otherY || otherY + otherTall <= y).toBe(true);
          }
        }
      }),
    );
  });

  it('says what is lit, what is in place and what is cut', () => {
    const plain: DrawnStep = {
      ...{ label: 'Goal', note: 'Any of these', sign: 'or', isAside: false, isCovered: false, controls: [] },
      ...{ isCut: false, steps: [] },
    };
    const lit: DrawnStep = {
      ...{ ...plain, label: 'Step', note: 'Lit', sign: 'lit', isCut: true },
      controls: [{ text: 'Patching: in place', isInPlace: true }],
    };
    const svg = renderTree({ ...plain, steps: [lit] }, { title: 'A tree' });
    for (const word of ['A tree', 'Goal', 'Any of these', 'Step', 'Lit', 'Patching: in place']) {
      expect(svg).toContain(`>${word}<`);
    }
    expect(svg).toContain(TREE_SIGNS.lit);
    expect(svg).toContain('stroke-dasharray="4 4"');
  });
});
