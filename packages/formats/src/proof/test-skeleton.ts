/**
 * A skeleton of automated tests for the runner that comes with Node, so that it runs without installing anything: one test a place where a
 * control is applied, skipped until somebody writes it, named by the id that ties its result back to the control.
 */

import { say } from '@strideboard/words';
import type { EncodedText } from '../export-codec.ts';
import { type ProofInput, type ProofLine, proofLines } from './proof-lines.ts';

/** Writes the skeleton. */
export function writeTestSkeleton(input: ProofInput): EncodedText {
  const { skeleton } = input.words.proof;
  const lines = proofLines(input).filter(({ row }) => row.place !== null);
  const title = oneLine(input.model.meta.title);
  const head = skeleton.head.map((text) =>
    say(text, { model: title === '' ? skeleton.untitled : JSON.stringify(title), file: 'controls.test.mjs' }),
  );
  const tests = lines.map((line) => testOf(line, input));
  const body =
    tests.length === 0 ? `// ${skeleton.none}\n` : `import { test } from 'node:test';\n\n${tests.join('\n')}`;
  return { text: `${head.map((text) => `// ${text}\n`).join('')}\n${body}`, losses: [] };
}

function testOf({ row, where, requirements, case: id }: ProofLine, { words }: ProofInput): string {
  const { skeleton } = words.proof;
  const { title, test, signal } = row.control;
  const said = (text: string): string => (text === '' ? skeleton.missing : oneLine(text));
  const about = [
    say(skeleton.test, { text: said(test) }),
    say(skeleton.requirement, { text: said(requirements.join('; ')) }),
    say(skeleton.signal, { text: said(signal) }),
  ];
  const name = oneLine(say(skeleton.name, { case: id, title, where }));
  return `${about.map((text) => `// ${text}\n`).join('')}test(${literal(name)}, { skip: ${literal(skeleton.skip)} }, async () => {});\n`;
}

/** Text that people wrote must not leave its comment: every kind of line end becomes a space. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();

/** A JavaScript string; JSON is one once the two line ends are escaped that only JSON allows. */
const literal = (text: string): string =>
  JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
