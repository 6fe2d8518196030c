import { GraphError, unknownPath } from './errors.ts'

/** v26.0 since 2026-07-29; v20.0 removed 2026-09-24; v21.0 goes 2027-01-21 (cloud-api §0). */
const OLDEST = 21
export const NEWEST = 26

/** Cuts the version off a path. Without one, the oldest version that still runs answers. Throws for others. */
export function checkVersion(path: string): { readonly version: string; readonly rest: readonly string[] } {
  const [first = '', ...rest] = path.split('/').filter((piece) => piece !== '')
  const version = /^v(\d+)(?:\.(\d+))?$/.exec(first)
  if (version === null) return { version: `v${OLDEST}.0`, rest: [first, ...rest] }
  const major = Number(version[1])
  if (version[2] !== '0' || major > NEWEST) throw unknownPath(`/${first}`)
  if (major < OLDEST) throw deprecated(major)
  return { version: first, rest }
}

/** The code Graph uses for versions that have gone (general knowledge, unverified for the WhatsApp endpoints). */
const deprecated = (major: number): GraphError =>
  new GraphError(400, {
    message: `(#2635) You are calling a deprecated version of the API (v${major}.0). Please update to the latest version: v${NEWEST}.0.`,
    type: 'OAuthException',
    code: 2635,
  })
