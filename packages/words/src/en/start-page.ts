/** Words of the start page. Fetched with it. */
import { area } from '../area.ts';

export const startPage = area('startPage', {
  pageTitle: 'Strideboard: threat-model Kubernetes together',
  headline: 'Threat-model Kubernetes on one board',
  lead: 'Draw the data flows together. Threats appear as you draw, each with its reason. Decide, and take the diagram and the list with you.',
  newBoard: 'New board',
  nameLabel: 'Name of the board',
  namePlaceholder: 'Payments cluster',
  nameDefault: 'Untitled board',
  empty: 'Empty board',
  emptySummary: 'Start from nothing and draw what you have.',
  templates: 'Start from a template',
  counts: '{elements} elements · {flows} flows · {boundaries} boundaries',
  recent: 'Recent boards',
  recentNone: 'Boards you open in this browser are listed here.',
  forget: 'Forget {title} on this device',
  beginTitle: 'Begin with a template or file',
  beginFileHint:
    'A Strideboard file (.json), a picture that Strideboard exported (.svg, .png), a model of the Microsoft Threat Modeling Tool (.tm7), or Kubernetes YAML. It comes onto this board; undo takes it back.',
  brought: {
    one: '{count} element came onto the board. Undo takes it back.',
    other: '{count} elements came onto the board. Undo takes them back.',
  },
  openFile: 'Open a file',
  openFileHint:
    'A Strideboard file (.json) or a picture that Strideboard exported (.svg, .png), with the same ids, threats and decisions; a model of the Microsoft Threat Modeling Tool (.tm7); or Kubernetes YAML, one file or several. It opens as a new board.',
  chooseFile: 'Choose a file…',
  dropFile: 'Drop the file to open it as a new board',
  creating: 'Creating the board…',
  role: { view: 'can view', comment: 'can comment', edit: 'can edit', facilitate: 'facilitates' },
  failed: {
    unreachable: 'The server is not reachable, so no board could be created. Check that it is running and try again.',
    rate: 'Too many boards were created from this address. Wait a few minutes and try again.',
    full: 'The server cannot store anything right now (its disk may be full). Nothing was lost; ask whoever runs it, then try again.',
    other: 'The board could not be created (code {code}). Try again; if it stays, ask whoever runs the server.',
  },
  fileProblem: '{file} cannot be opened: {reason}',
});
