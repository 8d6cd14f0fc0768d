/** The register as sections of a file: one record a line, by id, so that versions compare line by line. */

import { compareText, type Model } from '@strideboard/model';

/** Absent values are `null` and not written. */
export type Absentable = Readonly<Record<string, unknown>>;

/** Sections by name in the order of the file; empty ones are left out by the writer. */
export function registerSections(model: Model): readonly (readonly [string, readonly Absentable[]])[] {
  const nodes = model.trees.flatMap(({ id: tree, nodes: list }) => list.map((node) => ({ ...node, tree })));
  const edges = model.trees.flatMap(({ id: tree, edges: list }) => list.map((edge) => ({ ...edge, tree })));
  return [
    ['people', Object.entries(model.people).map(([id, { name, colour }]) => ({ id, name, colour }))],
    [
      'threats',
      byId(model.manual).map(({ title, letters, on, origin, from, z, created, sentence, description, id }) => ({
        id,
        title,
        letters: some(letters),
        on: some(on),
        origin: origin === 'hand' ? null : origin,
        from: some(from),
        z,
        created,
        sentence: sentence ?? null,
        description: description || null,
      })),
    ],
    [
      'controls',
      byId(model.controls).map(({ id, title, strength, requirements, ...texts }) => ({
        id,
        title,
        strength,
        requirements: some(requirements),
        ...said(texts),
      })),
    ],
    [
      'applied',
      model.applied.map(({ control, element, state, ...texts }) => ({ control, element, state, ...said(texts) })),
    ],
    ['mitigations', model.mitigations.map(({ threat, control }) => ({ threat, control }))],
    [
      'standing',
      byId(model.standing).map(({ id, rule, scope, state, created, ended, ...texts }) => ({
        id,
        rule,
        scope,
        state,
        created,
        ...said(texts),
        ended,
      })),
    ],
    [
      'records',
      byId(model.records).map(
        ({ id, kind, title, state, about, created, agreed, replaces, importedFrom, z, ...texts }) => ({
          id,
          kind,
          title,
          state,
          about: some(about),
          created,
          agreed,
          replaces,
          importedFrom,
          z,
          ...said(texts),
        }),
      ),
    ],
    [
      'trees',
      byId(model.trees).map(({ id, title, assumptions, z }) => ({
        id,
        title: title || null,
        assumptions: some(assumptions),
        z,
      })),
    ],
    [
      'treeNodes',
      byId(nodes).map(({ id, tree, kind, label, rule, to }) => ({ id, tree, kind, ...said({ label, rule }), to })),
    ],
    [
      'treeEdges',
      byId(edges).map(({ id, tree, parent, child, controls }) => ({
        id,
        tree,
        parent,
        child,
        controls: some(controls),
      })),
    ],
    [
      'threads',
      byId(model.comments).map(({ id, anchor, state, stateBy }) => ({
        id,
        anchor,
        resolved: state === 'resolved' || null,
        stateBy,
      })),
    ],
    [
      'comments',
      byId(
        model.comments.flatMap(({ id: thread, messages }) => messages.map((message) => ({ ...message, thread }))),
      ).map(({ id, thread, author, via, body, at, edited, gone }) => ({
        id,
        thread,
        author,
        via,
        body: body || null,
        at,
        edited,
        gone: gone || null,
      })),
    ],
    [
      'decisionLog',
      model.decisionLog.map(({ id, by, via, threat, field, before, after, at, cause }) => ({
        id,
        by,
        via,
        threat,
        field,
        before,
        after,
        at,
        cause: cause || null,
      })),
    ],
  ];
}

/** Where the nodes of attack trees stand. */
export const treeLayout = (model: Model): readonly Absentable[] =>
  byId(model.trees.flatMap(({ nodes }) => nodes)).map(({ id, x, y }) => ({ id, at: [x, y] }));

const some = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const said = (texts: Readonly<Record<string, string>>): Absentable =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text || null]));
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((a, b) => compareText(a.id, b.id));
