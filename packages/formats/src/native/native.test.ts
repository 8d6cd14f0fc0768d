import { defaultSize, EMPTY_MODEL, type Model, SCHEMA } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNative } from './read-native.ts';
import { writeNative } from './write-native.ts';

const small = buildModel({
  meta: { title: 'Payments' },
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label: 'production', width: 400, height: 300 },
    { id: 'api', kind: 'process', type: 'cp.apiserver', label: 'API "server"', parent: 'cluster', x: 20, y: 30 },
    { id: 'etcd', kind: 'store', type: 'cp.etcd', label: 'etcd', parent: 'cluster', x: 200, y: 30 },
  ],
  flows: [
    { id: 'f1', source: 'api', target: 'etcd', order: '1', label: 'store object', properties: { encrypted: true } },
  ],
  decisions: { 'CP-002~api': { state: 'accepted', by: 'bo', at: 5, fields: { why: 'lab only' } } },
});

const readOk = (text: string): { readonly model: Model; readonly losses: readonly unknown[] } => {
  const result = readNative(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};
const codes = (text: string): readonly string[] => {
  const result = readNative(text);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
};

describe('a Strideboard file', () => {
  it('gives back the model it was written from, whatever the model', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const { model: read, losses } = readOk(writeNative(model));
        expect(losses).toEqual([]);
        expect(read).toEqual(model);
      }),
    );
  });

  it('is written back byte for byte', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const text = writeNative(model);
        expect(writeNative(readOk(text).model)).toBe(text);
      }),
    );
  });

  it('has one record a line, and keeps the place apart from the meaning', () => {
    const moved: Model = {
      ...small,
      elements: small.elements.map((element) => (element.id === 'api' ? { ...element, x: 90 } : element)),
    };
    const [before, after] = [writeNative(small).split('\n'), writeNative(moved).split('\n')];
    const changed = before.filter((line, at) => line !== after[at]);
    expect(changed).toEqual(['      { "at": [20, 30], "id": "api", "z": "a0" },']);
    expect(before).toContain(
      '    { "id": "etcd", "kind": "store", "label": "etcd", "parent": "cluster", "type": "cp.etcd" }',
    );
  });

  it('ends with one newline and has no carriage return', () => {
    expect(writeNative(EMPTY_MODEL)).toMatch(/^\{\n {2}"format": "strideboard",\n[^\r]*\}\n$/u);
  });

  it('may be as short as its head', () => {
    expect(readOk('{"format":"strideboard","schema":1}').model).toEqual(EMPTY_MODEL);
  });

  it('gives elements without a place their usual size at the origin', () => {
    const [element] = readOk('{"format":"strideboard","schema":1,"elements":[{"id":"a","kind":"note"}]}').model
      .elements;
    expect(element).toMatchObject({ x: 0, y: 0, ...defaultSize('note') });
  });

  it('lists what it does not know as a loss', () => {
    const text =
      '{"format":"strideboard","schema":1,"mood":"good","elements":[{"id":"a","kind":"process","colour":"red"}]}';
    expect(readOk(text).losses).toEqual([
      { code: 'field-unknown', where: 'mood' },
      { code: 'field-unknown', where: 'elements.0.colour' },
    ]);
  });

  it.each(['__proto__', 'prototype', 'constructor'])(
    'leaves out a setting named %s, which no board has, and lists it',
    (name) => {
      const text = `{"format":"strideboard","schema":1,"settings":{"method":{"risk":"5x5","${name}":"x"}}}`;
      const { model, losses } = readOk(text);
      expect(model.settings.method).toEqual({ risk: '5x5' });
      expect(losses).toEqual([{ code: 'field-unknown', where: `settings.method.${name}` }]);
    },
  );

  it('lists what it had to shorten or leave out', () => {
    const text = JSON.stringify({
      format: 'strideboard',
      schema: 1,
      elements: [{ id: 'a', kind: 'process', label: 'x'.repeat(400) }],
      flows: [{ id: 'f', source: 'a', target: 'gone' }],
    });
    const { model, losses } = readOk(text);
    expect(model.elements[0]?.label).toHaveLength(300);
    expect(model.flows).toEqual([]);
    expect(losses).toEqual([
      { code: 'value-adjusted', where: 'elements.0 (a)' },
      { code: 'flow-end-missing', where: 'f' },
    ]);
  });

  it('is refused with the place of everything that is wrong', () => {
    const text = '{"format":"strideboard","schema":1,"elements":[{"id":"a","kind":"robot"},{"kind":"process"}]}';
    const result = readNative(text);
    expect(result.ok ? [] : result.problems).toMatchObject([
      { code: 'wrong-value', where: 'elements.0.kind', found: '"robot"' },
      { code: 'missing-value', where: 'elements.1.id' },
    ]);
  });

  it('is refused when an id occurs twice', () => {
    const text =
      '{"format":"strideboard","schema":1,"elements":[{"id":"a","kind":"process"},{"id":"a","kind":"store"}]}';
    expect(readNative(text)).toEqual({ ok: false, problems: [{ code: 'id-twice', where: 'elements', found: 'a' }] });
  });

  it('is refused when an element and a flow have the same id, which threats could not tell apart', () => {
    const text =
      '{"format":"strideboard","schema":1,"elements":[{"id":"a","kind":"process"}],"flows":[{"id":"a","source":"a","target":"a"}]}';
    expect(readNative(text)).toEqual({ ok: false, problems: [{ code: 'id-twice', where: 'flows', found: 'a' }] });
  });

  it('is refused with line and column where two versions were merged into one record', () => {
    const text = '{"format":"strideboard","schema":1,\n"meta":{"title":"a","title":"b"}}';
    expect(readNative(text)).toEqual({
      ok: false,
      problems: [{ code: 'name-twice', name: 'title', line: 2, column: 21 }],
    });
  });

  it('is brought within what a board can hold, and every cut is listed', () => {
    const text = JSON.stringify({
      format: 'strideboard',
      schema: 1,
      meta: { title: 'x'.repeat(301) },
      elements: [
        { id: 'a', kind: 'process', properties: { long: 'x'.repeat(5_000), fine: true }, notes: 'n'.repeat(50_001) },
      ],
      decisions: [
        { threat: 'R-1~a', state: 'accepted', by: 'bo', at: 1, fields: { impact: 9, why: 'lab', tags: 'x' } },
        { threat: 'R-1|a', state: 'accepted', by: 'bo', at: 1 },
      ],
      layout: { elements: [{ id: 'ghost', at: [0, 0] }], flows: [{ id: 'ghost' }] },
    });
    const { model, losses } = readOk(text);
    expect(model.meta.title).toHaveLength(300);
    expect(model.elements[0]?.properties).toEqual({ fine: true });
    expect(model.decisions).toMatchObject({ 'R-1~a': { state: 'accepted', fields: { why: 'lab' } } });
    expect(losses).toEqual([
      { code: 'value-left-out', where: 'elements.0 (a).properties.long' },
      { code: 'value-adjusted', where: 'elements.0 (a).notes' },
      { code: 'subject-missing', where: 'layout.elements (ghost)' },
      { code: 'subject-missing', where: 'layout.flows (ghost)' },
      { code: 'value-adjusted', where: 'meta.title' },
      { code: 'value-left-out', where: 'decisions.0 (R-1~a).fields.impact' },
      { code: 'value-left-out', where: 'decisions.0 (R-1~a).fields.tags' },
      { code: 'value-left-out', where: 'decisions.1 (R-1|a)' },
    ]);
  });

  it('is refused when a newer version wrote it', () => {
    expect(readNative(`{"format":"strideboard","schema":${SCHEMA + 1},"elements":5}`)).toMatchObject({
      problems: [{ code: 'newer-schema', found: '2', expected: '1' }],
    });
  });
});

