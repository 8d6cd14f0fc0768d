/** A close as the socket reports it; code 1006 stands for a connection that ended without a word. */
export interface SocketClose {
  readonly code: number;
  readonly reason: string;
}
