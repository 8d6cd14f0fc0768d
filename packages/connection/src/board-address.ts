// The address of a board's page as a link: which room, and the proof that opens it.

import { type BoardLinkResult, parseBoardLink } from '@strideboard/wire';

/**
 * Reads the board link out of a page address; the secret is in the fragment. Gives one of wire's problem codes when the address is not
 * a board's, carries no secret, or carries a damaged one.
 */
export function readBoardAddress(url: URL): BoardLinkResult {
  return parseBoardLink(url.href);
}
