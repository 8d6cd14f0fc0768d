/** The HTTP interface of a board, for what the screen does not offer yet. */

/** Calls the board's HTTP interface as the link's holder. */
export async function facilitator(
  link: string,
): Promise<(path: string, body: object) => Promise<Record<string, unknown>>> {
  const url = new URL(link);
  const roomId = url.pathname.split('/')[2] ?? '';
  const [linkId, secret] = url.hash.slice(1).split('.');
  const post = async (
    path: string,
    body: object,
    headers: Record<string, string>,
  ): Promise<Record<string, unknown>> => {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`facilitator: ${path} answered ${String(response.status)}`);
    const text = await response.text();
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>); // the server's own reply
  };
  const { token } = await post('/api/session', { roomId, linkId, secret }, {});
  return (path, body) => post(`/api/rooms/${roomId}${path}`, body, { authorization: `Bearer ${String(token)}` });
}
