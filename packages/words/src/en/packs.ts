/** Words about packs: what a command or a board says when one is checked, added or missing. What is wrong inside a pack, the pack's reader says. */
import { area } from '../area.ts';

export const packs = area('packs', {
  about: 'Works with packs: stencils, questions, rules and controls of your own as YAML.',
  check: {
    about: 'Checks a pack: lists everything that is wrong with it, or says what it holds.',
    path: 'a pack: a YAML file, or a folder of them',
    alone: 'take it as a pack that stands alone, not as an addition to the built-in one',
  },
  option: 'judge with this pack as well (a YAML file, or a folder of them); may be given several times',
  fine: {
    one: '{title} {version}: {rules} rules, {stencils} stencils, {boundaries} boundary kinds, {properties} questions, {controls} controls. {count} example does what it says.',
    other:
      '{title} {version}: {rules} rules, {stencils} stencils, {boundaries} boundary kinds, {properties} questions, {controls} controls. {count} examples do what they say.',
  },
  withoutFiring: {
    one: 'No example shows that {rules} fires.',
    other: 'No example shows that these {count} rules fire: {rules}.',
  },
  withoutQuiet: {
    one: 'No example shows where {rules} stays quiet.',
    other: 'No example shows where these {count} rules stay quiet: {rules}.',
  },
  problems: {
    one: '{count} problem. The pack is refused whole.',
    other: '{count} problems. The pack is refused whole.',
  },
  empty: 'This folder holds no YAML file (.yaml or .yml). Give the folder of a pack, or one file.',
  notText: 'The file is not text in UTF-8. Save it as UTF-8.',
  missing: 'The model was made with the pack {id} {version}, which is not here. It is judged without that pack.',
  otherVersion: 'The model was made with the pack {id} {version}; here is {found}. Threats may differ.',
  board: {
    title: 'Packs',
    intro:
      'A pack brings stencils, questions, rules and controls. This board is drawn and judged with the packs below. Each browser reads a pack from its file: hand the file to everybody who works here.',
    builtIn: 'Comes with Strideboard.',
    name: '{title} ({id} {version})',
    nameOnly: '{id} {version}',
    holds: 'Stencils and boundary kinds: {stencils} · rules: {rules} · controls: {controls}. In this browser.',
    reading: 'Being read …',
    missing: 'Not in this browser. Nothing of it is drawn or judged here.',
    otherVersion: 'Not in this browser, which has version {found}. Nothing of it is drawn or judged here.',
    unfit: 'In this browser, but it cannot be used. The board is judged without it.',
    unreadable: 'It could not be read just now. Reload the page to try again.',
    load: 'Load from a file…',
    loadNamed: 'Load {pack} from a file',
    forget: 'Forget this pack…',
    forgetNamed: 'Forget {pack}…',
    removeEffect:
      'Removed from the board, the pack judges nothing here any more, for everybody. Decisions about its threats stay in the model and hold again when it comes back.',
    forgetEffect:
      'Forgotten in this browser, the board is judged without it here until its file is loaded again. Everybody else keeps it, and decisions stay.',
    forgetOther: 'No board in this browser can use it until its file is loaded again. Decisions on boards stay.',
    forgetHere: 'Forget in this browser',
    forgetHereNamed: 'Forget {pack} in this browser',
    cancel: 'Cancel',
    forgotten: '{pack} is no longer in this browser. Decisions about its threats are kept.',
    cannotForget: 'This browser did not let go of {pack}. Reload the page and try again.',
    others: 'Also in this browser',
    othersHint: 'Kept from other boards or earlier versions. This board does not use them.',
    remove: 'Remove from the board',
    removeNamed: 'Remove {pack} from the board',
    add: 'Add a pack from a file…',
    addHint:
      'One YAML file, or all files of a pack at once; or a template of the Microsoft Threat Modeling Tool (.tb7, or the one inside a .tm7); or drop them here. The board is then judged by it for everybody who has it. Undo does not take this back: remove the pack instead.',
    lookHint:
      'A facilitator adds and removes packs. A pack that is missing here you can load yourself, or drop its file here.',
    choose: 'Choose the files of a pack',
    drop: 'Drop the files of the pack',
    checking: 'Checking {file} …',
    tooLarge: '{file} is too large for a pack: at most {limit} MB are read.',
    tooMany: 'These are {count} files; a pack has at most {limit}.',
    notText: '{file} is not text in UTF-8. Save it as UTF-8.',
    cannotRead: '{file} cannot be read. Choose it again.',
    cancelled: 'The check was cancelled. Nothing was changed.',
    cannotCheck: 'The pack could not be checked. Reload the page and try again.',
    checkTooLong:
      'The check was stopped after {limit} seconds, and nothing was changed. Split the pack into smaller ones, or look at it with strideboard pack check.',
    notThis: 'This is {found}. The board needs {wanted}.',
    notHere: 'This board does not use {pack}. A facilitator can add it.',
    versionTooLong: 'The version of this pack is too long: a board takes up to {limit} characters.',
    added: 'This board is now judged with {pack}.',
    replaced: 'This board is now judged with {pack}, in place of version {before}.',
    loaded: '{pack} is in this browser now.',
    pageOnly: 'This browser does not keep it: storage is full or switched off. It lasts until you close the page.',
    removed: 'This board is no longer judged with {pack}. Decisions about its threats are kept.',
    refused: {
      one: 'There is {count} problem. The pack is refused whole and nothing was changed.',
      other: 'There are {count} problems. The pack is refused whole and nothing was changed.',
    },
    notExported: {
      one: 'This browser is without the pack {packs}: its threats are not in these lists. Decisions about them are in the model.',
      other:
        'This browser is without the packs {packs}: their threats are not in these lists. Decisions about them are in the model.',
    },
    more: { one: 'and {count} more', other: 'and {count} more' },
    copy: 'Copy all problems',
    copied: 'Copied',
    copyByHand: 'Your browser withholds the clipboard. Select the text and copy it.',
    banner: {
      missing: {
        one: 'This board is judged with {packs}, which this browser does not have. Its threats are not shown, and decisions about them are kept.',
        other:
          'This board is judged with {packs}, which this browser does not have. Their threats are not shown, and decisions about them are kept.',
      },
      missingVersion: '{pack} (here is version {found})',
      unfit: {
        one: '{packs} cannot be used here. The board is judged without it, and decisions about its threats are kept.',
        other:
          '{packs} cannot be used here. The board is judged without them, and decisions about their threats are kept.',
      },
      leftOut: 'The packs of this board cannot be used together. It is judged without them: {reason}',
      load: 'Load from a file…',
      show: 'Show why',
    },
  },
});
