/** Opens what a command was given: one file of a model, or any number of files with Kubernetes YAML. Which it is, their content says. */

import { detectFormat, FILE_LIMIT, problemText } from '@strideboard/formats';
import { looksLikeManifests, readManifests } from '@strideboard/manifests';
import { say, type Words } from '@strideboard/words';
import { type OpenedModel, openModel, readProblem } from './open-model.ts';
import { tellManifests } from './tell-manifests.ts';
import { errorCode, type Terminal } from './terminal.ts';

/** What to open. */
export interface FileOptions {
  /** At least one path; `-` is standard input. */
  readonly files: readonly string[];
  /** Where Kubernetes objects that name no namespace are installed; `null` = not said. */
  readonly namespace: string | null;
}

/** A model and where it stands. */
interface OpenedFiles extends OpenedModel {
  /** The file that holds the model itself; `null` where the model was made from Kubernetes YAML. */
  readonly modelFile: string | null;
}

/** The model in the files; `null` when there is none, after saying why. */
export function openFiles({ files, namespace }: FileOptions, terminal: Terminal, words: Words): OpenedFiles | null {
  const once = rememberFiles(terminal);
  const [only] = files;
  if (files.length === 1 && only !== undefined && !isManifest(only, once)) {
    const opened = openModel(only, once, words);
    return opened === null ? null : { ...opened, modelFile: only };
  }
  const read: { readonly path: string; readonly text: string }[] = [];
  for (const path of files) {
    const { text, reason } = readText(path, once, words);
    if (reason !== null) {
      terminal.stderr(say(words.cli.cannotOpen, { file: path, reason }));
      return null;
    }
    read.push({ path, text });
  }
  // A file of comments or of another kind of YAML may lie among them; a model may not.
  const isForeign = (text: string): boolean => !['other', 'empty'].includes(detectFormat(text));
  const known = read.filter(({ text }) => looksLikeManifests(text));
  if (known.length === 0 || read.some((file) => !known.includes(file) && isForeign(file.text))) {
    terminal.stderr(words.cli.onlyManifests);
    return null;
  }
  const result = readManifests(read, namespace === null ? {} : { defaultNamespace: namespace });
  tellManifests(result.report, terminal, words);
  if (!result.ok) return null;
  const { model } = result;
  return { model, pack: null, decisions: model.decisions, modelFile: null };
}

/** Standard input can be read once only, and no file needs to be read twice. */
function rememberFiles(terminal: Terminal): Terminal {
  const read = new Map<string, Uint8Array>();
  return {
    ...terminal,
    readFile: (path) => {
      const bytes = read.get(path) ?? terminal.readFile(path);
      read.set(path, bytes);
      return bytes;
    },
  };
}

/** Whether the file can be read and looks like Kubernetes objects; why it cannot be read is said by whoever opens it. */
function isManifest(path: string, { readFile }: Terminal): boolean {
  try {
    const bytes = readFile(path);
    return bytes.length <= FILE_LIMIT && looksLikeManifests(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return false;
  }
}

function readText(
  path: string,
  { readFile }: Terminal,
  words: Words,
): { readonly text: string; readonly reason: string | null } {
  let bytes: Uint8Array;
  try {
    bytes = readFile(path);
  } catch (error) {
    return { text: '', reason: readProblem(errorCode(error), words) };
  }
  if (bytes.length > FILE_LIMIT) return { text: '', reason: problemText({ code: 'too-large' }, words) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), reason: null };
  } catch {
    return { text: '', reason: problemText({ code: 'unreadable' }, words) };
  }
}
