/** Hands, laser pointer, hidden cursors: what people do together beside drawing. */
export function TogetherPart() {
  return null;
}
