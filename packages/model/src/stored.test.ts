import { arbitraryModel, buildElement, createRandom, nonsense } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementId } from './ids.ts';
import { isPropertyValue, readElement, readFlow, writeElement, writeFlow } from './stored.ts';
import { isOrderKey, readStamp } from './stored-values.ts';

describe('stored elements and flows', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        for (const element of model.elements) {
          const record: unknown = JSON.parse(JSON.stringify(writeElement(element)));
          expect(readElement(element.id, asRecord(record), element.notes)).toEqual({
            element,
            deleted: false,
            issues: [],
          });
        }
        for (const flow of model.flows) {
          const record: unknown = JSON.parse(JSON.stringify(writeFlow(flow)));
          expect(readFlow(flow.id, asRecord(record), flow.notes)).toEqual({ flow, deleted: false, issues: [] });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('write only keys that carry a value', () => {
    expect(Object.keys(writeElement(buildElement({ id: 'a' }))).sort()).toEqual(['at', 'kind', 'size', 'z']);
  });

  it('read null exactly like absent', () => {
    const record = { kind: 'store', at: [null, 1, 2], size: [10, 10], z: 'a1' };
    const nulls = Object.fromEntries(
      ['label', 'type', 'in.b', 'p.x', 'e.x', 'oos', 'shape', 'lock', 'col', 'del', 'by'].map((key) => [key, null]),
    );
    expect(readElement('a', { ...record, ...nulls })).toEqual(readElement('a', record));
  });

  it('never throw and are readable again, whatever is stored', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = createRandom(seed);
      const keys = [
        'kind',
        'at',
        'size',
        'z',
        'shape',
        'style',
        'label',
        'in.a',
        'p.x',
        'e.x',
        'oos',
        'lock',
        'by',
        'of',
        'ends',
        'way',
        'lab',
        'ports',
        'dir',
        '__proto__',
      ];
      const record = Object.fromEntries(keys.map((key) => [key, nonsense(random)]));
      const { element } = readElement('a', record);
      expect(readElement('a', writeElement(element)).element, `seed ${seed}`).toEqual(element);
      const { flow } = readFlow('f', record);
      expect(
        readFlow('f', writeFlow({ ...flow, source: elementId('a'), target: elementId('b') })).flow,
        `seed ${seed}`,
      ).toEqual({ ...flow, source: 'a', target: 'b' });
    }
  });
});

describe('reading', () => {
  const at = { at: [null, 0, 0], kind: 'process' };

  it('takes an unknown kind for a process and says so', () => {
    const read = readElement('a', { ...at, size: [9, 9], kind: 'robot' });
    expect([read.element.kind, read.issues]).toEqual(['process', ['kind-unknown']]);
  });

  it.each([
    ['a place that is missing', {}],
    ['a place out of range', { at: [null, 1_000_000, 0] }],
    ['a place that rounds out of range', { at: [null, 999_999.7, 0] }],
    ['a place that is no number', { at: [null, '1', 0] }],
    ['a size below one', { ...at, size: [0, -3] }],
    [
      'a shape of too few points',
      {
        ...at,
        shape: [
          'poly',
          [
            [0, 0],
            [1, 1],
          ],
          'straight',
        ],
      },
    ],
    [
      'a shape outside its box',
      {
        ...at,
        shape: [
          'line',
          [
            [0, 0],
            [10_001, 1],
          ],
          'straight',
        ],
      },
    ],
  ])('gives %s its default and says so', (_, record) => {
    const read = readElement('a', { size: [160, 60], kind: 'process', ...record });
    expect(read.element).toMatchObject({ x: 0, y: 0, width: 160, height: 60, shape: { kind: 'box' } });
    expect(read.issues).toContain('value-unreadable');
  });

  it('rounds coordinates to whole pixels, and never to minus zero', () => {
    const { element } = readElement('a', { ...at, at: [null, -0.4, 2.5] });
    expect([Object.is(element.x, 0), element.y]).toEqual([true, 3]);
  });

  it('keeps a property named like the prototype an ordinary one', () => {
    const record: unknown = JSON.parse('{"kind":"process","at":[null,0,0],"p.__proto__":true}');
    const { properties } = readElement('a', asRecord(record)).element;
    expect(Object.keys(properties)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
  });

  it('cuts texts and points at their limits', () => {
    const points = Array.from({ length: 300 }, () => [1, 1]);
    expect(readElement('a', { ...at, label: 'x'.repeat(999) }).element.label).toHaveLength(300);
    expect(readFlow('f', { ends: ['a', 'b'], way: [null, points] }).flow.route?.points).toHaveLength(200);
  });

  it('gives wrong routes, sides and label places their defaults', () => {
    const { flow } = readFlow('f', {
      ends: ['a', 'b'],
      way: [null, [[1, 'x']]],
      ports: ['up', 'left'],
      lab: [1001, 0, 0],
      dir: 'both',
    });
    expect(flow).toMatchObject({ route: null, ports: [null, 'left'], labelPlace: null, direction: 'one' });
  });

  it('leaves a flow without readable ends at no element', () => {
    const read = readFlow('f', { ends: ['a'] });
    expect([read.flow.source, read.flow.target, read.issues]).toEqual(['', '', ['value-unreadable']]);
  });

  it('knows stamps, order keys and property values from what merely looks like them', () => {
    expect(readStamp(['ada', 5, 'more'])).toEqual({ by: 'ada', at: 5 });
    expect([readStamp(['ada']), readStamp([1, 2]), readStamp('x')]).toEqual([null, null, null]);
    expect([isOrderKey('a0'), isOrderKey('Zz9'), isOrderKey('0a'), isOrderKey(''), isOrderKey(1)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([
      isPropertyValue(['a', 1, true]),
      isPropertyValue([['a']]),
      isPropertyValue(Number.NaN),
      isPropertyValue(null),
    ]).toEqual([true, false, false, false]);
  });
});

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('not a record');
  return Object.fromEntries(Object.entries(value));
}
