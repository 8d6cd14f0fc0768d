/**
 * Reads the results of automated tests: JUnit XML as almost every runner writes it, or JSON as Vitest and Jest write it, or a plain list of
 * `{ name, outcome }`. Only names and outcomes are read.
 */

import type { Problem } from '../problem.ts';
import { decodeFile } from '../tmt/xml/decode-bytes.ts';
import { readXml } from '../tmt/xml/read-xml.ts';
import type { XmlElement } from '../tmt/xml/xml-element.ts';

/** One test that ran or was skipped. */
export interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

/** The tests in their order, or why there are none to be read. */
export type ReadResults =
  | { readonly ok: true; readonly cases: readonly TestCase[] }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a file of results. Never throws. */
export function readResults(bytes: Uint8Array): ReadResults {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  return decoded.text.trimStart().startsWith('<') ? readJunit(decoded.text) : readJson(decoded.text);
}

const NO_RESULTS: ReadResults = { ok: false, problem: { code: 'not-results' } };

function readJunit(text: string): ReadResults {
  const read = readXml(text);
  if (!read.ok) return read;
  if (read.root.name !== 'testsuites' && read.root.name !== 'testsuite') return NO_RESULTS;
  const cases: TestCase[] = [];
  collect(read.root, cases);
  return { ok: true, cases };
}

/** Suites nest as deep as their describe blocks; the reader has bounded that. */
function collect(element: XmlElement, cases: TestCase[]): void {
  for (const child of element.children) {
    if (child.name === 'testcase') cases.push(caseOf(child));
    else if (child.name === 'testsuite') collect(child, cases);
  }
}

function caseOf({ attributes, children }: XmlElement): TestCase {
  const has = (name: string): boolean => children.some((child) => child.name === name);
  const outcome = has('failure') || has('error') ? 'failed' : has('skipped') ? 'skipped' : 'passed';
  return { name: [attributes.get('classname'), attributes.get('name')].filter(Boolean).join(' '), outcome };
}

function readJson(text: string): ReadResults {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return NO_RESULTS;
  }
  const lists = [value, fieldOf(value, 'tests'), fieldOf(value, 'results')].filter(isList);
  const ofFiles = fieldOf(value, 'testResults');
  const inFiles = (isList(ofFiles) ? ofFiles : []).map((file) => fieldOf(file, 'assertionResults')).filter(isList);
  const found = lists.length > 0 ? lists.slice(0, 1) : inFiles;
  if (found.length === 0 && !isList(ofFiles)) return NO_RESULTS;
  return { ok: true, cases: found.flat().flatMap(readCase) };
}

const OUTCOMES: Readonly<Record<string, TestCase['outcome']>> = {
  passed: 'passed',
  pass: 'passed',
  ok: 'passed',
  success: 'passed',
  failed: 'failed',
  fail: 'failed',
  error: 'failed',
};

/** What says neither passed nor failed proves nothing: it is skipped. */
function readCase(value: unknown): readonly TestCase[] {
  const names = ['fullName', 'name', 'title', 'id'].map((key) => fieldOf(value, key));
  const name = names.find((one) => typeof one === 'string');
  if (typeof name !== 'string') return [];
  const said = ['outcome', 'status', 'state', 'result'].map((key) => fieldOf(value, key));
  const word = (said.find((one) => typeof one === 'string') ?? '').toLowerCase();
  return [{ name, outcome: Object.hasOwn(OUTCOMES, word) ? (OUTCOMES[word] ?? 'skipped') : 'skipped' }];
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
