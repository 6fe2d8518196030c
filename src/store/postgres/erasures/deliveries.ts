import { type Duration, plus } from '#base/time.ts'
import { CLOCKS_DIFFER, needlesOf } from '../../erasure-work.ts'
import { arrayOf } from '../columns.ts'
import { timestamp } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'
import type { About, Portion } from './portion.ts'

/** Deliveries of one portion; a body is some thousand bytes. */
const AT_ONCE = 1_000

/**
 * The bodies that name the person on one of the company's lines are emptied; their places stay. Others who were told of in
 * the same body lose nothing but that it can be processed again. What is not read yet is waited for.
 */
export async function sweepDeliveries(run: Run, { accountId, erasedAt, work }: About): Promise<Portion> {
  const bytes = (texts: readonly string[]) =>
    arrayOf(
      'bytea',
      texts.map((text) => Buffer.from(text)),
    )
  const { rows: lines } = await run<{ key: string; group_key: string }>(LINES, [accountId])
  const keys = lines.flatMap(({ key, group_key }) => [key, group_key])
  const { xid, id } = work.deliveries
  const since = timestamp(plus(work.createdAt, -CLOCKS_DIFFER as Duration))
  const place = [xid, id, since, timestamp(erasedAt)] as const
  const values = [...place, bytes(needlesOf(work.addresses)), bytes(keys), AT_ONCE] as const
  const page = (await run<PageRow>(PAGE, values)).rows[0]
  if (page && page.looked > 0) {
    return {
      work: { ...work, deliveries: { xid: page.xid, id: page.id } },
      counts: { delivery: page.emptied },
    }
  }
  const { rows } = await run<{ unread: boolean }>(UNREAD, place)
  if (rows[0]?.unread) return { work, swept: { kind: 'wait', what: 'deliveries' } }
  return { work: { ...work, step: 'files' } }
}

type PageRow = { xid: string; id: string; looked: number; emptied: number }

const LINES = statement('erase-lines', `select key, group_key from line where account_id = $1`)
/** In the order of reading, up to where it has come. */
const PAGE = statement(
  'erase-deliveries-page',
  `with page as materialized (
     select delivery.xid, delivery.id, delivery.received_at from delivery
     where (delivery.xid, delivery.id) > ($1::xid8, $2::bigint)
       and received_at >= $3::timestamptz and received_at <= $4::timestamptz
       and exists (select from delivery_lease lease where (delivery.xid, delivery.id) <= (lease.xid, lease.id))
     order by delivery.xid, delivery.id limit $7
   ), emptied as (
     update delivery set body = '' from page
     where (delivery.xid, delivery.id, delivery.received_at) = (page.xid, page.id, page.received_at)
       and exists (select from unnest($5::bytea[]) as needle where position(needle in body) > 0)
       and exists (select from unnest($6::bytea[]) as key where position(key in body) > 0)
     returning 1
   )
   select xid::text, id::text, (select count(*)::int from page) as looked,
     (select count(*)::int from emptied) as emptied
   from page order by page.xid desc, page.id desc limit 1`,
)
const UNREAD = statement(
  'erase-deliveries-unread',
  `select exists (
     select from delivery where (delivery.xid, delivery.id) > ($1::xid8, $2::bigint)
       and received_at >= $3::timestamptz and received_at <= $4::timestamptz) as unread`,
)
