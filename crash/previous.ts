import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './copy.ts'
import { NotHere } from './fault.ts'

export type Previous = { readonly root: string; readonly revision: string }

/**
 * The files of an earlier commit in a folder of their own, with our packages: of `from`, else of the newest tag, else of
 * the commit before this one.
 */
export function previousCheckout(folder: string, from: string | null): Previous {
  const tag = git('describe', '--tags', '--abbrev=0')
  const revision = git('rev-parse', '--short', `${from ?? tag ?? 'HEAD~1'}^{commit}`)
  if (revision === null) throw new NotHere('there is no earlier commit here')
  const root = path.join(folder, `previous-${revision}`)
  if (existsSync(root)) return { root, revision }
  mkdirSync(root)
  const unpacked = spawnSync('sh', ['-c', 'git -C "$1" archive "$2" | tar -x -C "$3"', 'sh', ROOT, revision, root])
  if (unpacked.status !== 0) throw new NotHere(`git and tar could not unpack ${revision}`)
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'))
  return { root, revision }
}

function git(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', ['-C', ROOT, ...args], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}
