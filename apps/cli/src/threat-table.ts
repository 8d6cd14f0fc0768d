/** The threats as aligned columns for people, and a line of counts. */

import { countThreats, createCauseTexts, listExcluded } from '@strideboard/formats';
import type { Element, Flow } from '@strideboard/model';
import { coverStride, groupThreats, labelOf, type Threat } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { Judged } from './judge.ts';
import { printable } from './terminal.ts';

/** Prints the rows of the board's own list, worst first; under a row of several threats these stand indented. Ends with a newline. */
export function threatTable(judged: Judged): string {
  const { model, pack, threats, standing, questions, words } = judged;
  const { cli, common } = words;
  const elements = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const flows = new Map<string, Flow>(model.flows.map((flow) => [flow.id, flow]));
  const subjectOf = (threat: Threat): string => {
    const [id] = threat.finding.subjects;
    if (id === undefined) return cli.wholeModel;
    const element = elements.get(id);
    if (element !== undefined) return labelOf(element, pack);
    const flow = flows.get(id);
    const [source, target] = [elements.get(flow?.source ?? ''), elements.get(flow?.target ?? '')];
    if (flow === undefined) return id;
    return labelOf(flow, pack, source === undefined || target === undefined ? undefined : { source, target });
  };
  const stateOf = ({ state, confirmAgain, broken, finding, standing: inherited }: Threat): string => {
    if (finding.outOfScope) return say(cli.outOfScope, { state: common.states[state] });
    if (broken.length > 0) return say(cli.broken, { state: common.states[state] });
    if (inherited !== null) return say(cli.inherited, { state: common.states[state] });
    return confirmAgain ? say(cli.confirmAgain, { state: common.states[state] }) : common.states[state];
  };

  const { severity, state, rule, element, title } = cli.columns;
  const cells = (threat: Threat, indent = ''): readonly string[] => [
    `${indent}${common.severities[threat.severity]}`,
    stateOf(threat),
    threat.finding.rule,
    subjectOf(threat),
    threat.finding.title,
  ];
  const rows = groupThreats(threats).flatMap(({ kind, threats: members, title: shared, subject }) => {
    const [first, ...others] = members;
    if (others.length === 0) return [cells(first)];
    const count = say(cli.threats, { count: members.length });
    const [ruleCell, subjectCell] = [
      kind === 'rule' ? first.finding.rule : '',
      subject === null ? '' : subjectOf(first),
    ];
    const head = [common.severities[first.severity], count, ruleCell, subjectCell, shared];
    return [head, ...members.map((threat) => cells(threat, '  '))];
  });
  const lines = threats.length === 0 ? [cli.none] : align([[severity, state, rule, element, title], ...rows]);
  const summary = [say(cli.counts, { ...countThreats(threats) })];
  if (questions.length > 0) summary.push(say(cli.questions, { count: questions.length }));
  const inheriting = threats.filter((threat) => threat.standing !== null).length;
  if (inheriting > 0) summary.push(say(cli.standing, { count: inheriting }));
  const expired = standing.filter(({ phase }) => phase === 'expired').length;
  if (expired > 0) summary.push(say(cli.expired, { count: expired }));
  summary.push(say(cli.coverage, coverStride(judged, threats).counts), ...excludedLines(judged));
  summary.push(...vanishedLines(judged));
  return `${[...lines, '', ...summary].join('\n')}\n`;
}

/** What is not judged: what people put out of scope, and what no rule looks for. */
function excludedLines(judged: Judged): readonly string[] {
  const { cli } = judged.words;
  const excluded = listExcluded(judged);
  const items = excluded
    .slice(0, NAMED)
    .map(({ name, reason }) =>
      printable(say(reason === '' ? cli.excludedBare : cli.excludedItem, { name, reason: reason.slice(0, 200) })),
    );
  const more = excluded.length - items.length;
  const titles = judged.exclusions.map(({ title }) => title).join('; ');
  return [
    ...(excluded.length > 0 ? [say(cli.excluded, { count: excluded.length }), ...items] : []),
    ...(more > 0 ? [say(cli.vanishedMore, { count: more })] : []),
    ...(titles === '' ? [] : [printable(say(cli.leftOut, { titles }))]),
  ];
}

/** At most this many are named. */
const NAMED = 20;

/** Decisions whose threats do not arise any more, each with what removed it. */
function vanishedLines({ model, pack, vanished, causes, words }: Judged): readonly string[] {
  if (vanished.length === 0) return [];
  const { cli, common } = words;
  const causeText = createCauseTexts(model, pack, words);
  const items = vanished
    .slice(0, NAMED)
    .map(({ id, decision }) =>
      printable(say(cli.vanishedItem, { id, state: common.states[decision.state], cause: causeText(causes.get(id)) })),
    );
  const more = vanished.length - items.length;
  return [
    say(cli.vanished, { count: vanished.length }),
    ...items,
    ...(more > 0 ? [say(cli.vanishedMore, { count: more })] : []),
  ];
}

/** Pads all columns but the last. */
export function align(rows: readonly (readonly string[])[]): readonly string[] {
  const shown = rows.map((cells) => cells.map(printable));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((cells) => lengthOf(cells[column] ?? ''))));
  return shown.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - lengthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

const lengthOf = (text: string): number => Array.from(text).length;
