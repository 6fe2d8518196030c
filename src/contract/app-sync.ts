import * as z from 'zod/mini'
import { SYNC_STATES, SYNC_SUBJECTS } from '#core/app-sync/sync.ts'
import { byId, route } from './route.ts'
import { described, iso, page } from './schema.ts'

const appSyncView = z.object({
  subject: z.enum(SYNC_SUBJECTS),
  state: described(
    z.enum(SYNC_STATES),
    '`declined`: the company does not share its chats, which only the app on the telephone can change',
  ),
  phase: described(z.nullable(z.int()), 'Of the history: 0 the last day, 1 to 90 days, 2 to 180 days'),
  progress: described(z.nullable(z.int()), 'Of the history, in per cent'),
  askedAt: z.nullable(iso),
  heardAt: z.nullable(iso),
  problem: z.nullable(z.object({ code: z.string(), cause: z.string(), advice: z.string() })),
})
export type AppSyncView = z.output<typeof appSyncView>

/** What a number that also lives in the app on a telephone brings along. */
export const appSyncRoutes = {
  listAppSyncs: route({
    method: 'GET',
    path: '/api/v1/lines/:id/app-sync',
    permission: 'line:manage',
    summary: 'How far contacts and history of the app are; empty for a number that does not live there',
    params: byId,
    output: page(appSyncView),
  }),
}
