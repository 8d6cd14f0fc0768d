/** What does not fit together, one fold for each kind; each item leads to its place. */
import { LOOSE_ENDS, type LooseEnd, type LooseEndCode } from '@strideboard/stride';
import { check as words, say } from '@strideboard/words';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { Fold } from '../ui/Fold.tsx';
import { useSubjectNames } from '../ui/use-subject-names.ts';
import { Items } from './Items.tsx';
import { useGoTo } from './use-go-to.ts';

/** The folds of the codes that found something. */
export function LooseEndList({ ends }: { readonly ends: readonly LooseEnd[] }) {
  const textOf = useLooseEndText();
  const goTo = useGoTo();
  const session = useSessionStore();
  const go = ({ code, subjects, threats, record }: LooseEnd): void => {
    if (record !== null) session.getState().showReview('records', record);
    else if (code === 'standing-expired') {
      session.getState().showTab('threats');
      session.getState().openDialog('standing');
    } else if (threats.length > 0) goTo.threats(threats, subjects);
    else goTo.subjects(subjects, 'element');
  };
  return LOOSE_ENDS.map((code) => {
    const found = ends.filter((end) => end.code === code);
    const { title, note } = words.ends[code];
    return (
      <Fold key={code} title={title} count={found.length} note={note}>
        {() => <Items items={found.map((end) => ({ id: end.id, text: textOf(end), go: () => go(end) }))} />}
      </Fold>
    );
  });
}

/** Names of the kinds that found nothing. */
export const cleanTitles = (ends: readonly LooseEnd[]): readonly string[] => {
  const found = new Set<LooseEndCode>(ends.map(({ code }) => code));
  return LOOSE_ENDS.filter((code) => !found.has(code)).map((code) => words.ends[code].title);
};

function useLooseEndText(): (end: LooseEnd) => string {
  const names = useSubjectNames();
  const { common } = useWords();
  return ({ code, subjects, values }) => {
    const subject = subjects.map((id) => names.name(id) ?? common.unnamed).join(', ') || words.model;
    return say(words.ends[code].item, { ...NOTHING, subject, ...values });
  };
}

/** Sentences take the values that they name. */
const NOTHING = { name: '', count: '', numbers: '', rule: '', title: '', date: '' };
