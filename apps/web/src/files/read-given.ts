/** From the bytes of files to a board or a template, by content and never by a name. Everything that is not taken over becomes a sentence. */
import {
  detectFormat,
  type Loss,
  lossText,
  type Problem,
  problemText,
  readNative,
  readPicture,
} from '@strideboard/formats';
import { readTb7, readTm7, type TemplatePack } from '@strideboard/formats/tmt';
import { looksLikeManifests, manifestTexts, readManifests } from '@strideboard/manifests';
import type { Model } from '@strideboard/model';
import { say, type Words } from '@strideboard/words';
import type { FoundTemplate, GivenFile, ReadReply, ReadRequest } from './protocol.ts';
import { strangeFacts } from './strange-facts.ts';

/** Reads what was given. Never throws for any bytes. */
export function readGiven({ wanted, files, at, namespace }: ReadRequest, words: Words): ReadReply {
  const [only, ...others] = files;
  if (only === undefined) return refuse([{ code: 'empty' }], words);
  if (wanted === 'template') return readTemplate(only, words);
  const texts = files.map(({ name, bytes }) => ({ path: name, text: new TextDecoder().decode(bytes) }));
  const areManifests = texts.some(({ text }) => looksLikeManifests(text));
  if (others.length === 0 && !areManifests) return readModel(only, words);
  // A file of comments or of another kind of YAML may lie among them; a model may not.
  const foreign = texts.find(
    ({ text }) => !looksLikeManifests(text) && (!areManifests || !['other', 'empty'].includes(detectFormat(text))),
  );
  if (foreign !== undefined) return { ok: false, reasons: [say(words.reading.onlyManifests, { file: foreign.path })] };
  const broken = files.find(({ bytes }) => !isUtf8(bytes));
  if (broken !== undefined) return { ok: false, reasons: [say(words.reading.notText, { file: broken.name })] };
  const { report, ...result } = readManifests(texts, namespace === '' ? { at } : { at, defaultNamespace: namespace });
  const { problems, notes, ignored } = manifestTexts(report, words.manifests);
  if (!result.ok) return { ok: false, reasons: problems };
  const changes = [...problems, ...notes, ...ignored];
  const asksNamespace = report.notes.some(({ code }) => code === 'namespace-open');
  return { ok: true, wanted, model: result.model, changes, asksNamespace, isPlaced: false, template: null };
}

/** What is told of a model as it stands in one file. */
const WHOLE = { asksNamespace: false, isPlaced: true } as const;

function readModel({ bytes }: GivenFile, words: Words): ReadReply {
  const text = new TextDecoder().decode(bytes);
  const format = detectFormat(text);
  // A template alone is told by the same reader, and where it belongs.
  if (format === 'tm7' || format === 'tb7') {
    const read = readTm7(bytes);
    if (!read.ok) return refuse(read.problems, words);
    const { model, losses, template, ruleDecisions } = read;
    const changes = [...lossTexts(losses, model, words), ...strangeFacts(model, words.reading)];
    const found = template === null ? null : { ...toFound(template), decisions: ruleDecisions };
    return { ok: true, wanted: 'board', model, changes, ...WHOLE, template: found };
  }
  // Broken characters of anything else would be lost silently.
  if (format === 'json' && !isUtf8(bytes)) return refuse([{ code: 'unreadable' }], words);
  const picture = format === 'svg' || format === 'png' ? readPicture(bytes) : null;
  if (picture?.ok === false) return refuse(picture.problems, words);
  const read = readNative(picture?.text ?? text);
  if (!read.ok) return refuse(read.problems, words);
  const changes = [...lossTexts(read.losses, read.model, words), ...strangeFacts(read.model, words.reading)];
  return { ok: true, wanted: 'board', model: read.model, changes, ...WHOLE, template: null };
}

function readTemplate({ bytes }: GivenFile, words: Words): ReadReply {
  const read = readTb7(bytes);
  if (!read.ok) return refuse(read.problems, words);
  const changes = read.losses.map((loss) => lossText(loss, words));
  return { ok: true, wanted: 'template', template: toFound(read.pack), changes };
}

const toFound = ({ id, version, title, files }: TemplatePack): FoundTemplate => ({ id, version, title, files });

/** Most reasons that are told: the first ones have to be mended first. */
const REASON_LIMIT = 20;

const refuse = (problems: readonly Problem[], words: Words): ReadReply => ({
  ok: false,
  reasons: problems.slice(0, REASON_LIMIT).map((problem) => problemText(problem, words)),
});

/** Sentences that name what they are about by its name, too: nobody knows an id. */
function lossTexts(losses: readonly Loss[], { elements, flows }: Model, words: Words): readonly string[] {
  const names = new Map<string, string>([...elements, ...flows].map(({ id, label }) => [id, label]));
  return losses.map((loss) => {
    const text = lossText(loss, words);
    const about = loss.where
      .split(/[^\w.-]+/u)
      .flatMap((part) => names.get(part.replace(/\.\w+$/u, '')) ?? names.get(part) ?? []);
    const shown = [...new Set(about)].filter((name) => name !== '' && !loss.where.includes(name));
    return shown.length === 0 ? text : say(words.reading.about, { text, names: shown.join(', ') });
  });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
