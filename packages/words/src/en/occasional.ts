/** Words that are seldom needed: fetched with what says them. */
import { area } from '../area.ts';

export const occasional = area('occasional', {
  themes: {
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  languages: {
    system: 'Language of the system',
    en: 'English',
    de: 'Deutsch',
    changed: 'The language is English now.',
  },
  print: {
    threats: { one: '{count} open threat', other: '{count} open threats' },
    severity: 'Severity',
    threat: 'Threat',
    where: 'Where',
    rule: 'Rule',
  },
  hints: {
    title: 'Hint {at} of {of}',
    next: 'Next',
    done: 'Done',
    skip: 'Skip hints',
    said: 'Hint {at} of {of}: {title}. {text}',
    steps: [
      {
        title: 'Draw what you have',
        text: 'Press / and type a name, for example etcd, or drag a part from the left. Drag the arrow at an element’s edge to another one to draw a flow.',
      },
      {
        title: 'Threats come as you draw',
        text: 'The signs at an element count what can go wrong there: ▲ critical, ◆ high, ● medium, ○ low. Select it to read why, and decide.',
      },
      {
        title: 'Answer what you know',
        text: 'What the board does not know, it asks under Questions. Each answer makes the list of threats shorter or more exact.',
      },
      {
        title: 'Work together',
        text: 'Share makes a link; others draw with you at once. All commands are behind {commands}, all keys behind ?. These hints too.',
      },
    ],
  },
  further: {
    text: '{name} lies in {boundary} too. Does it belong to it?',
    add: 'Add to boundary',
  },
  outcome: {
    skipped: {
      one: '{count} item was changed by {who} and stays as it is: {names}.',
      other: '{count} items were changed by {who} and stay as they are: {names}.',
    },
    skippedLocked: {
      one: '{count} item is locked and stays as it is: {names}.',
      other: '{count} items are locked and stay as they are: {names}.',
    },
    others: 'others',
    namesMore: { one: '{names} and {count} more', other: '{names} and {count} more' },
    nothingToUndo: 'There is nothing of yours to undo. Undo reaches back to when you opened the page.',
    refusedCommands: {
      role: 'Your link lets you look, not change. Ask a facilitator for an edit link.',
      'read-only': 'This board was written by a newer Strideboard and cannot be changed here.',
      locked: 'A facilitator has locked this, so only facilitators change it. Ask one to unlock it.',
      'unknown-id': 'This is no longer on the board: someone deleted it.',
      'not-a-flow': 'This works on flows only.',
      'not-an-element': 'This works on elements only.',
      'not-a-boundary': 'Only a closed boundary can hold elements.',
      'inside-itself': 'A boundary cannot be put into itself.',
      'out-of-range': 'This is too far out: the canvas ends at one million pixels.',
      'text-too-long': 'This text is too long.',
      'value-unreadable': 'This value does not fit here.',
      'nothing-given': 'There was nothing to change.',
      'not-deleted': 'This is still on the board.',
      'id-taken': 'Two things in this file have the same id, or an id this board cannot use. Nothing was changed.',
      'board-not-empty': 'This board already has content. Open the file from the start page as a new board.',
      'model-invalid': 'This file contradicts itself, so nothing was changed.',
      'still-secret': 'This stays in your browser until the facilitator reveals the round.',
      'last-diagram': 'A model keeps at least one diagram.',
      'diagram-not-empty': 'There is something on this diagram. Delete it with what is on it, or move that first.',
      'same-diagram': 'It is on this diagram already.',
      'other-diagram': 'These are on two diagrams. Show one of them on the other’s diagram first, then connect.',
      'flows-stay-behind':
        'Flows join this to what would stay behind. Move both ends, or show it on the other diagram instead.',
      'has-children': 'A line has no inside. Move out what is in this boundary first.',
      'clip-foreign': 'What was copied is not from a Strideboard.',
      'all-locked': 'Everything chosen is locked.',
      other: 'This cannot be done (code {code}).',
    },
  },
  connection: {
    details: 'Where this board is kept',
    server: 'On the server',
    serverSaved: 'Everything you did is stored by the server at {host}.',
    serverSavedAt: 'Everything you did is stored by the server at {host}, last confirmed at {time}.',
    serverSaving: 'Your last changes are on their way to the server at {host}.',
    serverAway: {
      one: 'The server at {host} is not reachable. {count} change is not stored there yet.',
      other: 'The server at {host} is not reachable. {count} changes are not stored there yet.',
    },
    serverAwayNone: 'The server at {host} is not reachable. It has everything you did.',
    serverWas: 'Everything until {time} is stored there.',
    serverStopped: {
      one: 'There is no connection to the server at {host}. {count} change is not stored there.',
      other: 'There is no connection to the server at {host}. {count} changes are not stored there.',
    },
    serverStoppedNone: 'There is no connection to the server at {host}. It has everything you did.',
    browser: 'In this browser',
    browserKept: 'A copy of the board, your waiting changes included, is kept up to date here.',
    browserView: 'No copy is kept: links that only show a board leave nothing behind.',
    browserDropped: 'No copy is kept any more: it held what the server refused. What you see is only in this page.',
    browserProblems: {
      unavailable:
        'No copy is kept: this browser does not let pages store anything (a private window, or its settings). Waiting changes last as long as this page.',
      full: 'The copy is not kept up to date: there is no room left for it. Waiting changes last as long as this page. Free space on this device or remove stored data of other sites, then reload.',
    },
    browserOpening: 'The copy is being prepared.',
    reloading: 'Without the network',
    app: {
      none: 'Reloading needs the network.',
      keeping: 'The app is being kept here, so that the board can be opened without the network.',
      kept: 'You can close, reload and open this board here without the network.',
      keptNoBoard: 'The app opens without the network, but not this board: there is no copy of it here.',
      insecure:
        'Keep this page open: reloading needs the network, since browsers keep apps only for https addresses and for this computer itself.',
      refused: 'Keep this page open: reloading needs the network, since this browser does not keep apps.',
    },
    retry: 'Try again now',
    saveCopy: 'Save a copy',
    away: {
      'server-unreachable': 'The server is not reachable.',
      'server-full': 'The server has no room for more people right now; it is tried again.',
      rate: 'The server asks for a short pause; it is tried again.',
      other: 'The connection to the server is gone; it is tried again.',
    },
    awayKept: {
      one: 'Your {count} change is kept here and will be sent.',
      other: 'Your {count} changes are kept here and will be sent.',
    },
    awayKeptNone: 'You can go on drawing; changes are kept here and will be sent.',
    awayPage: {
      one: 'Keep this page open: your {count} change is only in it and will be sent.',
      other: 'Keep this page open: your {count} changes are only in it and will be sent.',
    },
    awayPageNone: 'You can go on drawing, but keep this page open: this browser keeps no copy of your changes.',
    awayView: 'You see the board as it was.',
    full: 'This browser has no room left for its copy of the board, so changes made without the network would last only as long as this page. Free space on this device, then reload.',
    newerSchema:
      'This board was written by a newer Strideboard. You can look at it, but not change it, until this server is updated.',
    refused: {
      'write-refused':
        'The server refused a change that your link does not allow. Reload to see the board as the others see it.',
      locked:
        'The server refused a change to something a facilitator has locked. Reload to see the board as the others see it.',
      'content-refused':
        'The server refused a change because of its content. Reload to go on; save a copy first if you want to keep it.',
      'too-large':
        'One of your changes is bigger than the server takes. Save a copy, reload, and bring it in in smaller parts.',
      quota:
        'This board has reached its size limit, so your last changes are not stored. Save a copy, or ask whoever runs the server to raise the limit and try again.',
      protocol:
        'The connection to the server does not make sense any more. Reload the page; save a copy first if you have waiting changes.',
      'epoch-changed': 'The board was replaced by another version. Reload to see it.',
      'link-revoked': 'Your link was withdrawn. You can still save a copy of what you see.',
      'link-expired': 'Your link has expired. You can still save a copy of what you see, and ask for a new link.',
      'participant-removed': 'A facilitator removed you from this board. You can still save a copy of what you see.',
      'link-invalid': 'Your link is no longer valid. You can still save a copy of what you see.',
      'room-missing': 'This board was deleted on the server. You can still save a copy of what you see.',
      other:
        'The server ended the connection (code {code}). Reload to go on; save a copy first if you want to keep it.',
    },
  },
  recovery: {
    title: 'Changes that are not on the board',
    reasons: {
      'write-refused': 'The server refused a change that your link does not allow, so the board was opened anew.',
      locked: 'A facilitator locked something while you changed it, so the board was opened anew.',
      'content-refused': 'The server refused a change because of its content, so the board was opened anew.',
      'epoch-changed': 'A version of the board was restored, so it was opened anew.',
    },
    made: { one: '{count} unsaved change was made again.', other: '{count} unsaved changes were made again.' },
    notMade: { one: '{count} change could not be made again:', other: '{count} changes could not be made again:' },
    refusedTwice: 'The same changes were refused twice, so they were not made again.',
    skipped: {
      role: '{name}: your link does not allow it.',
      locked: '{name}: locked by a facilitator.',
      'read-only': '{name}: this board was written by a newer version.',
      gone: '{name}: what it was about is not on the board any more.',
      changed: '{name}: somebody else has changed the same thing since, and that stays.',
      unreadable: '{name}: it could not be read.',
    },
    copyHint: 'The board as you saw it can be kept as a file and opened as a board of its own.',
    save: 'Save a copy',
    saveFailed: 'The copy could not be made: the code for it could not be fetched. Try again when the network is back.',
    fileName: 'board-copy',
  },
  issues: {
    title: 'Odd things in this board',
    intro: 'People changed the same things at once, or a file was incomplete. The board shows what makes sense:',
    button: { one: '{count} note', other: '{count} notes' },
    codes: {
      'kind-unknown': '{label} has a kind this version does not know; it is shown as a process.',
      'value-unreadable': '{label} has a value that could not be read; a default is shown.',
      'parent-cycle': '{label} were put into each other; one of them is shown at the top.',
      'parent-missing': '{label} was in a boundary that is gone; it is shown where it was.',
      'flow-end-missing': 'A flow lost one of its ends and is hidden until the element is back.',
      'membership-cycle': '{label} would belong to something inside itself; that membership is left out.',
      'reference-broken': 'A reference points at something that is gone.',
      'flow-across-diagrams':
        '{label} joins elements of two diagrams, so no diagram can draw it; it is judged all the same.',
      'diagram-missing': '{label} belongs to a diagram that is gone; it is shown on the first one.',
      'card-cluster-cycle': 'Cards were put into each other’s clusters; one of them leads now.',
      'votes-over-limit': 'Somebody gave more dots than they had; the surplus is not counted.',
      'tree-cycle': 'An attack tree closed a circle; one of its edges is left out.',
      'tree-orphan': 'An attack tree has a part that hangs on nothing; it is listed at the end.',
      'schema-newer': 'The board was written by a newer version.',
    },
    unjudged: 'What no rule can use; it is kept, and counts as unknown:',
    more: { one: 'and {count} more', other: 'and {count} more' },
    problems: {
      'type-unknown':
        '{where}: no pack of this board has the kind “{found}”, so it is judged by its shape alone. Change the kind, or add the pack.',
      'property-unknown':
        '{where}: no pack of this board asks for “{property}”, so no rule looks at it. Add the pack that does.',
      'value-unfit':
        '{where}: “{property}” cannot be {found}, so it counts as unknown. Give it a value that its question allows.',
      'mechanism-unknown': '{where}: “{property}” names the mechanism {found}, which no pack has.',
      'comparison-unfit':
        '{where}: “{property}” is {found}, which no rule can compare. Give it a value of the right kind.',
    },
    wholeModel: 'The board',
  },
});
