/** Words of joining, of opening, and of boards that cannot be opened. */
import { area } from '../area.ts';

export const start = area('start', {
  opening: 'Opening the board…',
  openingLong: 'Still waiting for the server. The board opens as soon as it answers.',
  home: 'To the start page',
  again: 'Try again',
  problems: {
    'link-invalid': {
      title: 'This link does not open a board',
      text: 'It may have been copied only in part, or the board was deleted. Ask the person who sent it for a fresh link; it ends with a long secret after the # sign.',
    },
    'link-revoked': {
      title: 'This link was withdrawn',
      text: 'A facilitator revoked it or it expired. Ask them for a new one. What you did before is on the board.',
    },
    'participant-removed': {
      title: 'A facilitator removed you from this board',
      text: 'What you did before is on the board. A facilitator can let you in again; then try once more.',
    },
    'room-missing': {
      title: 'This board does not exist any more',
      text: 'It was deleted on the server. If this browser still has a copy you can save it.',
    },
    'link-partial': {
      title: 'This address is missing its secret',
      text: 'A board address looks like /r/…#… and the part after the # sign is the key. Ask for the whole link.',
    },
    'not-found': {
      title: 'There is nothing at this address',
      text: 'Check the address, or start from the start page.',
    },
    'server-unreachable': {
      title: 'The server is not reachable',
      text: 'There is no copy of this board in this browser yet, so it cannot be shown without the server. Check your network, or ask whoever runs the server. The board opens by itself as soon as the server answers.',
    },
  },
  joinTitle: 'How should others see you?',
  joinLead: 'Your name stands beside your cursor and your decisions. No account is needed.',
  joinName: 'Your name',
  joinGo: 'Join the board',
  joinSkip: 'Skip',
  guest: 'Guest',
  colours: 'Colours and language',
});
