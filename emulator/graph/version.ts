import { unknownPath } from './errors.ts'

/** v26.0 since 2026-07-29; v20.0 removed 2026-09-24; v21.0 goes 2027-01-21 (cloud-api §0). */
const OLDEST = 21
export const NEWEST = 26

/**
 * Cuts the version off a path. Without one, and for one that is no longer usable, the oldest that still runs answers
 * (Graph API, Platform versioning, 2026). Throws for a version that never was.
 */
export function checkVersion(path: string): { readonly version: string; readonly rest: readonly string[] } {
  const [first = '', ...rest] = path.split('/').filter((piece) => piece !== '')
  const version = /^v(\d+)(?:\.(\d+))?$/.exec(first)
  if (version === null) return { version: `v${OLDEST}.0`, rest: [first, ...rest] }
  const major = Number(version[1])
  const minor = Number(version[2] ?? Number.NaN)
  if (major < OLDEST && major > 0) return { version: `v${OLDEST}.0`, rest }
  if (minor !== 0 || major > NEWEST || major === 0) throw unknownPath(`/${first}`)
  return { version: first, rest }
}
