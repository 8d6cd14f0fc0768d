/**
 * A recorded workshop as JSON lines: who did what, when. Things are named by numbers, the place in the list of what is there just then, so
 * that a recording can be played on any board and nobody's board is in it.
 */

/** What somebody does. Distances in canvas px, `ms` is how long it takes. */
export type RecordedAct =
  | { readonly do: 'come' | 'leave' | 'undo' | 'redo' | 'reveal' | 'silence' | 'vote' | 'count' | 'dots' }
  | { readonly do: 'point'; readonly to: Point; readonly ms: number }
  | { readonly do: 'drag'; readonly of: number; readonly by: Point; readonly ms: number }
  | { readonly do: 'create'; readonly to: Point; readonly label: string }
  | { readonly do: 'connect'; readonly of: number; readonly to: number }
  | { readonly do: 'rename'; readonly of: number; readonly label: string }
  | { readonly do: 'flip'; readonly of: number; readonly property: string }
  /** Deletes something that was created in the recording. */
  | { readonly do: 'delete'; readonly of: number }
  | { readonly do: 'cards'; readonly texts: readonly string[] }
  | { readonly do: 'gather'; readonly of: number; readonly to: number }
  | { readonly do: 'decide'; readonly of: number; readonly rule: string; readonly state: string }
  | { readonly do: 'comment'; readonly of: number; readonly body: string }
  | { readonly do: 'resolve'; readonly of: number }
  | { readonly do: 'phase'; readonly phase: string };

/** x and y. */
type Point = readonly [number, number];

/** One line of a recording. */
export type RecordedStep = RecordedAct & {
  /** ms since the beginning. */
  readonly at: number;
  /** The person's number; 0 facilitates. */
  readonly who: number;
};

/** Writes a recording, one step a line. */
export const writeRecording = (steps: readonly RecordedStep[]): string =>
  steps.map((step) => `${JSON.stringify(step)}\n`).join('');

/** Reads what {@link writeRecording} wrote. Throws with the line's number for a line that is no step, or one out of order. */
export function readRecording(text: string): readonly RecordedStep[] {
  let last = 0;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, place) => {
      const step = JSON.parse(line) as Partial<RecordedStep>; // checked in the next lines
      const isStep = Number.isInteger(step.at) && Number.isInteger(step.who) && typeof step.do === 'string';
      if (!isStep || (step.at ?? 0) < last)
        throw new Error(`readRecording: line ${place + 1} is no step or out of order`);
      last = step.at ?? 0;
      return step as RecordedStep; // the fields of a kind are those its writer gave it
    });
}
