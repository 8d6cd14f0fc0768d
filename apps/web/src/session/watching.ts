/** Looking on from a shared screen: a view link whose address says so opens without a name, without a cursor and in large type. */

const WORD = 'watch';

/** Whether this page is a shared screen. */
export const isWatching = (): boolean => new URLSearchParams(location.search).has(WORD);

/** The address of a board for a shared screen. */
export function watchLink(url: string): string {
  const address = new URL(url);
  address.search = WORD;
  return address.href;
}

/** The address of this page as any other one. */
export function plainAddress(): string {
  const address = new URL(location.href);
  address.search = '';
  return address.href;
}
