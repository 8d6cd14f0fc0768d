/**
 * A draft of a rule for an organisation's own pack, from what people raised and no rule found. It is a whole pack that can be read and tried as
 * it is: the condition names the kind of element, the examples show where it fires and where not; what only people can add is marked TODO.
 */
import type { ElementKind, StrideLetter } from '@strideboard/model';
import { cutText } from '../ui/cut-text.ts';

/** What a draft is about: one element, or a flow between two. `type` is a stencil or boundary kind of the built-in pack, `''` for another one. */
export interface DraftPart {
  readonly kind: ElementKind;
  readonly type: string;
}

/** What is known of the rule. */
export interface DraftInput {
  readonly title: string;
  readonly letters: readonly StrideLetter[];
  /** What people said, one text each. */
  readonly said: readonly string[];
  /** Where the first of what it is about is; `null` when it names nothing of the board. */
  readonly about:
    | { readonly kind: 'element'; readonly element: DraftPart }
    | { readonly kind: 'flow'; readonly source: DraftPart; readonly target: DraftPart }
    | null;
}

/** Id of the pack in a draft; whoever takes it over chooses another. */
const DRAFT_PACK = 'my-pack';
/** Id of the rule in a draft. */
export const DRAFT_RULE = `${DRAFT_PACK}:DRAFT-1`;

const TITLE_LIMIT = 200;
const TEXT_LIMIT = 3_500;

/** Writes the draft as YAML. */
export function ruleDraft({ title, letters, said, about }: DraftInput): string {
  const { scope, when, title: subject, examples } = conditionOf(about);
  const heading = oneLine(title, TITLE_LIMIT) || 'TODO: say what can go wrong';
  const why = oneLine(`TODO: say why this is a threat. The team wrote: ${said.join(' / ')}`, TEXT_LIMIT);
  return [
    '# Draft of a rule, from what a team raised and no rule found.',
    '# It can be read as it is (strideboard pack check <file>). Before it is used:',
    '# TODO: choose an id for the pack, and one for the rule that stays.',
    '# TODO: narrow the condition: now it fires on everything of this kind.',
    '# TODO: add the smallest diagram that fires and the nearest that does not, controls that help, and sources.',
    `pack: { id: ${DRAFT_PACK}, version: "1", title: "TODO: name of the pack" }`,
    'ruleFamilies:',
    `  - { id: ${text(`${DRAFT_PACK}:DRAFT`)}, title: "Drafts" }`,
    'rules:',
    `  - id: ${text(DRAFT_RULE)}`,
    `    family: ${text(`${DRAFT_PACK}:DRAFT`)}`,
    // `{el}` and the like are filled in by whoever shows the title.
    `    title: ${text(`${heading} (${subject})`)}`,
    `    letters: [${letters.join(', ')}]`,
    '    # TODO: critical, high, medium or low',
    '    severity: medium',
    `    scope: [${scope}]`,
    `    when: ${text(when)}`,
    `    why: ${text(why)}`,
    '    controls: []',
    '    references: []',
    '    examples:',
    ...examples,
    '',
  ].join('\n');
}

interface Condition {
  readonly scope: string;
  readonly when: string;
  readonly title: string;
  readonly examples: readonly string[];
}

function conditionOf(about: DraftInput['about']): Condition {
  if (about?.kind === 'flow') {
    const [source, target] = [selectorOf(about.source), selectorOf(about.target)];
    const isFrom = (is: string): string => (is === ANY ? '' : is);
    const parts = [
      isFrom(source) === '' ? '' : `kind(source, '${source}')`,
      isFrom(target) === '' ? '' : `kind(target, '${target}')`,
    ].filter(Boolean);
    const [from, to] = [exampleOf(about.source), exampleOf(about.target)];
    return {
      scope: 'flow',
      when: parts.join(' && ') || 'true',
      title: '{source} to {target}',
      examples: [
        ...example(true, [from, to], true),
        ...example(false, [parts.length === 0 ? from : otherThan(from), otherThan(to)], parts.length > 0),
      ],
    };
  }
  const element = about?.element ?? { kind: 'process' as const, type: '' };
  const is = selectorOf(element);
  const shown = exampleOf(element);
  return {
    scope: text(is),
    when: is === ANY ? 'true' : `kind(el, '${is}')`,
    title: '{el}',
    examples: [...example(true, [shown], false), ...example(false, is === ANY ? [] : [otherThan(shown)], false)],
  };
}

const ANY = 'any';

/** A type of the pack, else the class that it belongs to. */
const selectorOf = ({ kind, type }: DraftPart): string => {
  if (type !== '') return type;
  return kind === 'ref' || kind === 'note' ? ANY : kind;
};

/** Types of the built-in pack that stand for a class in an example. */
const CLASS_EXAMPLES: Readonly<Record<ElementKind, string>> = {
  process: 'wl.pod',
  store: 'cp.etcd',
  external: 'ext.user',
  boundary: 'tb.namespace',
  note: 'wl.pod',
  ref: 'wl.pod',
};

const exampleOf = ({ kind, type }: DraftPart): string => (type === '' ? CLASS_EXAMPLES[kind] : type);

/** A type of another class than any that is asked for. */
const otherThan = (type: string): string => (type.startsWith('tb.') ? 'cp.etcd' : 'tb.cluster');

function example(fires: boolean, types: readonly string[], isFlow: boolean): readonly string[] {
  const ids = ['a', 'b'];
  const elements = types.map((type, at) => `{ id: ${ids[at] ?? 'c'}, type: ${text(type)} }`).join(', ');
  return [
    `      - fires: ${String(fires)}`,
    `        elements: [${elements}]`,
    ...(isFlow ? ['        flows: [{ source: a, target: b }]'] : []),
  ];
}

/** One line without what is no character: half of a pair, or a control. */
function oneLine(given: string, limit: number): string {
  // With the u flag half of a pair is a character of its own kind.
  const clean = given
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return cutText(clean, limit);
}

/** A text in double quotes: what JSON writes, YAML 1.2 reads (YAML 1.2.2, section 1.3). */
const text = (value: string): string => JSON.stringify(value);
