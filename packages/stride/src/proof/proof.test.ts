import { type AppliedControl, type ControlState, elementId, type PropertyValue } from '@strideboard/model';
import type { Control } from '@strideboard/packs';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { gradeOf, riskOf } from '../register/risk.ts';
import { buildThreats } from '../testing/build-threat.ts';
import { SMALL_INDEX } from '../testing/small-pack.ts';
import { boundaryLayers } from './boundary-layers.ts';
import { listControls } from './list-controls.ts';
import { listGaps } from './list-gaps.ts';
import { proofTable } from './proof-table.ts';
import { residualWith } from './residual-with.ts';

const place = (control: string, element: string, state: ControlState, evidence = ''): AppliedControl => ({
  control,
  element: elementId(element),
  state,
  owner: '',
  evidence,
  ticket: '',
});

const full: Control = {
  id: 'full',
  label: 'Whole chain',
  test: 'try it',
  signal: 'a line in a log',
  compliance: [{ key: 'cis-1.12', id: '5.3', checked: true }],
  mitigates: ['A', 'B'],
  strength: { likelihood: 2, impact: 0 },
  sets: ['baseline', 'standard', 'high'],
  mechanism: 'firewall',
  layer: 'node',
};
const bare: Control = { id: 'bare', label: 'Words only', compliance: [], mitigates: [], sets: ['high'] };
const unused: Control = { ...full, id: 'unused', label: 'Unused', sets: ['standard', 'high'], mitigates: ['B'] };
const catalogue = [full, bare, unused];
const own = {
  id: 'own-control-1',
  title: 'Four eyes',
  group: '',
  layer: '',
  strength: null,
  test: '',
  signal: '',
  requirements: ['House rule 7'],
  notes: '',
};
const drawn = {
  elements: [
    { id: 'node', kind: 'boundary' as const, type: 'tb.node' },
    { id: 'pod', type: 'wl.pod' },
  ],
};

describe('the proof', () => {
  const tableOf = (applied: readonly AppliedControl[], links: readonly (readonly [string, string])[] = []) =>
    proofTable({
      catalogue,
      model: buildModel({
        ...drawn,
        register: { controls: [own], applied, mitigations: links.map(([threat, control]) => ({ threat, control })) },
      }),
    }).map(({ control, place: at, holes }) => [control.id, at?.element ?? null, holes]);

  it('has a row for each place and names every hole of it', () => {
    const applied = [
      place('full', 'node', 'verified', 'report'),
      place('full', 'pod', 'failed'),
      place('bare', 'pod', 'implemented'),
    ];
    expect(tableOf(applied, [['A~pod', 'full']])).toEqual([
      ['full', 'node', []],
      ['full', 'pod', ['failed']],
      ['bare', 'pod', ['answersNothing', 'noEvidence', 'noTest', 'noRequirement', 'noSignal', 'noStrength']],
      ['own-control-1', null, ['appliedNowhere', 'answersNothing', 'noTest', 'noSignal', 'noStrength']],
    ]);
  });

  it('asks no evidence of what is only planned, and shows what is linked but applied nowhere', () => {
    expect(
      tableOf(
        [place('full', 'node', 'planned')],
        [
          ['A~pod', 'full'],
          ['B~pod', 'unused'],
        ],
      ),
    ).toEqual([
      ['full', 'node', []],
      ['unused', null, ['appliedNowhere']],
      ['own-control-1', null, expect.anything()],
    ]);
  });

  it('keeps a control visible that no pack at hand has', () => {
    expect(tableOf([place('acme:gone', 'pod', 'planned')])).toContainEqual([
      'acme:gone',
      'pod',
      expect.arrayContaining(['noTest']),
    ]);
  });
});

