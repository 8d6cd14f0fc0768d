/** A control to be shown open, a new object for each request. */
export interface ControlRequest {
  readonly id: string;
}
