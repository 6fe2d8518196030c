import type { Loop } from '#app/loop.ts'
import type { LineGroup } from '#core/line/group.ts'
import type { Line } from '#core/line/line.ts'
import type { Registry } from '#store/registry.ts'
import type { Directory } from './directory.ts'

type Parts = {
  readonly registry: Pick<Registry, 'announce'> & { readonly lines: Pick<Registry['lines'], 'setGroup'> }
  readonly directory: Pick<Directory, 'reload'>
  readonly loop: Pick<Loop, 'submit'>
}

/** Keeps what the platform says of a line's group, once it says something else than is known. Null: it does not say. */
export async function noteGroup(
  { registry, directory, loop }: Parts,
  line: Line,
  said: LineGroup | null,
): Promise<void> {
  if (said === null || JSON.stringify(said) === JSON.stringify(line.group)) return
  await registry.lines.setGroup(line.accountId, line.groupKey, said)
  await registry.announce('lines')
  await directory.reload()
  await loop.submit({ kind: 'note-line', accountId: line.accountId, lineId: line.lineId })
}
