import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Covers } from '#core/policy/rights.ts'
import { FIRST_WORK, type Step, withCounts, type Work } from '../../erasure-work.ts'
import type { Begun, Counts, Erasures, Swept } from '../../erasures.ts'
import type { Recent } from '../recent.ts'
import { timestamp } from '../rows.ts'
import { alone, inTransaction, json, statement } from '../transaction.ts'
import { sweepDeliveries } from './deliveries.ts'
import { sweepFacts } from './facts.ts'
import { forgetFiles, sweepDisk } from './files.ts'
import { sweepGroups } from './groups.ts'
import { sweepMessages } from './messages.ts'
import type { Sweep } from './portion.ts'
import { awaitIndex, sweepRest } from './rest.ts'

const SWEEPS: Readonly<Record<Step, Sweep>> = {
  messages: sweepMessages,
  groups: sweepGroups,
  facts: sweepFacts,
  deliveries: sweepDeliveries,
  files: forgetFiles,
  disk: sweepDisk,
  rest: sweepRest,
  index: awaitIndex,
}

/** Erasing in PostgreSQL. `recent`: rows at hand, which change here without a fact. */
export const postgresErasures = (pool: pg.Pool, recent: Pick<Recent, 'forget'>): Erasures => ({
  begin: (begun) => begin(pool, begun),
  async sweep(accountId, contactId, now) {
    const swept = await inTransaction(pool, [accountId], async (run): Promise<Swept> => {
      const { rows } = await run<ErasureRow>(LOCK, [accountId, contactId])
      const [row] = rows
      if (!row || row.work === null) return { kind: 'done' }
      const portion = await SWEEPS[row.work.step](run, {
        accountId,
        contactId,
        erasedAt: row.erased_at,
        work: row.work,
      })
      const counts = withCounts(row.counts, portion.counts ?? {})
      const work = portion.work === null ? null : json(portion.work)
      await run(SAVE, [accountId, contactId, work, json(counts), timestamp(now)])
      return portion.swept ?? (portion.work === null ? { kind: 'done' } : { kind: 'more' })
    })
    recent.forget([accountId])
    return swept
  },
  removed: (accountId, contactId, sha256s) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<ErasureRow>(LOCK, [accountId, contactId])
      const [row] = rows
      if (!row?.work) return
      const left = row.work.sha256s.filter((sha256) => !sha256s.includes(sha256))
      const work = json({ ...row.work, sha256s: left })
      await run(KEEP_WORK, [accountId, contactId, work])
    }),
  async isUsed(accountId, sha256) {
    const { rows } = await alone<{ used: boolean }>(pool, [accountId], IS_USED, [accountId, sha256])
    return rows[0]?.used ?? false
  },
  async counts(accountId, contactId) {
    const { rows } = await alone<{ counts: Counts }>(pool, [accountId], COUNTS, [accountId, contactId])
    return rows[0]?.counts ?? null
  },
  async addresses() {
    const { rows } = await alone<AddressRow>(pool, 'installation', ADDRESSES)
    return rows.map(({ account_id: accountId, digest, erased_at: erasedAt, covers }) => ({
      ...{ accountId, digest, erasedAt, covers },
    }))
  },
})

const begin = (pool: pg.Pool, begun: Begun): Promise<void> =>
  inTransaction(pool, [begun.accountId], async (run) => {
    const { accountId, contactId, requestId, erasedAt, erasedBy, addresses, createdAt, groups, digests } = begun
    const work = FIRST_WORK(
      createdAt,
      addresses.map(({ value }) => value),
      groups,
    )
    const at = timestamp(erasedAt)
    const { rowCount } = await run(BEGIN, [accountId, contactId, at, json(erasedBy), requestId, json(work)])
    if (rowCount === 1) await run(ADD_ADDRESSES, [accountId, at, json(digests)])
  })

type ErasureRow = { erased_at: Instant; work: Work | null; counts: Counts }
type AddressRow = { account_id: AccountId; digest: string; erased_at: Instant; covers: Covers | null }

const BEGIN = statement(
  'begin-erasure',
  `insert into erasure (account_id, contact_id, erased_at, erased_by, request_id, work)
   values ($1, $2, $3::timestamptz, $4, $5, $6) on conflict do nothing`,
)
/** Somebody else may have had the same number and refused more. */
const ADD_ADDRESSES = statement(
  'add-erased-addresses',
  `insert into erased_address (account_id, digest, erased_at, covers)
   select $1, digest, $2::timestamptz, covers from json_to_recordset($3) as row(digest text, covers text) order by digest
   on conflict (account_id, digest) do update set erased_at = excluded.erased_at,
     covers = case when 'everything' in (excluded.covers, erased_address.covers) then 'everything'
       else coalesce(excluded.covers, erased_address.covers) end`,
)
const LOCK = statement(
  'lock-erasure',
  `select erased_at, work, counts from erasure where account_id = $1 and contact_id = $2 for update`,
)
const SAVE = statement(
  'save-erasure',
  `update erasure set work = $3::json, counts = $4, done_at = case when $3::json is null then $5::timestamptz end
   where account_id = $1 and contact_id = $2`,
)
const KEEP_WORK = statement('keep-erasure', `update erasure set work = $3 where account_id = $1 and contact_id = $2`)
const IS_USED = statement(
  'is-content-used',
  `select exists (select from media where account_id = $1 and rest ->> 'sha256' = $2) as used`,
)
const COUNTS = statement(
  'erasure-counts',
  `select counts from erasure where account_id = $1 and contact_id = $2 and done_at is not null`,
)
const ADDRESSES = statement('erased-addresses', `select account_id, digest, erased_at, covers from erased_address`)
