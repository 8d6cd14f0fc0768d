/** From plain data to a fragment of a pack, or every problem of its shape. */

import * as v from 'valibot';
import { type Fragment, fragmentSchema } from './fragment-schema.ts';
import { PACK_LIMITS } from './limits.ts';
import { problemAt } from './located.ts';
import type { PackProblem } from './problem.ts';
import type { DataPath, SourceFile } from './source-file.ts';
import { templateSchema } from './template-schema.ts';
import { languageSchema, translationSchema } from './translation-schema.ts';

/** What stands at the top level of a file: an ordinary fragment, or what its folder says. */
export type FileForm = 'fragment' | 'template' | 'translation';

/** A file of the right shape, or every problem of it. */
export type FragmentReading =
  | { readonly ok: true; readonly fragment: Fragment; readonly form: FileForm }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Validates a file. A file in a folder `templates` is one template at its top level, one in `translations` the texts of one language. */
export function readFragment(source: SourceFile): FragmentReading {
  const tooLong = longLists(source);
  if (tooLong.length > 0) return { ok: false, problems: tooLong };
  const parsed = <Schema extends v.GenericSchema>(
    schema: Schema,
    form: FileForm,
    take: (read: v.InferOutput<Schema>) => Partial<Fragment>,
  ): FragmentReading => {
    const result = v.safeParse(schema, source.data);
    if (!result.success) return { ok: false, problems: shapeProblems(source, result.issues) };
    return { ok: true, fragment: { ...v.parse(fragmentSchema, {}), ...take(result.output) }, form };
  };
  if (/(^|\/)templates\//u.test(source.path)) {
    return parsed(templateSchema, 'template', (template) => ({ templates: [template] }));
  }
  const language = /(?:^|\/)translations\/([^/.]+)[/.]/u.exec(source.path)?.[1];
  if (language !== undefined && v.is(languageSchema, language)) {
    return parsed(translationSchema, 'translation', (texts) => ({ translations: { [language]: texts } }));
  }
  return parsed(fragmentSchema, 'fragment', (fragment) => fragment);
}

/** Lists and records, at any depth, that are too long to be looked at item by item, and what nests deeper than anything here does. */
function longLists(source: SourceFile): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const waiting: { readonly value: unknown; readonly path: DataPath }[] = [{ value: source.data, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null) continue;
    const { length } = Object.keys(value);
    if (length > PACK_LIMITS.items) {
      const message = `${length} stand here, at most ${PACK_LIMITS.items} are read. Split the pack.`;
      problems.push(problemAt({ source, path }, { code: 'too-many', item: itemOf(source.data, path), message }));
      continue;
    }
    if (path.length > PACK_LIMITS.nesting) {
      const message = `This nests deeper than ${PACK_LIMITS.nesting}. Simplify it.`;
      problems.push(problemAt({ source, path }, { code: 'too-many', item: itemOf(source.data, path), message }));
      continue;
    }
    for (const [key, inside] of Object.entries(value)) {
      waiting.push({ value: inside, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return problems;
}

type Issue = v.BaseIssue<unknown>;

function shapeProblems(source: SourceFile, issues: readonly Issue[]): readonly PackProblem[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
    return problemAt({ source, path }, { code: 'shape', item: itemOf(source.data, path), message: sentence(issue) });
  });
}

function sentence(issue: Issue): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `The key ${issue.received} is not known here. Remove it or correct its name.`;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return `The key ${issue.expected ?? ''} is missing. Add it.`;
  }
  if (issue.kind === 'schema')
    return `Found ${plain(issue.received)}, expected ${plain(issue.expected ?? 'something else')}.`;
  return issue.message;
}

const PLAIN: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'a record',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};

/** Kinds of JavaScript in words: `(string | Array)` is "text or a list". Quoted values stay. */
const plain = (shape: string): string =>
  shape
    .split(/("(?:[^"\\]|\\.)*")/u)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/[()]/gu, '')
            .replace(/\b[A-Za-z]+\b/gu, (word) => (Object.hasOwn(PLAIN, word) ? (PLAIN[word] ?? word) : word))
            .replaceAll(' | ', ' or '),
    )
    .join('');

const KIND_BY_KEY: Readonly<Record<string, string>> = {
  families: 'family',
  groups: 'group',
  stencils: 'stencil',
  boundaries: 'boundary',
  independenceGroups: 'independence group',
  mechanisms: 'mechanism',
  layers: 'layer',
  properties: 'property',
  rules: 'rule',
  controls: 'control',
  references: 'reference',
  ruleFamilies: 'rule family',
  exclusions: 'exclusion',
  coverage: 'coverage',
  rings: 'ring',
  steps: 'step',
  trees: 'tree',
  subtrees: 'subtree',
  templates: 'template',
  translations: 'translation',
  nodes: 'node',
  flows: 'flow',
};

/** What the path is about: the outermost list item on it, named by kind and id (or place in the list). */
function itemOf(data: unknown, path: DataPath): string {
  const [key, at] = path;
  if (typeof key !== 'string' || typeof at !== 'number') return typeof key === 'string' ? key : '';
  const list = field(data, key);
  const item: unknown = Array.isArray(list) ? list[at] : undefined;
  const name = field(item, 'id') ?? field(item, 'name') ?? field(item, 'key');
  const kind = Object.hasOwn(KIND_BY_KEY, key) ? KIND_BY_KEY[key] : key;
  return `${kind} ${typeof name === 'string' ? name : at + 1}`;
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
