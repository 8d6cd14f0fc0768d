/** What was parked, and how each item ends. */
export function ParkingView() {
  return null;
}
