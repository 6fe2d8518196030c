import type pg from 'pg'
import type { Effect } from '#core/loop/effect.ts'
import type { EffectQueue } from '../ledger.ts'
import { effectFrom, type EffectRow, timestamp } from './rows.ts'
import { alone, json, statement } from './transaction.ts'
import { finish } from './writes.ts'

/** Effects in PostgreSQL. Several workers take at once without waiting for each other. */
export const effectQueue = (pool: pg.Pool): EffectQueue => ({
  async take(kinds, now, heldUntil, limit) {
    const values = [json(kinds), timestamp(now), timestamp(heldUntil), limit]
    const { rows } = await alone<EffectRow>(pool, 'installation', TAKE, values)
    return rows.map(effectFrom)
  },
  async takeDeliveries(lines, now, heldUntil) {
    const rooms = lines.flatMap(({ lineId, urgent, unhurried }) =>
      [urgent, unhurried, unhurried].flatMap((room, priority) =>
        room > 0 ? [{ line_id: lineId, priority, room: Math.floor(room) }] : [],
      ),
    )
    if (rooms.length === 0) return []
    const values = [json(rooms), timestamp(now), timestamp(heldUntil)]
    const { rows } = await alone<EffectRow>(pool, 'installation', TAKE_DELIVERIES, values)
    return rows.map((row) => effectFrom(row) as Extract<Effect, { kind: 'deliver' }>)
  },
  async finish(effects) {
    if (effects.length === 0) return
    const { what, values } = finish(effects)
    await alone(pool, [...new Set(effects.map(({ accountId }) => accountId))], what, values)
  },
  async postpone({ accountId, effectId }, dueAt) {
    await alone(pool, [accountId], POSTPONE, [accountId, effectId, timestamp(dueAt)])
  },
})

/** For each kind and urgency the first that are due, straight off the index; of these the most urgent. */
const TAKE = statement(
  'take-effects',
  `with due as materialized (
     select due.account_id, due.effect_id
     from json_array_elements_text($1) as wanted(kind)
     cross join (values (0), (1), (2)) as urgency(priority)
     cross join lateral (
       select account_id, effect_id, priority, due_at from effect
       where effect.kind = wanted.kind and effect.priority = urgency.priority and take_at <= $2::timestamptz
       order by take_at limit $4
       for update skip locked
     ) as due
     order by due.priority, due.due_at, due.effect_id limit $4
   ), taken as (
     update effect set take_at = $3::timestamptz from due
     where (effect.account_id, effect.effect_id) = (due.account_id, due.effect_id)
     returning effect.*
   )
   select account_id, effect_id, due_at, attempts, rest from taken order by priority, due_at, effect_id`,
)
/** One walk of the index for each line and urgency that has room. */
const TAKE_DELIVERIES = statement(
  'take-deliveries',
  `with due as materialized (
     select due.account_id, due.effect_id
     from json_to_recordset($1) as wanted(line_id uuid, priority smallint, room integer)
     cross join lateral (
       select account_id, effect_id from effect
       where kind = 'deliver' and effect.line_id = wanted.line_id and effect.priority = wanted.priority
         and take_at <= $2::timestamptz
       order by take_at limit wanted.room
       for update skip locked
     ) as due
   ), taken as (
     update effect set take_at = $3::timestamptz from due
     where (effect.account_id, effect.effect_id) = (due.account_id, due.effect_id)
     returning effect.*
   )
   select account_id, effect_id, due_at, attempts, rest from taken order by priority, due_at, effect_id`,
)
const POSTPONE = statement(
  'postpone-effect',
  `update effect set due_at = $3::timestamptz, take_at = $3::timestamptz, attempts = attempts + 1
   where account_id = $1 and effect_id = $2`,
)
