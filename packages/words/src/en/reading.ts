/** Words about reading files: while it takes long, what was lost or changed, what came along, and why nothing came of it. */
import { area } from '../area.ts';

export const reading = area('reading', {
  running: 'Reading {file} …',
  cancel: 'Cancel',
  cancelled: 'Reading was cancelled. Nothing was changed.',
  several: { one: '{count} file', other: '{count} files' },
  cannotRead: 'The file {file} could not be read. Check that it still exists and that you may read it, then try again.',
  cannotLoad: 'What reads this file could not be fetched, or it broke over it. Check the network and try again.',
  notText: '{file} is not text in UTF-8. Save it as UTF-8, then try again.',
  tooLarge: '{file} has {size} MB, and at most {limit} MB can be read. Split it, or leave out what you do not need.',
  onlyManifests:
    '{file} is no Kubernetes YAML. Several files are read together only when all are Kubernetes YAML: choose those alone, or one file.',
  moreReasons: { one: '… and {count} more reason.', other: '… and {count} more reasons.' },
  about: '{text} (“{names}”)',
  templateRefused:
    'The template inside the file cannot be used as a pack, so nothing of it was kept and its rules judge nothing here: {reason}',
  cannotProve: 'it could not be checked just now. Open the file again.',
  provingTooLong: 'checking it took too long.',
  notLaidOut:
    'The elements could not be laid out and stand in rows. On the board, “Lay out the whole diagram” tries again.',
  tooManyToLayOut: 'These are too many elements to be laid out at once: they stand in rows. Open fewer files at once.',
  contentRefused:
    'The file was read, but this board did not take it (code {code}), so the board is empty. Open the file again; if it stays, send it to whoever runs the server.',
  readTitle: '{file} was read',
  holds:
    'On the board: elements: {elements} · boundaries: {boundaries} · flows: {flows} · threats of the file: {threats}',
  template:
    'Its template {pack} comes along as a pack: this browser keeps it and the board is judged with its rules, too.',
  changes: {
    one: '{count} thing was lost or changed in reading:',
    other: '{count} things were lost or changed in reading:',
  },
  nothingLost: 'Nothing was lost or changed in reading.',
  changesList: 'Lost or changed in reading',
  more: { one: 'and {count} more; copying takes all', other: 'and {count} more; copying takes all' },
  copy: 'Copy the list',
  copied: 'Copied',
  copyByHand: 'Your browser withholds the clipboard. Select the text and copy it.',
  namespace: 'Namespace of objects that name none',
  readAgain: 'Read again with it',
  openAsBoard: 'Open as a new board',
  bringHere: 'Bring onto this board',
  leave: 'Do not open it',
  keptPack:
    'This board is judged with {pack}, the template of the file. Others load it from the same file, under “Packs of this board”.',
  pageOnlyPack:
    'This board is judged with {pack}, the template of the file. This browser could not keep it: it lasts until you close the page.',
  packNotAdded:
    'The template {pack} was not added: only a facilitator decides on the packs of a board. Ask one to add it from the file.',
  changedOnBoard: {
    one: 'The file was opened. {count} thing was lost or changed in reading.',
    other: 'The file was opened. {count} things were lost or changed in reading.',
  },
  strangeType: {
    one: 'Kept, but no pack here knows the stencil {name}: {count} thing ({subjects}) is drawn by its kind alone.',
    other:
      'Kept, but no pack here knows the stencil {name}: {count} things ({subjects}) are drawn by their kind alone.',
  },
  strangeProperty: {
    one: 'Kept, but no pack here knows the property {name}: nothing is judged by it ({count} thing: {subjects}).',
    other: 'Kept, but no pack here knows the property {name}: nothing is judged by it ({count} things: {subjects}).',
  },
  strangeValue:
    'Kept, but {name} of “{subject}” is {found} where {wanted} belongs. Correct it on the board, or it is not judged as you mean it.',
  types: { boolean: 'yes or no', enum: 'one of its values', string: 'text', number: 'a number', list: 'a list' },
  noDrop:
    'A file cannot be dropped on this board. Open it as a new board on the start page, or begin an empty board with it.',
  pasted: {
    name: 'pasted.yaml',
    reading: 'Reading the Kubernetes YAML that was pasted …',
    changes: {
      one: '{count} thing in the pasted YAML was left out or is open: {first}',
      other: '{count} things in the pasted YAML were left out or are open. The first one: {first}',
    },
  },
  clip: {
    damaged:
      'What was copied is a part of a Strideboard board, but it is damaged and was not pasted. Copy it again on its board.',
    'too-large':
      'What was copied is too large to be pasted. Copy less at once, or open the exported file as a board of its own.',
    adjusted: {
      one: 'In what was pasted, {count} thing could not be read and was left out or read with its default.',
      other: 'In what was pasted, {count} things could not be read and were left out or read with their defaults.',
    },
    cut: 'The text was longer than a note can hold. Its first {limit} characters were pasted.',
    picture: 'A picture cannot be pasted onto a board. Paste text, or write a note that says where the picture is.',
  },
});
