/** What benches print: one row of JSON a line, for `npm run bench`. */

/** One measured thing. */
interface Row {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly peers?: Readonly<Record<string, number | undefined>>;
  readonly floor?: number | undefined;
  readonly moonshot?: number | undefined;
  /** More is better, as with frames a second. */
  readonly more?: boolean;
}

/** Only shows that everything runs: small boards, few runs. Its figures mean nothing. */
export const isShort = process.env['BENCH_SHORT'] === '1';

/** Prints a row. */
export function row(found: Row): void {
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

/** Prints that something was not measured, and why. */
export function skipped(id: string, what: string, why: string): void {
  process.stdout.write(`${JSON.stringify({ id, what, skipped: why })}\n`);
}

/** Measures something; when that fails, the row says so and there is nothing, and what comes after it is measured all the same. */
export async function attempt<Value>(
  id: string,
  what: string,
  measure: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await measure();
  } catch (error) {
    const [first] = String(error).split('\n');
    process.stdout.write(`${JSON.stringify({ id, what, failed: first })}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** The value that a share of all do not exceed; not a number where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
