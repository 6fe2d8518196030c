import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** As whom PostgreSQL runs. It refuses the superuser, and it must own its data folder. */
export type Identity = {
  readonly name: string
  /** Put before the program's own command line. */
  readonly prefix: readonly string[]
  /** Who must own the data folder, seen from outside; null: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

type Account = { readonly uid: number; readonly gid: number }

/**
 * The first way to run a program that reaches `paths` (each must be readable, folders also enterable) without being the
 * superuser:
 * 1. as we are, when we are not the superuser;
 * 2. in a user namespace: outside still us, so that folders only the superuser may enter stay open to it;
 * 3. where a container forbids that: as `nobody`, keeping the one right to pass closed folders.
 */
export function chooseIdentity(paths: readonly string[]): Identity {
  if (process.getuid?.() !== 0) return { name: 'ourselves', prefix: [], owner: null }
  const ways = superuserWays(ordinaryAccount(readFileSync('/etc/passwd', 'utf8')))
  const way = ways.find(({ prefix }) => reaches(prefix, paths))
  if (way) return way
  throw new Error(
    `PostgreSQL does not run as root, and neither unshare nor setpriv could start it as somebody else who reaches ${paths.join(' and ')}. ` +
      'Start Hilo as another user, or set DATABASE_URL.',
  )
}

const superuserWays = ({ uid, gid }: Account): Identity[] => [
  {
    name: 'user namespace',
    prefix: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`],
    owner: { uid: 0, gid: 0 },
  },
  {
    name: 'nobody, passing closed folders',
    prefix: [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
    owner: { uid, gid },
  },
]

/** `nobody` where there is one, else anybody but the superuser: initdb insists on a user with a name. */
export function ordinaryAccount(passwd: string): Account {
  const accounts = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
  const chosen = accounts.find(({ name }) => name === 'nobody') ?? accounts[0]
  return chosen ? { uid: chosen.uid, gid: chosen.gid } : { uid: 65_534, gid: 65_534 }
}

function reaches(prefix: readonly string[], paths: readonly string[]): boolean {
  const probe = 'for path in "$@"; do test -r "$path" && test -x "$path" || exit 1; done'
  const [program = 'sh', ...rest] = [...prefix, 'sh', '-c', probe, 'probe', ...paths]
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0
}
