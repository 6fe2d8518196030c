import { arrayOf } from '../columns.ts'
import { type Run, statement } from '../transaction.ts'
import type { About, Portion } from './portion.ts'

/** Files that came from the person or were sent to nobody else; contents that no other file has go from the disk. */
export async function forgetFiles(run: Run, { accountId, work }: About): Promise<Portion> {
  const gone = work.files.flatMap(({ mediaId, isOurs }) =>
    isOurs && work.usedElsewhere.includes(mediaId) ? [] : [mediaId],
  )
  const ids = arrayOf('uuid', [...new Set(gone)])
  const wires = await run(REMOVE_WIRES, [accountId, ids])
  const { rows } = await run<{ sha256: string | null }>(REMOVE, [accountId, ids])
  const contents = [...new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))]
  const unused = await run<{ sha256: string }>(UNUSED, [accountId, arrayOf('text', contents)])
  return {
    work: { ...work, step: 'disk', sha256s: unused.rows.map(({ sha256 }) => sha256) },
    counts: { media: rows.length, media_wire: wires.rowCount ?? 0 },
  }
}

/** Goes on once the caller has said that all are gone. */
export const sweepDisk = (_: Run, { work }: About): Promise<Portion> =>
  Promise.resolve(
    work.sha256s.length === 0
      ? { work: { ...work, step: 'rest' } }
      : { work, swept: { kind: 'files', sha256s: work.sha256s } },
  )

const REMOVE_WIRES = statement(
  'erase-media-wires',
  `delete from media_wire where account_id = $1 and media_id = any ($2::uuid[])`,
)
const REMOVE = statement(
  'erase-media',
  `delete from media where account_id = $1 and media_id = any ($2::uuid[]) returning rest ->> 'sha256' as sha256`,
)
const UNUSED = statement(
  'erase-unused-contents',
  `select sha256 from unnest($2::text[]) as content(sha256)
   where not exists (select from media where account_id = $1 and media.rest ->> 'sha256' = content.sha256)`,
)
