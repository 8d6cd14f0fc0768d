import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { provePack } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { DRAFT_RULE, type DraftInput, ruleDraft } from './rule-draft.ts';

const INPUT: DraftInput = {
  title: 'Anybody on the floor can read the label printer',
  letters: ['I'],
  said: ['Anybody on the floor can read the label printer', 'Printed addresses lie about'],
  about: { kind: 'element', element: { kind: 'process', type: 'wl.pod' } },
};
/** The rule of a draft, read and tried as the board and the command line do it. */
const proven = (input: DraftInput) => {
  const result = provePack([{ path: 'draft.yaml', text: ruleDraft(input) }], { board, judgement });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.examples).toEqual({ run: 2, withoutFiring: [], withoutQuiet: [] });
  const [rule] = result.pack.judgement.rules;
  expect(rule?.id).toBe(DRAFT_RULE);
  return rule;
};

describe('a draft of a rule', () => {
  it('is a pack that can be read and tried: title, letters, the kind of element, and what is to do', () => {
    const rule = proven(INPUT);
    expect(rule).toMatchObject({ letters: ['I'], scope: ['wl.pod'], when: "kind(el, 'wl.pod')" });
    expect(rule?.title).toBe('Anybody on the floor can read the label printer ({el})');
    expect(rule?.why).toMatch(/^TODO: .*Printed addresses lie about$/u);
    expect(ruleDraft(INPUT)).toMatch(/# TODO: narrow the condition/u);
  });

  it.each([
    ['a boundary', { kind: 'element', element: { kind: 'boundary', type: 'tb.namespace' } }],
    ['a class', { kind: 'element', element: { kind: 'external', type: '' } }],
    ['a class of stores', { kind: 'element', element: { kind: 'store', type: '' } }],
    ['a class of boundaries', { kind: 'element', element: { kind: 'boundary', type: '' } }],
    ['a flow', { kind: 'flow', source: { kind: 'process', type: 'wl.pod' }, target: { kind: 'store', type: '' } }],
    [
      'a flow between two of a kind',
      { kind: 'flow', source: { kind: 'process', type: 'wl.pod' }, target: { kind: 'process', type: 'wl.pod' } },
    ],
    ['nothing of the board', null],
  ] as const)('about %s', (_, about) => {
    proven({ ...INPUT, about });
  });

  it.each([
    '',
    ' ',
    '"]}\n- id: other:RULE #',
    '{el} {{ x }} {target}',
    '\u2028\u0000\ud800 \u202e half',
    'x'.repeat(4_000),
    '🙂'.repeat(2_000),
    "' || true || '",
  ])('takes whatever people wrote as text: %j', (title) => {
    const rule = proven({ ...INPUT, title, said: [title, title] });
    expect(rule?.when).toBe("kind(el, 'wl.pod')");
    expect(rule?.title.endsWith('({el})')).toBe(true);
  });
});
