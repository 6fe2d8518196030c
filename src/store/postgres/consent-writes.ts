import { randomBytes } from 'node:crypto'
import type { AccountId } from '#core/account/account.ts'
import type { NewFact } from '#core/loop/fact.ts'
import { type ConsentRow, consentFacts, type Head, lengthen, NO_LINKS } from '../consent-chain.ts'
import { arrayOf, columns } from './columns.ts'
import { type Run, statement, together } from './transaction.ts'

type Heads = ReadonlyMap<AccountId, Head>

/**
 * Where the chains end that these facts lengthen; they are locked until the commit. Null when none is: other commits ask
 * nothing. To be asked after the account's counter is locked, so that two commits never wait for each other in a circle.
 */
export function lockHeads(run: Run, facts: readonly NewFact[]): Promise<Heads> | null {
  const accounts = [...new Set(consentFacts(facts).map(({ accountId }) => accountId))].sort()
  if (accounts.length === 0) return null
  const begun = run(BEGIN, [arrayOf('uuid', accounts), NO_LINKS.hash])
  const locked = run<HeadRow>(LOCK, [arrayOf('uuid', accounts)])
  return together([begun, locked] as const).then(
    ([, { rows }]) => new Map(rows.map(({ account_id, number, hash }) => [account_id, { number, hash }])),
  )
}

/** Writes the links of the facts, and where the chains end now. */
export function addLinks(run: Run, facts: readonly NewFact[], heads: Heads): readonly Promise<unknown>[] {
  const headOf = (accountId: AccountId) => heads.get(accountId) ?? NO_LINKS
  const chain = lengthen(consentFacts(facts), headOf, () => randomBytes(16).toString('hex'))
  const ends = [...chain.heads].map(([account_id, { number, hash }]) => ({ account_id, number, hash }))
  return [
    run(ADD_LINKS, LINK.values(chain.rows.map(linkRow))),
    run(ADD_DETAILS, DETAIL.values(chain.rows.flatMap(detailRow))),
    run(MOVE_HEADS, HEAD.values(ends)),
  ]
}

const linkRow = ({ link }: ConsentRow) => ({
  account_id: link.accountId,
  number: link.number,
  entry_id: link.entryId,
  contact_id: link.contactId,
  purpose: link.purpose,
  scope: link.scope,
  change: link.change,
  at: link.at,
  until: link.until,
  means: link.means,
  is_express: link.isExpress ? 1 : 0,
  recorded_at: link.recordedAt,
  commitment: link.commitment,
  previous: link.previous,
  hash: link.hash,
})

const detailRow = ({ link, detail }: ConsentRow) =>
  detail === null ? [] : [{ account_id: link.accountId, number: link.number, salt: detail.salt, rest: detail.detail }]

type HeadRow = { account_id: AccountId; number: number; hash: string }

const BEGIN = statement(
  'begin-consent',
  `insert into consent_head (account_id, number, hash) select account_id, 0, $2 from unnest($1::uuid[]) as account_id
   on conflict (account_id) do nothing`,
)
const LOCK = statement(
  'lock-consent',
  `select account_id, number, hash from consent_head where account_id = any ($1::uuid[])
   order by account_id for update`,
)
const LINK = columns({
  account_id: 'uuid',
  number: 'bigint',
  entry_id: 'uuid',
  contact_id: 'uuid',
  purpose: 'text',
  scope: 'json',
  change: 'text',
  at: 'timestamptz',
  until: 'timestamptz',
  means: 'text',
  is_express: 'int',
  recorded_at: 'timestamptz',
  commitment: 'text',
  previous: 'text',
  hash: 'text',
})
const ADD_LINKS = statement(
  'add-consent-links',
  `insert into consent_link (${LINK.names})
   select account_id, number, entry_id, contact_id, purpose, scope, change, at, until, means, is_express = 1,
     recorded_at, commitment, previous, hash
   from ${LINK.from()}`,
)
const DETAIL = columns({ account_id: 'uuid', number: 'bigint', salt: 'text', rest: 'json' })
const ADD_DETAILS = statement(
  'add-consent-details',
  `insert into consent_detail (${DETAIL.names}) select * from ${DETAIL.from()}`,
)
const HEAD = columns({ account_id: 'uuid', number: 'bigint', hash: 'text' })
const MOVE_HEADS = statement(
  'move-consent-heads',
  `update consent_head set number = row.number, hash = row.hash from ${HEAD.from()}
   where consent_head.account_id = row.account_id`,
)
