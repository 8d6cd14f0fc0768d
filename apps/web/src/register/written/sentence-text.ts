/** A threat told as one sentence, and what of it is still missing. */
import { SENTENCE_PARTS, type SentencePart, type ThreatSentence } from '@strideboard/model';
import { register, say } from '@strideboard/words';

const words = register.written;

/** Parts that nobody wrote yet, in the order of the sentence. */
export const missingParts = (sentence: ThreatSentence): readonly SentencePart[] =>
  SENTENCE_PARTS.filter((part) => (sentence[part] ?? '').trim() === '');

/** The sentence with a blank for each missing part; `''` while nothing of it is written. */
export function sentenceText(sentence: ThreatSentence): string {
  if (missingParts(sentence).length === SENTENCE_PARTS.length) return '';
  const part = (name: SentencePart): string => (sentence[name] ?? '').trim() || words.blank;
  const text = say(words.whole, {
    source: part('source'),
    prerequisite: part('prerequisite'),
    action: part('action'),
    impact: part('impact'),
    asset: part('asset'),
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is missing, as people read it; `''` while nothing of the sentence is written. */
export function missingText(sentence: ThreatSentence): string {
  const missing = missingParts(sentence);
  if (missing.length === SENTENCE_PARTS.length) return '';
  if (missing.length === 0) return words.complete;
  return say(words.missingText, { parts: missing.map((part) => words.missing[part]).join(', ') });
}

/** A title out of the sentence: who can do what; `''` without an action. It is stored, so nothing but the words is in it. */
export function titleFrom(sentence: ThreatSentence, limit: number): string {
  const [source, action] = [(sentence.source ?? '').trim(), (sentence.action ?? '').trim()];
  if (action === '') return '';
  const title =
    source === ''
      ? action
      : words.short.replace(/\{(source|action)\}/gu, (_, part) => (part === 'source' ? source : action));
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, limit);
}
