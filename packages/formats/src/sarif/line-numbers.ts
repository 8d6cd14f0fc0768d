/** Where records stand in a canonical file, which has one a line. */

/** Line of each element and flow by id, from 1: where its meaning stands, not its layout. */
export function lineNumbers(text: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [at, line] of text.split('\n').entries()) {
    const trimmed = line.trim().replace(/,$/u, '');
    // The layout comes last; everything with an id has been met by then.
    if (trimmed === '"layout": {') break;
    const id = trimmed.startsWith('{"') || trimmed.startsWith('{ "') ? idOf(trimmed) : null;
    if (id !== null && !numbers.has(id)) numbers.set(id, at + 1);
  }
  return numbers;
}

function idOf(line: string): string | null {
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string'
      ? record.id
      : null;
  } catch {
    return null; // a line that opens a section
  }
}
