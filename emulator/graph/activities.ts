import type { Fields } from '../json.ts'
import { registrationOf } from '../signup/registration.ts'
import { templatesOf } from '../template/templates-of.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { select } from './fields.ts'
import { systemUser } from './me.ts'
import { page } from './paging.ts'
import { CREATED_AT } from './waba.ts'

type Activity = { readonly type: string; readonly at: number; readonly about: string; readonly description: string }

const usual = ['id', 'activity_type', 'timestamp', 'description', 'actor_type', 'actor_id', 'actor_name']

/**
 * GET /{waba}/activities, newest first: what was done to an account, read off what there is (OpenAPI v23.0, Account activities,
 * 2025-11). `since` and `until` are seconds or ISO dates; `activity_type` one or several.
 */
export function listActivities(world: World, waba: Waba, call: GraphCall): Fields {
  const { since, until, activity_type: wanted, fields } = call.query
  const from = momentOf(since) ?? 0
  const to = momentOf(until) ?? Number.POSITIVE_INFINITY
  const types = wanted?.replace(/[[\]"'\s]/g, '').split(',')
  const { id: actorId, name: actorName } = systemUser(world)
  const rows = activitiesOf(world, waba)
    .filter(({ at, type }) => at >= from && at < to && (types === undefined || types.includes(type)))
    .toSorted((a, b) => b.at - a.at)
    .map(({ type, at, about, description }) =>
      select(
        {
          id: `${about}${Math.floor(at / 1000)}`,
          activity_type: type,
          timestamp: new Date(at).toISOString().replace(/\.\d+Z$/, '+0000'),
          description,
          details: { object_id: about },
          actor_type: 'API',
          actor_id: actorId,
          actor_name: actorName,
          ip_address: null,
          user_agent: null,
        },
        fields,
        usual,
        'WhatsAppBusinessAccountActivity',
      ),
    )
  return page(call, rows, (row) => String(row['id']))
}

function activitiesOf(world: World, waba: Waba): Activity[] {
  const numbers = [...world.numbers.all()].filter(({ wabaId }) => wabaId === waba.id)
  return [
    { type: 'ACCOUNT_CREATED', at: CREATED_AT * 1000, about: waba.id, description: `${waba.name} was created.` },
    ...numbers.flatMap((number) => {
      const at = registrationOf(number).onboardedAt ?? CREATED_AT * 1000
      const description = `${number.displayPhoneNumber} was added.`
      return [{ type: 'PHONE_NUMBER_ADDED', at, about: number.id, description }]
    }),
    ...templatesOf(world, waba).flatMap(({ id, name, createdAt, edits = [], deletedAt }) => [
      ...(createdAt === undefined ? [] : [{ type: 'TEMPLATE_CREATED', at: createdAt, about: id, description: name }]),
      ...edits.map((at) => ({ type: 'TEMPLATE_UPDATED', at, about: id, description: name })),
      ...(deletedAt === null ? [] : [{ type: 'TEMPLATE_DELETED', at: deletedAt, about: id, description: name }]),
    ]),
  ]
}

function momentOf(given: string | undefined): number | null {
  if (given === undefined || given === '') return null
  const at = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given)
  return Number.isNaN(at) ? null : at
}
