/** What records are linked with: names of elements, flows, threats, controls and other records, and the way to each. */
import type { ElementId, FlowId, SubjectId, ThreatId } from '@strideboard/model';
import { records as words } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import type { SearchGroup } from '../ui/search-groups.ts';
import { useSubjectNames } from '../ui/use-subject-names.ts';

/** One thing a record is about. */
export interface Target {
  readonly id: string;
  readonly label: string;
  /** What it is, where its name does not say it; `''` for nothing. */
  readonly what: string;
  /** Goes there; `null` where there is no place to go to. */
  readonly show: (() => void) | null;
}

/** Answers what an id is. */
export type FindTarget = (id: string) => Target;

/** Names as of now. */
export function useTargets(): FindTarget {
  const names = useSubjectNames();
  const room = useRoom();
  const session = useSessionStore();
  const index = useModel(() => room.index());
  const records = useModel((model) => model.records);
  const manual = useModel((model) => model.manual);
  const own = useModel((model) => model.controls);
  const threats = useAnalysis((state) => state.threatById);
  const controls = useAnalysis((state) => state.names.controls);
  return useMemo((): FindTarget => {
    const nameOf = (id: SubjectId): string => names.name(id) ?? '';
    return (id) => {
      if (index.elements.has(id as ElementId) || index.flows.has(id as FlowId)) {
        const subject = id as SubjectId; // looked up above
        const [label, what] = [nameOf(subject), names.what(subject) ?? ''];
        return { id, label, what: what === label ? '' : what, show: () => session.getState().show([subject]) };
      }
      const threat = threats.get(id as ThreatId); // only looked up
      if (threat !== undefined) {
        const { title, subjects, rule } = threat.finding;
        const show = (): void => {
          session.getState().show(subjects);
          session.getState().showTab('threats');
        };
        return { id, label: title, what: subjects.map(nameOf).join(', ') || rule, show };
      }
      const written = manual.find((one) => `manual~${one.id}` === id);
      if (written !== undefined)
        return { id, label: written.title, what: '', show: () => session.getState().showReview('register', id) };
      const record = records.find((one) => one.id === id);
      if (record !== undefined)
        return {
          id,
          label: record.title,
          what: words.states[record.state],
          show: () => session.getState().showReview('records', id),
        };
      const control =
        own.find((one) => one.id === id)?.title ?? (Object.hasOwn(controls, id) ? controls[id] : undefined);
      if (control !== undefined) return { id, label: control, what: id, show: null };
      const [rule = id, ...others] = id.split('~');
      return { id, label: others.length === 0 ? words.about.gone : rule, what: words.about.gone, show: null };
    };
  }, [names, index, records, manual, own, threats, controls, session]);
}

/** Everything a record can be linked with, under headings. */
export function useTargetGroups(find: FindTarget): readonly SearchGroup[] {
  const room = useRoom();
  const index = useModel(() => room.index());
  const { records, manual, controls: own } = useModel((model) => model);
  const threats = useAnalysis((state) => state.threats);
  const controls = useAnalysis((state) => state.names.controls);
  return useMemo((): readonly SearchGroup[] => {
    const { groups } = words.about;
    const options = (ids: readonly string[]) =>
      ids.map((id) => {
        const { label, what } = find(id);
        return { id, label: what === '' ? label : `${label} · ${what}`, keywords: id };
      });
    const elements = [...index.elements.values()].filter(({ kind }) => kind !== 'note' && kind !== 'ref');
    return [
      { label: groups.elements, options: options(elements.map(({ id }) => id)) },
      { label: groups.flows, options: options([...index.flows.keys()]) },
      {
        label: groups.threats,
        options: options([...threats.map(({ finding }) => finding.id), ...manual.map(({ id }) => `manual~${id}`)]),
      },
      { label: groups.controls, options: options([...own.map(({ id }) => id), ...Object.keys(controls)]) },
      { label: groups.records, options: options(records.map(({ id }) => id)) },
    ];
  }, [find, index, threats, manual, own, controls, records]);
}