describe('the gaps of a set', () => {
  it('are what is not in place, most open threats first', () => {
    const threats = buildThreats([
      { rule: 'B', on: 'pod' },
      { rule: 'A', on: 'pod', decision: { state: 'mitigated', fields: {} } },
    ]);
    const gapsOf = (applied: readonly AppliedControl[]) => {
      const { gaps, inPlace } = listGaps('standard', listControls(catalogue, []), {
        applied,
        mitigations: [],
        threats,
      });
      return [gaps.map(({ control, state, open }) => [control.id, state, open]), inPlace.map(({ id }) => id)];
    };
    expect(gapsOf([])).toEqual([
      [
        ['full', null, 1],
        ['unused', null, 1],
      ],
      [],
    ]);
    expect(gapsOf([place('full', 'node', 'verified')])).toEqual([[['unused', null, 1]], ['full']]);
    expect(gapsOf([place('full', 'node', 'verified'), place('full', 'pod', 'failed')])[0]).toContainEqual([
      'full',
      'failed',
      1,
    ]);
  });
});

describe('the layers of a boundary', () => {
  const layersOf = (enforcedBy: PropertyValue | null, state: ControlState) => {
    const boundary = { id: elementId('node'), properties: enforcedBy === null ? {} : { enforcedBy } };
    return boundaryLayers(boundary, SMALL_INDEX, {
      applied: [place('full', 'node', state), place('full', 'pod', 'verified')],
      controls: listControls(catalogue, []),
    });
  };

  it('are as many as the groups of mechanisms that fail apart, controls in place included', () => {
    expect(layersOf(['seccomp@container', 'cgroups', 'wish'], 'verified')).toEqual({
      isNamed: true,
      layers: [
        {
          group: 'kernel',
          mechanisms: [
            { id: 'seccomp', label: 'seccomp', layer: 'container', control: null },
            { id: 'cgroups', label: 'cgroups', layer: '', control: null },
          ],
        },
        { group: 'network', mechanisms: [{ id: 'firewall', label: 'Firewall', layer: 'node', control: 'full' }] },
      ],
    });
    expect(layersOf(['seccomp'], 'failed').layers).toHaveLength(1);
    expect(layersOf(null, 'implemented')).toMatchObject({ isNamed: false, layers: [{ group: 'network' }] });
  });
});

describe('the risk with a control', () => {
  const answering = {
    id: 'c',
    state: 'planned',
    at: [],
    strength: { likelihood: 2, impact: 0 },
    counts: false,
  } as const;
  const risk = riskOf(gradeOf(4, undefined), gradeOf(3, undefined), [answering]);

  it('is what it would be if it were in place, linked or not', () => {
    expect(risk.residual).toBe(12);
    expect(residualWith(risk, 'c', answering.strength)).toBe(6);
    expect(residualWith(risk, 'other', { likelihood: 0, impact: 1 })).toBe(8);
    expect(residualWith(risk, 'other', null)).toBe(12);
    expect(
      residualWith(riskOf(gradeOf(4, undefined), gradeOf(undefined, undefined), []), 'c', answering.strength),
    ).toBe(null);
  });

  it('of a team’s own controls count the open threats linked with them, found and written', () => {
    const own = { id: 'mine', title: 'Mine', group: '', layer: '', test: '', signal: '', notes: '', requirements: [] };
    const threats = buildThreats([
      { rule: 'B', on: 'pod' },
      { rule: 'C', on: 'pod', decision: { state: 'mitigated', fields: {} } },
    ]);
    const mitigations = ['B~pod', 'C~pod', 'manual~m', 'manual~settled', 'gone~pod'].map((threat) => ({
      threat,
      control: 'mine',
    }));
    const gapsOf = (applied: readonly AppliedControl[]) =>
      listGaps('own', listControls(catalogue, [{ ...own, strength: null }]), {
        applied,
        mitigations,
        threats,
        written: [{ id: 'manual~m' }],
      });
    expect(gapsOf([]).gaps.map(({ control, state, open }) => [control.id, state, open])).toEqual([['mine', null, 2]]);
    expect(gapsOf([place('mine', 'pod', 'implemented')]).inPlace.map(({ id }) => id)).toEqual(['mine']);
  });
});
