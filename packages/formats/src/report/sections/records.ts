/** What is in and out of scope, and what the team keeps on record: assumptions, exclusions, decisions, goals and questions. */

import { RECORD_KINDS, type TeamRecord } from '@strideboard/model';
import { anchorOf } from '../anchors.ts';
import { facts, heading, list, paragraph } from '../blocks.ts';
import { isListed, joined, type ReportContext } from '../report-context.ts';
import type { Block, Entry, Section, Text } from '../report-document.ts';

/** Builds the section. */
export function recordsSection(context: ReportContext): Section {
  const { words, input, subjects, linkTo } = context;
  const { report, exported } = words;
  const out = [...subjects.values()].flatMap((subject): readonly Text[] => {
    if (subject.outOfScope === null) return [];
    const name = isListed(subject) ? linkTo(subject.id) : context.nameOf(subject.id);
    const reason = subject.outOfScope === '' ? exported.report.excludedBare : exported.report.excludedItem;
    return [[name, reason.replace('{name}', '').replace('{reason}', subject.outOfScope)]];
  });
  const kinds = RECORD_KINDS.flatMap((kind): readonly Block[] => {
    const records = input.model.records.filter((record) => record.kind === kind);
    if (records.length === 0) return [];
    return [heading(report.records.kinds[kind]), ...records.map((record) => recordEntry(record, context))];
  });
  return {
    id: 'records',
    title: report.sections.records,
    blocks: [
      heading(report.records.out),
      out.length === 0 ? paragraph(report.records.outNone, 'quiet') : list(out),
      ...(kinds.length === 0 ? [paragraph(report.records.none, 'quiet')] : kinds),
    ],
  };
}

function recordEntry(record: TeamRecord, context: ReportContext): Entry {
  const { words, linkTo, dayOf, personOf } = context;
  const { report } = words;
  const { facts: labels } = report;
  const { agreed, replaces } = record;
  return {
    kind: 'entry',
    id: anchorOf('record', record.id),
    title: record.title || record.id,
    severity: null,
    blocks: [
      ...(record.text === '' ? [] : [paragraph(record.text)]),
      facts([
        [labels.state, report.records.states[record.state]],
        [labels.about, joined(record.about.map(linkTo), report.comma)],
        [labels.owner, record.owner],
        [labels.due, record.due],
        [
          labels.agreed,
          agreed === null ? '' : [dayOf(agreed.at), personOf(agreed.by)].filter(Boolean).join(report.comma),
        ],
        [labels.replaces, replaces === null ? '' : [linkTo(replaces)]],
      ]),
    ],
  };
}
