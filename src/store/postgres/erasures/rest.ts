import { needlesOf } from '../../erasure-work.ts'
import { arrayOf } from '../columns.ts'
import { json, type Run, statement, type Value } from '../transaction.ts'
import type { About, Portion } from './portion.ts'

/** What else names the person: details of consent, notices, what was set aside, lists, what waits for an unknown message. */
export async function sweepRest(run: Run, { accountId, contactId, work }: About): Promise<Portion> {
  // A commit that had been decided before may have stored one more message since.
  const late = await run<{ late: boolean }>(LATE, [accountId, contactId])
  if (late.rows[0]?.late) return { work: { ...work, step: 'messages', facts: null } }
  const needles = arrayOf('text', needlesOf(work.addresses))
  const counts: Record<string, number> = {}
  const removals: readonly (readonly [string, (typeof REMOVALS)[keyof typeof REMOVALS], readonly Value[]])[] = [
    ['consent_detail', REMOVALS.details, [accountId, contactId]],
    ['notice', REMOVALS.notices, [accountId, needles]],
    ['set_aside', REMOVALS.setAside, [accountId, needles]],
    ['set_aside_body', REMOVALS.bodies, [accountId, needles]],
    ['do_not_contact', REMOVALS.barred, [accountId, arrayOf('text', needlesOf(work.present))]],
    ['sign_up', REMOVALS.signUps, [accountId, arrayOf('text', needlesOf(work.present))]],
    ['wire_ref', REMOVALS.parked, [accountId, needles]],
    ['effect', REMOVALS.effects, [accountId, needles]],
  ]
  for (const [table, what, values] of removals) counts[table] = (await run(what, values)).rowCount ?? 0
  const present = needlesOf(work.present)
  const changes = await run<ChangeRow>(BARRED_CHANGES, [accountId, arrayOf('text', present)])
  for (const { id, rest } of changes.rows) await run(PUT_CHANGE, [accountId, id, json(withoutAddresses(rest, present))])
  return { work: { ...work, step: 'index' }, counts: { ...counts, contact_policy_change: changes.rows.length } }
}

/** What was decided about others at once stays; a reason that was for the person alone goes. */
function withoutAddresses(rest: ChangeRow['rest'], addresses: readonly string[]): ChangeRow['rest'] {
  const others = (list: unknown) =>
    Array.isArray(list)
      ? list.filter((one) => !addresses.some((address) => JSON.stringify(one).includes(address)))
      : list
  const [before, after] = [others(rest.before), others(rest.after)]
  const isAlone = [before, after].every((list) => !Array.isArray(list) || list.length === 0)
  return { ...rest, before, after, why: isAlone ? '—' : rest.why }
}
type ChangeRow = {
  readonly id: string
  readonly rest: { readonly why: string; readonly before: unknown; readonly after: unknown }
}

/** The search index takes the person's parts out by itself; it is what is waited for last. */
export async function awaitIndex(run: Run, { accountId, contactId, work }: About): Promise<Portion> {
  const { rows } = await run<{ waiting: boolean }>(WAITING, [accountId, contactId])
  return rows[0]?.waiting ? { work, swept: { kind: 'wait', what: 'search' } } : { work: null }
}

const names = (text: string): string =>
  `exists (select from unnest($2::text[]) as needle where position(needle in ${text}) > 0)`
/** The body has to be of one of the company's own lines. */
const ofOurs = (text: string): string => `exists (select from line where account_id = $1
  and (position(key in ${text}) > 0 or position(group_key in ${text}) > 0))`

/** Bodies are bytes: whatever came is looked through as it came. */
const BODY_NAMES = `exists (select from unnest($2::text[]) as needle
  where position(convert_to(needle, 'UTF8') in body) > 0)`
const BODY_OURS = `exists (select from line where account_id = $1 and (position(convert_to(key, 'UTF8') in body) > 0
  or position(convert_to(group_key, 'UTF8') in body) > 0))`
const REMOVALS = {
  details: statement(
    'erase-consent-details',
    `delete from consent_detail using consent_link link
     where (consent_detail.account_id, consent_detail.number) = (link.account_id, link.number)
       and link.account_id = $1 and link.contact_id = $2`,
  ),
  notices: statement(
    'erase-notices',
    `delete from notice where account_id = $1 and (${names('rest::text')} or ${names('raw::text')})`,
  ),
  setAside: statement(
    'erase-set-aside',
    `delete from set_aside
     where (account_id = $1 or (account_id is null and ${ofOurs('raw')})) and ${names('raw')}`,
  ),
  bodies: statement('erase-set-aside-bodies', `delete from set_aside_body where ${BODY_OURS} and ${BODY_NAMES}`),
  barred: statement(
    'erase-do-not-contact',
    `delete from do_not_contact where account_id = $1 and address = any ($2::text[])`,
  ),
  signUps: statement('erase-sign-ups', `delete from sign_up where account_id = $1 and phone = any ($2::text[])`),
  parked: statement(
    'erase-parked',
    `delete from wire_ref where account_id = $1 and parked is not null and ${names('parked::text')}`,
  ),
  effects: statement('erase-effects', `delete from effect where account_id = $1 and ${names('rest::text')}`),
}
const BARRED_CHANGES = statement(
  'erase-barred-changes',
  `select change_id::text as id, rest from contact_policy_change
   where account_id = $1 and rest ->> 'what' in ('barred', 'unbarred') and ${names('rest::text')}`,
)
const PUT_CHANGE = statement(
  'erase-barred-change',
  `update contact_policy_change set rest = $3 where account_id = $1 and change_id = $2::bigint`,
)
const LATE = statement(
  'erase-late',
  `select exists (
     select from message where account_id = $1 and conversation_id = any (array(
       select conversation_id from conversation where account_id = $1 and contact_id = $2 and state = 'open'
       union all
       select conversation_id from conversation where account_id = $1 and contact_id = $2 and state = 'resolved'))
   ) as late`,
)
const WAITING = statement(
  'erase-unindexed',
  `select exists (select from contact_unindexed where account_id = $1 and contact_id = $2) as waiting`,
)
