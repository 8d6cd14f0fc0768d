/** How a version and what can go wrong with it are said. */
import type { ApiProblem } from '@strideboard/connection';
import type { VersionSummary } from '@strideboard/wire';
import { say, sharing } from '@strideboard/words';

/** The name somebody gave it, else why the server kept it. */
export const versionName = ({ kind, label }: VersionSummary): string => label ?? sharing.versions.kinds[kind];

/** A sentence about a refused request. */
export function versionProblem({ code }: ApiProblem): string {
  const { versions } = sharing;
  if (code === 'too-many-versions') return versions.tooMany;
  if (code === 'too-many-requests') return versions.busy;
  return say(versions.failed, { code });
}