describe('readNative', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"format":', 'not-json'],
    ['hello', 'not-a-model'],
    ['{"a":1}', 'not-a-model'],
    ['[]', 'not-a-model'],
    ['PK\u0003\u0004', 'foreign-format'],
    ['<!DOCTYPE html><html>', 'foreign-format'],
    ['\uFEFF<?xml version="1.0"?><mxfile host="x">', 'foreign-format'],
  ])('names what is wrong with %j', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('refuses a file over 20 MB without reading it', () => {
    expect(codes('{'.repeat(21 * 1024 * 1024))).toEqual(['too-large']);
  });

  it('refuses more than a board could ever show', () => {
    const elements = Array.from({ length: 50_001 }, (_, at) => ({ id: `e${at}`, kind: 'process' }));
    expect(codes(JSON.stringify({ format: 'strideboard', schema: 1, elements }))).toEqual(['too-many']);
  });

  it('survives any depth', () => {
    const depth = 200_000;
    expect(codes('['.repeat(depth) + ']'.repeat(depth))).toEqual(['not-a-model']);
    const deep = `{"format":"strideboard","schema":1,"x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(readOk(deep).losses).toEqual([{ code: 'field-unknown', where: 'x' }]);
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(typeof readNative(text).ok).toBe('boolean');
      }),
    );
  });

  it('never throws on a file with a wrong value anywhere', () => {
    const text = writeNative(small);
    const spots = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\d+|[[\]{}]/gu)];
    fc.assert(
      fc.property(fc.constantFrom(...spots), fc.json({ maxDepth: 2 }), (spot, value) => {
        const spoilt = text.slice(0, spot.index) + value + text.slice(spot.index + spot[0].length);
        const result = readNative(spoilt);
        if (!result.ok) expect(result.problems).not.toEqual([]);
        else expect(readOk(writeNative(result.model))).toEqual({ ok: true, model: result.model, losses: [] });
      }),
      { numRuns: 500 },
    );
  });
});
