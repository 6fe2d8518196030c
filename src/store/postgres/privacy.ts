import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import { ok } from '#base/result.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import { displayName } from '#core/contact/contact.ts'
import type { Hold } from '#core/privacy/hold.ts'
import type { KeptPrivacy, PrivacyRequest } from '#core/privacy/request.ts'
import type { Named, Privacy } from '../privacy.ts'
import { cursorOf, EPOCH_MS, newestFirst, page, placeOf, UUID } from './page.ts'
import { contactFrom, type ContactRow, timestamp } from './rows.ts'
import { alone, inTransaction, json, type Run, statement } from './transaction.ts'

const NOTHING: KeptPrivacy = { requests: [], holds: [] }

/** Requests of privacy and holds in PostgreSQL. Ids that are no UUIDs lead nowhere. */
export function postgresPrivacy(pool: pg.Pool): Privacy {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    ...requestsAndHolds(pool),
    whileKept: (accountId, contactIds, act) => {
      const own = turn.then(() =>
        inTransaction(pool, [accountId], async (run) => {
          const ids = [...new Set(contactIds)].filter(isUuid).toSorted()
          // Always in one order, so that two never wait for each other in a circle.
          for (const id of ids) await run(HOLD_STILL, [accountId, id])
          const kept = await Promise.all(ids.map(async (id) => [id, await keptOf(run, accountId, id)] as const))
          const byId = new Map(kept)
          return act((id) => byId.get(id) ?? NOTHING)
        }),
      )
      turn = own.catch(() => undefined)
      return own
    },
  }
}

const requestsAndHolds = (pool: pg.Pool): Omit<Privacy, 'whileKept'> => ({
  async of(accountId, contactId) {
    if (!isUuid(contactId)) return NOTHING
    return inTransaction(pool, [accountId], (run) => keptOf(run, accountId, contactId))
  },
  async change(accountId, contactId, decide) {
    if (!isUuid(contactId)) return null
    return inTransaction(pool, [accountId], async (run) => {
      await run(HOLD_STILL, [accountId, contactId])
      const { rows } = await run<{ into: ContactId | null }>(LOCK, [accountId, contactId])
      if (rows[0] === undefined) return null
      const before = await keptOf(run, accountId, contactId)
      const decided = decide(before, rows[0].into)
      if (decided.ok) await write(run, accountId, before, decided.value)
      return decided.ok ? ok(decided.value) : decided
    })
  },
  async request(accountId, id) {
    if (!isUuid(id)) return null
    return (await alone<Row<PrivacyRequest>>(pool, [accountId], REQUEST, [accountId, id])).rows[0]?.rest ?? null
  },
  async hold(accountId, id) {
    if (!isUuid(id)) return null
    return (await alone<Row<Hold>>(pool, [accountId], HOLD, [accountId, id])).rows[0]?.rest ?? null
  },
  async requests(accountId, { show, contactId, limit, cursor }) {
    const [due, id] = cursor === null ? [null, null] : placeOf(cursor, EPOCH_MS, UUID)
    const after = due === null ? null : timestamp(Number(due) as PrivacyRequest['dueAt'])
    const values = [accountId, after, id, contactId, limit + 1]
    const what = show === 'open' ? OPEN : CLOSED
    const { rows } = await alone<NamedRow<PrivacyRequest>>(pool, [accountId], what, values)
    return page(rows.map(named), limit, ({ item }) => cursorOf(item.dueAt, item.requestId))
  },
  async holds(accountId, { now, limit, cursor }) {
    const values = [accountId, ...newestFirst(cursor), now, limit + 1]
    const { rows } = await alone<NamedRow<Hold>>(pool, [accountId], HOLDS, values)
    return page(rows.map(named), limit, ({ item }) => cursorOf(item.setAt, item.holdId))
  },
  async due(now, heldUntil, limit) {
    const { rows } = await alone<{ account_id: AccountId; request_id: string }>(pool, 'installation', DUE, [
      ...[timestamp(now), limit],
    ])
    const taken = await Promise.all(
      rows.map(({ account_id, request_id }) =>
        alone<Row<PrivacyRequest>>(pool, [account_id], TAKE, [
          ...[account_id, request_id, timestamp(now), timestamp(heldUntil)],
        ]),
      ),
    )
    return taken.flatMap(({ rows: [row] }) => (row ? [row.rest] : []))
  },
})

async function keptOf(run: Run, accountId: AccountId, contactId: string): Promise<KeptPrivacy> {
  const [requests, holds] = await Promise.all([
    run<Row<PrivacyRequest>>(REQUESTS_OF, [accountId, contactId]),
    run<Row<Hold>>(HOLDS_OF, [accountId, contactId]),
  ])
  return { requests: requests.rows.map(({ rest }) => rest), holds: holds.rows.map(({ rest }) => rest) }
}

