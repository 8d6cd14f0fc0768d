/** The trails of laser pointers: where each has been within the last moment. Nothing of it is kept. */

/** A trail is gone after this long, ms. */
export const FADE_MS = 900;
/** More points of one person within that time would be noise. */
const POINT_LIMIT = 120;

/** A place of a trail, canvas px, and when the pointer was there, ms. */
interface TrailPoint {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** One pointer: its trail, oldest first, and whether it is still on. */
export interface Trail {
  readonly id: string;
  readonly points: readonly TrailPoint[];
  readonly isOn: boolean;
}

/** The trails of everybody by an id of their pointer. */
interface LaserTrails {
  /** The pointer is here now; the same place again is no new point. */
  point(id: string, point: TrailPoint): void;
  /** The pointer is off; what it left fades. */
  end(id: string): void;
  /** Trails that can still be seen. A pointer that is on and rests keeps its last point. */
  visible(now: number): readonly Trail[];
  /** Whether something fades, so that another frame is worth drawing. */
  isMoving(now: number): boolean;
}

/** None at first. */
export function createLaserTrails(): LaserTrails {
  const trails = new Map<string, { points: TrailPoint[]; isOn: boolean }>();
  return {
    point(id, point) {
      const trail = trails.get(id) ?? { points: [], isOn: true };
      trails.set(id, trail);
      const last = trail.points.at(-1);
      // What was drawn before it was switched off is another stroke.
      if (!trail.isOn) trail.points = [];
      trail.isOn = true;
      if (last !== undefined && trail.points.length > 0 && last.x === point.x && last.y === point.y) return;
      trail.points.push(point);
      if (trail.points.length > POINT_LIMIT) trail.points.shift();
    },
    end(id) {
      const trail = trails.get(id);
      if (trail !== undefined) trail.isOn = false;
    },
    visible(now) {
      for (const [id, trail] of trails) {
        const fresh = trail.points.filter(({ at }) => now - at < FADE_MS);
        const last = trail.points.at(-1);
        trail.points = fresh.length === 0 && trail.isOn && last !== undefined ? [last] : fresh;
        if (trail.points.length === 0) trails.delete(id);
      }
      return [...trails].map(([id, { points, isOn }]) => ({ id, points, isOn }));
    },
    isMoving: (now) =>
      [...trails.values()].some(({ points, isOn }) => {
        const [first] = points;
        return first !== undefined && (points.length > 1 || !isOn) && now - first.at < FADE_MS + 100;
      }),
  };
}
