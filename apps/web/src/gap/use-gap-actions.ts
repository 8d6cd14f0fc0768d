/** What the team does with a row: adopt, decline, park, join, part. What was refused is told, what was done is said. */
import { type CommandResult, createRegisterCommands } from '@strideboard/document';
import type { RegisterRow } from '@strideboard/stride';
import type { ThreatState } from '@strideboard/model';
import { gap as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { randomId } from '../room/random-id.ts';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useReport } from '../ui/use-report.ts';
import { cutText } from '../ui/cut-text.ts';
import { DECLINED, type GapRow, isUndecided } from './match-rows.ts';

/** The actions; each says whether it was done. */
export interface GapActions {
  readonly adopt: (row: GapRow) => boolean;
  readonly decline: (row: GapRow, why: string) => boolean;
  readonly park: (row: GapRow) => boolean;
  /** Takes back that it was declined or adopted. */
  readonly reopen: (row: GapRow) => boolean;
  readonly join: (row: GapRow, finding: RegisterRow) => boolean;
  readonly part: (row: GapRow) => boolean;
}

/** Characters of a title, as the document takes them. */
const TITLE_LIMIT = 300;

/** The actions for the open board. */
export function useGapActions(): GapActions {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const report = useReport();
  return useMemo(() => {
    const commands = createRegisterCommands(room.commandsOptions);
    /** Runs all until one is refused; shows them at once. */
    const all = (steps: readonly (() => CommandResult)[], said: string): boolean => {
      const isDone = steps.every((step) => report(step()));
      room.document.flush();
      if (isDone) session.getState().announce(said);
      return isDone;
    };
    const mark = (row: GapRow, field: 'became' | 'state' | 'why' | 'apart', value: string | null) => {
      const { cluster } = row;
      return cluster === null ? [] : [() => commands.markCard({ card: cluster.face.key, field, value })];
    };
    const decide = (rows: readonly RegisterRow[], state: ThreatState, why?: string) =>
      rows.length === 0
        ? []
        : [
            () =>
              room.commands.decide({
                threats: rows.map(({ id }) => id),
                state,
                basis: Object.fromEntries(
                  rows.flatMap(({ id, threat }) => (threat === null ? [] : [[id, threat.finding.basis]])),
                ),
                ...(why === undefined ? {} : { fields: { why } }),
              }),
          ];
    const titleOf = ({ title }: GapRow): string => cutText(title, 80);

    /** Cards alone become a written threat. */
    const write = ({ cluster }: GapRow) => {
      if (cluster === null) return [];
      const { cards, face, letters, on } = cluster;
      const [line = ''] = face.text.trim().split('\n');
      const isWhole = cards.length === 1 && face.text.trim().length <= TITLE_LIMIT;
      const text = isWhole ? '' : cards.map((card) => card.text).join('\n\n');
      const keys = cards.map(({ key }) => key);
      const title = cutText(line, TITLE_LIMIT);
      return [() => commands.promoteCards({ cards: keys, kind: 'threat', title, text, on, letters })];
    };
    return {
      adopt: (row) => {
        const { findings, written, cluster } = row;
        const said = say(words.done.adopted, { title: titleOf(row) });
        if (findings.length > 0) {
          const isNew = cluster !== null && cluster.became.length === 0;
          const link = isNew ? mark(row, 'became', findings[0]?.id ?? null) : [];
          return all([...decide(findings.filter(isUndecided), 'investigating'), ...link], said);
        }
        return all(written !== null ? decide([written], 'investigating') : write(row), said);
      },
      decline: (row, why) => {
        const threats = [...row.findings, ...(row.written === null ? [] : [row.written])];
        const marks = [...mark(row, 'state', DECLINED), ...mark(row, 'why', why)];
        return all(
          [...decide(threats, 'notApplicable', why), ...marks],
          say(words.done.declined, { title: titleOf(row) }),
        );
      },
      park: (row) => {
        const { findings, written, cluster } = row;
        const threats = [...findings, ...(written === null ? [] : [written])];
        const keys = (cluster?.cards ?? []).map(({ key }) => key);
        const lanes = keys.length === 0 ? [] : [() => commands.parkCards({ cards: keys, parked: true })];
        // A note that names the threats: settled in the parking lot, they are to be decided here again.
        const note = {
          ...{ id: randomId(), round: '', lane: 'park' as const, letters: [], at: room.now() },
          on: [...new Set<string>([...row.on, ...threats.map(({ id }) => id)])],
          text: cutText(row.title, 1_000),
        };
        const notes = threats.length === 0 ? [] : [() => commands.publishCards({ cards: [note] })];
        return all([...notes, ...(threats.length === 0 ? lanes : [])], say(words.done.parked, { title: titleOf(row) }));
      },
      reopen: (row) => {
        const threats = [...row.findings, ...(row.written === null ? [] : [row.written])];
        const marks =
          row.cluster?.face.state === DECLINED ? [...mark(row, 'state', null), ...mark(row, 'why', null)] : [];
        return all([...decide(threats, 'open'), ...marks], say(words.done.reopened, { title: titleOf(row) }));
      },
      join: (row, finding) => {
        const { cluster, written } = row;
        const said = say(words.done.joined, { title: titleOf(row) });
        if (cluster !== null) return all([...mark(row, 'apart', null), ...mark(row, 'became', finding.id)], said);
        const manual = written?.manual;
        if (manual == null) return false;
        return all([() => commands.editThreat({ id: manual.id, from: [...manual.from, finding.id] })], said);
      },
      part: (row) => {
        const { cluster, written, findings } = row;
        const linked = new Set<string>(findings.map(({ id }) => id));
        const isLinked = cluster?.became.some((id) => linked.has(id)) === true;
        const manual = written?.manual;
        const from = manual?.from.filter((id) => !linked.has(id)) ?? [];
        const edits =
          manual == null || from.length === manual.from.length
            ? []
            : [() => commands.editThreat({ id: manual.id, from })];
        const marks = [...mark(row, 'apart', '1'), ...(isLinked ? mark(row, 'became', null) : [])];
        return all([...edits, ...marks], say(words.done.parted, { title: titleOf(row) }));
      },
    };
  }, [room, session, report]);
}
