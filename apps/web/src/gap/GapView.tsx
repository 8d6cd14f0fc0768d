/** What people raised beside what the engine found. */
export function GapView() {
  return null;
}