async function write(run: Run, accountId: AccountId, before: KeptPrivacy, after: KeptPrivacy): Promise<void> {
  const requests = after.requests.filter((request) => !before.requests.includes(request))
  const holds = after.holds.filter((hold) => !before.holds.includes(hold))
  if (requests.length > 0) {
    const rows = requests.map((request) => ({
      ...{ request_id: request.requestId, contact_id: request.contactId, kind: request.kind, state: request.state },
      ...{ due_at: timestamp(request.dueAt), rest: request },
      carry_out_at: request.carryOutAt === null ? null : timestamp(request.carryOutAt),
    }))
    await run(PUT_REQUESTS, [accountId, json(rows)])
  }
  if (holds.length > 0) {
    const rows = holds.map((hold) => ({
      ...{ hold_id: hold.holdId, contact_id: hold.contactId, set_at: timestamp(hold.setAt), rest: hold },
    }))
    await run(PUT_HOLDS, [accountId, json(rows)])
  }
}

type Row<Item> = { rest: Item }
type NamedRow<Item> = Row<Item> & { contact: (Omit<ContactRow, 'version'> & { rest: { erasedAt?: number } }) | null }
const named = <Item>({ rest, contact }: NamedRow<Item>): Named<Item> => ({
  item: rest,
  name: contact === null || contact.rest.erasedAt !== undefined ? null : displayName(contactFrom(contact)),
})

/** Of two who want the same contact the second waits; the rows themselves stay free for the loop. */
const HOLD_STILL = statement(
  'hold-privacy-still',
  `select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 0))`,
)
const LOCK = statement(
  'lock-privacy',
  `select (rest -> 'joined' ->> 'into')::uuid as into from contact where account_id = $1 and contact_id = $2 for no key update`,
)
/** Theirs, and of those who were merged into them: a hold on a part holds the whole. */
const EVERYBODY = `any (array(
  select $2::uuid
  union
  select part.id::uuid from contact, json_array_elements_text(coalesce(rest -> 'merged', '[]')) as part(id)
  where (account_id, contact_id) = ($1, $2)))`
const REQUESTS_OF = statement(
  'privacy-requests-of',
  `select rest from privacy_request where account_id = $1 and contact_id = ${EVERYBODY} order by request_id`,
)
const HOLDS_OF = statement(
  'privacy-holds-of',
  `select rest from privacy_hold where account_id = $1 and contact_id = ${EVERYBODY} order by hold_id`,
)
const REQUEST = statement(
  'privacy-request',
  `select rest from privacy_request where account_id = $1 and request_id = $2`,
)
const HOLD = statement('privacy-hold', `select rest from privacy_hold where account_id = $1 and hold_id = $2`)
const CONTACT = `json_build_object('account_id', contact.account_id, 'contact_id', contact.contact_id, 'created_at', 0,
  'name', contact.name, 'rest', contact.rest) as contact`
const OPEN = statement(
  'open-privacy-requests',
  `select request.rest, ${CONTACT} from privacy_request request join contact using (account_id, contact_id)
   where request.account_id = $1 and state in ('open', 'scheduled', 'erasing')
     and ($2::timestamptz is null or (due_at, request_id) > ($2::timestamptz, $3::uuid))
     and ($4::uuid is null or contact_id = $4)
   order by due_at, request_id limit $5`,
)
const CLOSED = statement(
  'closed-privacy-requests',
  `select request.rest, ${CONTACT} from privacy_request request join contact using (account_id, contact_id)
   where request.account_id = $1 and state in ('done', 'declined')
     and ($2::timestamptz is null or (due_at, request_id) < ($2::timestamptz, $3::uuid))
     and ($4::uuid is null or contact_id = $4)
   order by due_at desc, request_id desc limit $5`,
)
const HOLDS = statement(
  'privacy-holds',
  `select hold.rest, ${CONTACT} from privacy_hold hold join contact using (account_id, contact_id)
   where hold.account_id = $1 and (set_at, hold_id) < ($2::timestamptz, $3::uuid)
     and hold.rest ->> 'lifted' is null
     and (hold.rest ->> 'until' is null or (hold.rest ->> 'until')::bigint > $4::bigint)
   order by set_at desc, hold_id desc limit $5`,
)
const DUE = statement(
  'due-erasures',
  `select account_id, request_id from privacy_request
   where state in ('scheduled', 'erasing') and carry_out_at <= $1::timestamptz
     and (held_until is null or held_until <= $1::timestamptz)
   order by carry_out_at limit $2`,
)
const TAKE = statement(
  'take-erasure',
  `update privacy_request set held_until = $4::timestamptz
   where account_id = $1 and request_id = $2 and state in ('scheduled', 'erasing')
     and (held_until is null or held_until <= $3::timestamptz)
   returning rest`,
)
const PUT_REQUESTS = statement(
  'put-privacy-requests',
  `insert into privacy_request (account_id, request_id, contact_id, kind, state, due_at, carry_out_at, rest)
   select $1, request_id, contact_id, kind, state, due_at, carry_out_at, rest
   from json_to_recordset($2) as row(request_id uuid, contact_id uuid, kind text, state text, due_at timestamptz,
     carry_out_at timestamptz, rest json)
   on conflict (account_id, request_id) do update set contact_id = excluded.contact_id, state = excluded.state, carry_out_at = excluded.carry_out_at,
     rest = excluded.rest`,
)
const PUT_HOLDS = statement(
  'put-privacy-holds',
  `insert into privacy_hold (account_id, hold_id, contact_id, set_at, rest)
   select $1, hold_id, contact_id, set_at, rest
   from json_to_recordset($2) as row(hold_id uuid, contact_id uuid, set_at timestamptz, rest json)
   on conflict (account_id, hold_id) do update set rest = excluded.rest`,
)
