/** Why a file cannot be opened, as values with permanent codes; the sentences are in the word catalogue. */

import { say, type Words } from '@strideboard/words';
import type { Loss } from './loss.ts';

/** Permanent codes of problems. */
export const PROBLEM_CODES = [
  'too-large',
  'too-many',
  'unreadable',
  'empty',
  'not-json',
  'name-twice',
  'foreign-format',
  'not-a-model',
  'newer-schema',
  'wrong-value',
  'missing-value',
  'id-twice',
  'not-xml',
  'xml-doctype',
  'too-deep',
  'not-tm7',
  'not-tb7',
  'template-alone',
  'template-refused',
  'picture-without-model',
  'picture-damaged',
  'not-results',
] as const;
/** One of {@link PROBLEM_CODES}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One problem: where it is, what stands there, what was expected; all optional but the code. */
export interface Problem {
  readonly code: ProblemCode;
  /** Dotted path into the file. */
  readonly where?: string;
  readonly found?: string;
  readonly expected?: string;
  /** A name that stands twice. */
  readonly name?: string;
  /** Counts from 1. */
  readonly line?: number;
  /** Counts from 1. */
  readonly column?: number;
}

/** The sentence of a problem: what happened, where, what to do. */
export function problemText(problem: Problem, words: Pick<Words, 'exported'>): string {
  const { problems, formats } = words.exported;
  const { where = '', found = '', expected = '', name = '', line = 1, column = 1 } = problem;
  const formatNames: Readonly<Record<string, string>> = formats;
  const shapes = words.exported.shapes;
  const isShape = problem.code === 'wrong-value' || problem.code === 'missing-value';
  return say(problems[problem.code], {
    where,
    found: isShape ? shapeText(found, shapes) : (formatNames[found] ?? found),
    expected: isShape ? shapeText(expected, shapes) : expected,
    name,
    line,
    column,
  });
}

/** What a decoder names by kinds of JavaScript, in words: `(string | Array)` is "text or a list". Quoted values stay. */
function shapeText(shape: string, shapes: Words['exported']['shapes']): string {
  const names: Readonly<Record<string, string>> = shapes;
  return shape
    .split(/("(?:[^"\\]|\\.)*")/u)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/[()]/gu, '')
            .replace(/\b[A-Za-z]+\b/gu, (word) => (Object.hasOwn(names, word) ? (names[word] ?? word) : word))
            .replaceAll(' | ', shapes.or),
    )
    .join('');
}

/** The sentence of a loss. */
export const lossText = (loss: Loss, words: Words): string =>
  say(words.exported.losses[loss.code], { where: loss.where });
