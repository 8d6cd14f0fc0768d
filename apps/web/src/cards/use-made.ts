/** What cards turned into: its kind and title, and the way there. */
import type { RecordKind, ThreatId } from '@strideboard/model';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';

/** A threat or record that cards turned into. */
export interface Made {
  readonly kind: 'threat' | RecordKind;
  readonly title: string;
  readonly open: () => void;
}

/** Answers what an id is; `null` for what is not on the board any more. */
export function useMade(): (id: string) => Made | null {
  const session = useSessionStore();
  const manual = useModel((model) => model.manual);
  const records = useModel((model) => model.records);
  const threats = useAnalysis((state) => state.threatById);
  return useMemo(
    () => (id) => {
      const written = manual.find((one) => `manual~${one.id}` === id)?.title;
      const threat = written ?? threats.get(id as ThreatId)?.finding.title; // only looked up
      if (threat !== undefined)
        return { kind: 'threat', title: threat, open: () => session.getState().showReview('register', id) };
      const record = records.find((one) => one.id === id);
      if (record === undefined) return null;
      return { kind: record.kind, title: record.title, open: () => session.getState().showReview('records', id) };
    },
    [session, manual, records, threats],
  );
}
