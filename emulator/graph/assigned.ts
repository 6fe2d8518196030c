import { type Fields, listOf, textOf } from '../json.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { opened } from './body.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { select } from './fields.ts'
import { systemUser } from './me.ts'
import { page } from './paging.ts'

type Assigned = { readonly waba: string; readonly id: string; readonly name: string; readonly tasks: readonly string[] }

/** What somebody may be given on an account (Business Management API, Assigned users, 2025-11). */
const TASKS = [
  'MANAGE',
  'DEVELOP',
  'MANAGE_TEMPLATES',
  'MANAGE_PHONE',
  'MANAGE_PHONE_ASSETS',
  'MANAGE_EXTENSIONS',
  'VIEW_TEMPLATES',
  'VIEW_PHONE_ASSETS',
  'VIEW_COST',
  'MESSAGING',
  'VIEW_INSIGHTS',
  'FULL_CONTROL',
]

/** GET, POST and DELETE /{waba}/assigned_users: who may do what on an account. The system user of the demo always may. */
export function assignedUsers(world: World, waba: Waba, call: GraphCall): Fields {
  const table = world.store.table<Assigned>('assigned-users')
  const keyOf = (user: string) => `${waba.id}|${user}`
  if (call.method === 'GET') {
    if (!textOf(call.query['business'])) throw badParameter('The parameter business is required.')
    const own = { waba: waba.id, ...systemUser(world), tasks: ['MANAGE'] }
    const others = [...table.all()].filter((one) => one.waba === waba.id)
    const rows = [own, ...others].map(({ id, name, tasks }) =>
      select(
        { id, name, tasks, user_type: 'SYSTEM_USER', business: { id: waba.businessId } },
        call.query['fields'],
        ['id', 'name', 'tasks'],
        'AssignedUser',
      ),
    )
    return page(call, rows, (row) => String(row['id']))
  }
  const user = textOf(parameter(call, 'user')) ?? ''
  if (!/^\d+$/.test(user)) throw badParameter('Param user must be a numeric id.')
  if (call.method === 'DELETE') {
    table.remove(keyOf(user))
    return { success: true }
  }
  if (call.method !== 'POST') throw unknownObject(call.method, waba.id)
  const tasks = tasksIn(parameter(call, 'tasks'))
  table.put(keyOf(user), { waba: waba.id, id: user, name: `User ${user.slice(-4)}`, tasks })
  return { success: true }
}

/** A list, also as text with the single quotes of Meta's examples. */
function tasksIn(given: unknown): readonly string[] {
  const list = typeof given === 'string' ? opened(given.replaceAll("'", '"')) : given
  const tasks = listOf(list).flatMap((task) => textOf(task) ?? [])
  if (tasks.length === 0 || tasks.some((task) => !TASKS.includes(task)))
    throw badParameter(`Param tasks must be a list of {${TASKS.join(', ')}}.`)
  return tasks
}
