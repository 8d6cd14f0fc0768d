/** The HTTP interface of a board, for what the screen does not offer yet. */

/** Calls the board's HTTP interface as the link's holder; bytes go as an update of the document. */
export async function facilitator(
  link: string,
): Promise<(path: string, body: object | Uint8Array<ArrayBuffer>) => Promise<Record<string, unknown>>> {
  const url = new URL(link);
  const roomId = url.pathname.split('/')[2] ?? '';
  const [linkId, secret] = url.hash.slice(1).split('.');
  const post = async (
    path: string,
    body: object | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        ...headers,
      },
      body: body instanceof Uint8Array ? body : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`facilitator: ${path} answered ${String(response.status)}`);
    const text = await response.text();
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>); // the server's own reply
  };
  const { token } = await post('/api/session', { roomId, linkId, secret }, {});
  return (path, body) => post(`/api/rooms/${roomId}${path}`, body, { authorization: `Bearer ${String(token)}` });
}
