import type { AppliedControl, ControlState } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { caseId } from './case-id.ts';
import { matchResults } from './match-results.ts';
import { readResults, type TestCase } from './read-results.ts';

const read = (text: string) => readResults(new TextEncoder().encode(text));
const casesOf = (text: string): readonly TestCase[] => {
  const result = read(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.cases;
};

describe('results of tests', () => {
  it('are read from JUnit XML, however deep its suites nest', () => {
    const xml = `<?xml version="1.0"?>
      <testsuites><testsuite name="a"><testsuite name="b">
        <testcase name="[K17@pod] works" classname="controls" time="1"/>
        <testcase name="broken"><failure message="no">stack &lt;here&gt;</failure></testcase>
      </testsuite>
      <testcase name="crashed"><error/></testcase>
      <testcase name="later"><skipped/></testcase></testsuite></testsuites>`;
    expect(casesOf(xml)).toEqual([
      { name: 'controls [K17@pod] works', outcome: 'passed' },
      { name: 'broken', outcome: 'failed' },
      { name: 'crashed', outcome: 'failed' },
      { name: 'later', outcome: 'skipped' },
    ]);
    expect(casesOf('<testsuite/>')).toEqual([]);
  });

  it.each([
    [
      'a list',
      '[{"name":"a","outcome":"passed"},{"id":"b","status":"FAIL"},{"title":"c","state":"pending"},{"x":1},7]',
    ],
    ['a list under a name', '{"tests":[{"name":"a","result":"ok"},{"name":"b","result":"error"},{"name":"c"}]}'],
    [
      'Vitest and Jest',
      '{"testResults":[{"assertionResults":[{"fullName":"a","title":"z","status":"passed"},{"fullName":"b","status":"failed"}]},{"assertionResults":[{"fullName":"c","status":"todo"}]}]}',
    ],
  ])('are read from the JSON of %s', (_, json) => {
    expect(casesOf(json)).toEqual([
      { name: 'a', outcome: 'passed' },
      { name: 'b', outcome: 'failed' },
      { name: 'c', outcome: 'skipped' },
    ]);
  });

  it.each([
    ['<html><body/></html>', 'not-results'],
    ['<!DOCTYPE testsuite [<!ENTITY a "b">]><testsuite><testcase name="&a;"/></testsuite>', 'xml-doctype'],
    ['<testsuite><testcase></testsuite>', 'not-xml'],
    ['{"schema":1,"elements":[]}', 'not-results'],
    ['{"tests":7}', 'not-results'],
    ['TAP version 13', 'not-results'],
    ['', 'empty'],
  ])('are none in %s', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('matching results', () => {
  const place = (control: string, element: string, state: ControlState, evidence = ''): AppliedControl => ({
    control,
    element,
    state,
    owner: '',
    evidence,
    ticket: '',
  });
  const applied = [
    place('K17', 'pod', 'implemented'),
    place('K17', 'db', 'verified', 'run 6'),
    place('acme:X', 'pod', 'planned'),
    place('K1', 'pod', 'planned'),
  ];
  const test = (name: string, outcome: TestCase['outcome']): TestCase => ({ name, outcome });

  it('sets what ran to verified or failed, keeps evidence that is there, and lists everything else', () => {
    const matched = matchResults(
      [
        test('suite [K17@pod] one', 'passed'),
        test('[K17@pod] two', 'failed'),
        test('[K17@db] same', 'passed'),
        test('[acme:X@pod] later', 'skipped'),
        test('[K17@gone] old', 'passed'),
        test('something else', 'failed'),
      ],
      applied,
      'results.xml',
    );
    expect(matched.tested.map(({ control, element, state, evidence }) => [control, element, state, evidence])).toEqual([
      ['K17', 'pod', 'failed', 'results.xml'],
      ['K17', 'db', 'verified', 'run 6'],
    ]);
    expect(matched.changed.map(caseId)).toEqual(['[K17@pod]']);
    expect(matched).toMatchObject({
      skipped: ['[acme:X@pod] later'],
      unmatched: ['[K17@gone] old', 'something else'],
      untested: [applied[3]],
      isForeign: false,
    });
  });

  it('is not swayed by the order of tests: one that failed is enough', () => {
    const cases = [test('[K17@pod] a', 'failed'), test('[K17@pod] b', 'passed')];
    for (const order of [cases, [...cases].reverse()])
      expect(matchResults(order, applied, '').tested).toMatchObject([{ state: 'failed' }]);
  });

  it('tells results of another model', () => {
    expect(matchResults([test('[K17@elsewhere] a', 'passed')], applied, '')).toMatchObject({
      isForeign: true,
      tested: [],
    });
  });
});
