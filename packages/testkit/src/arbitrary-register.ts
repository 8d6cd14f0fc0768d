/** Random valid registers about given subjects, in the order readers give them. */

import {
  assembleRegister,
  CONTROL_STATES,
  DECISION_FIELDS,
  type DecisionLogEntry,
  type ManualThreat,
  MOST_STEPS,
  RECORD_KINDS,
  RECORD_STATES,
  type Register,
  STRIDE_LETTERS,
  type Stamp,
  type TeamRecord,
  THREAT_STATES,
  TREE_NODE_KINDS,
} from '@strideboard/model';
import fc from 'fast-check';

interface Texts {
  /** Any text that can be stored. */
  readonly text: () => fc.Arbitrary<string>;
  readonly stamp: () => fc.Arbitrary<Stamp>;
  readonly order: () => fc.Arbitrary<string>;
}

/** Any valid register about subjects with these ids; ids of its own begin with a word that no subject has. */
export function arbitraryRegister({
  text,
  stamp,
  order,
}: Texts): fc.Arbitrary<(elements: readonly string[], flows: readonly string[]) => Register> {
  const pick = fc.nat();
  const list = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { maxLength });
  const steps = fc.integer({ min: 0, max: MOST_STEPS });
  const strength = fc.option(fc.record({ likelihood: steps, impact: steps }));
  const said = text().filter((value) => value !== '');
  const sentence = fc
    .record({ source: said, prerequisite: said, action: said, impact: said, asset: said }, { requiredKeys: [] })
    .map((parts) => (Object.keys(parts).length === 0 ? {} : { sentence: parts }));
  const manual = fc.record({
    sentence,
    title: text(),
    letters: fc.subarray([...STRIDE_LETTERS]),
    on: fc.option(pick),
    origin: fc.constantFrom('hand', 'card', 'import-otm'),
    from: list(text().filter((value) => value !== '')),
    z: order(),
    created: fc.option(stamp()),
    description: text(),
  });
  const record = fc.record({
    kind: fc.constantFrom(...RECORD_KINDS),
    state: pick,
    title: text(),
    about: fc.option(pick),
    owner: text(),
    due: fc.constantFrom('', '2027-01-31'),
    created: fc.option(stamp()),
    agreed: fc.option(stamp()),
    importedFrom: fc.option(text().filter((value) => value !== '')),
    z: order(),
    text: text(),
  });
  const entry = fc.record({
    by: fc.constantFrom('ada', 'bob'),
    field: fc.constantFrom(...DECISION_FIELDS, 'state' as const),
    before: fc.option(text()),
    after: fc.oneof(text(), fc.integer({ min: 1, max: 5 }), fc.array(text(), { maxLength: 2 })),
    at: fc.nat(),
    cause: fc.constantFrom('decide', 'undo', 'import'),
  });
  const message = fc.record({
    author: fc.constantFrom('ada', 'bob'),
    body: text(),
    at: fc.nat(1_000),
    edited: fc.option(fc.nat()),
    gone: fc.boolean(),
  });
  const thread = fc.record({
    anchor: fc.option(fc.oneof(pick, fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })))),
    resolvedBy: fc.option(stamp()),
    messages: fc.array(message, { minLength: 1, maxLength: 3 }),
  });
  const tree = fc.record({
    title: text(),
    assumptions: fc.constantFrom([], ['record-0']),
    z: order(),
    nodes: list(
      fc.record({
        kind: fc.constantFrom(...TREE_NODE_KINDS),
        label: text(),
        rule: text(),
        x: fc.nat(99),
        y: fc.nat(99),
      }),
      4,
    ),
  });
  return fc
    .record({
      manual: list(manual),
      controls: list(
        fc.record({
          title: text(),
          group: text(),
          layer: text(),
          strength,
          test: text(),
          signal: text(),
          requirements: list(text().filter((value) => value !== '')),
          notes: text(),
        }),
        2,
      ),
      applied: list(
        fc.record({
          on: pick,
          state: fc.constantFrom(...CONTROL_STATES),
          owner: text(),
          evidence: text(),
          ticket: text(),
        }),
        2,
      ),
      links: list(pick),
      standing: list(
        fc.record({
          state: fc.constantFrom(...THREAT_STATES),
          scope: fc.constantFrom('model', 'tag:pci'),
          why: text(),
          owner: text(),
          until: fc.constantFrom('', '2027-06-30'),
          created: fc.option(stamp()),
          ended: fc.option(fc.tuple(stamp(), text()).map(([given, why]) => ({ ...given, why }))),
        }),
        2,
      ),
      records: list(record),
      trees: list(tree, 2),
      threads: list(thread),
      log: list(entry),
    })
    .map((parts) => (elements, flows) => {
      const subjects = [...elements, ...flows];
      const at = (ids: readonly string[], wanted: number): string | undefined => ids[wanted % Math.max(1, ids.length)];
      const idsOf = (wanted: number | null): readonly string[] => {
        const id = wanted === null ? undefined : at(subjects, wanted);
        return id === undefined ? [] : [id];
      };
      const live = <Item>(item: Item) => ({ item, deleted: false });
      const threats = parts.manual.map(
        ({ on, sentence: told, ...rest }, index): ManualThreat => ({
          ...rest,
          ...told,
          on: idsOf(on),
          id: `manual-${index}`,
        }),
      );
      const records = parts.records.map(
        ({ about, state, ...rest }, index): TeamRecord => ({
          ...rest,
          id: `record-${index}`,
          state: RECORD_STATES[rest.kind][state % RECORD_STATES[rest.kind].length] ?? 'open',
          about: idsOf(about),
          replaces: index > 0 ? `record-${index - 1}` : null,
        }),
      );
      const nodes = parts.trees.flatMap((frame, which) =>
        frame.nodes.map((node, index) => ({
          tree: `tree-${which}`,
          ...live({ ...node, id: `node-${which}-${index}`, to: null }),
        })),
      );
      return assembleRegister(
        {
          manual: threats.map(live),
          controls: parts.controls.map((control, index) => live({ ...control, id: `control-${index}` })),
          applied: parts.applied.flatMap(({ on, ...rest }, index) => {
            const element = at(elements, on);
            return element === undefined ? [] : [{ ...rest, control: `K${index}`, element }];
          }),
          mitigations: [...new Set(parts.links)].flatMap((wanted, index) => {
            const subject = at(subjects, wanted);
            return subject === undefined ? [] : [{ threat: `XX-001~${subject}`, control: `K${index}` }];
          }),
          standing: parts.standing.map((standing, index) =>
            live({ ...standing, id: `standing-${index}`, rule: 'XX-001' }),
          ),
          records: records.map(live),
          trees: parts.trees.map(({ title, assumptions, z }, which) =>
            live({ id: `tree-${which}`, title, assumptions, z }),
          ),
          treeNodes: nodes,
          treeEdges: nodes.slice(1).flatMap(({ tree: own, item }, index) => {
            const parent = nodes[index];
            return parent === undefined || parent.tree !== own
              ? []
              : [
                  {
                    tree: own,
                    ...live({ id: `edge-${index}`, parent: parent.item.id, child: item.id, controls: ['K1'] }),
                  },
                ];
          }),
          comments: parts.threads.flatMap(({ anchor, messages }, which) =>
            messages.map(({ gone, body, ...rest }, index) => {
              const id = index === 0 ? `thread-${which}` : `reply-${which}-${index}`;
              const target = typeof anchor === 'number' ? at(elements, anchor) : undefined;
              const place = Array.isArray(anchor) ? { kind: 'point' as const, x: anchor[0], y: anchor[1] } : null;
              return {
                thread: `thread-${which}`,
                anchor: index > 0 ? null : target === undefined ? place : { kind: 'node' as const, id: target },
                message: {
                  ...rest,
                  id,
                  via: null,
                  gone,
                  body: gone ? '' : body,
                  at: rest.at + (index === 0 ? 0 : 1_000),
                },
              };
            }),
          ),
          threadStates: new Map(
            parts.threads.map(({ resolvedBy }, which) => [
              `thread-${which}`,
              { state: resolvedBy === null ? ('open' as const) : ('resolved' as const), stateBy: resolvedBy },
            ]),
          ),
          decisionLog: parts.log.map(
            (given, index): DecisionLogEntry => ({ ...given, id: `entry-${index}`, via: null, threat: 'XX-001~model' }),
          ),
        },
        new Set(subjects),
      ).register;
    });
}
