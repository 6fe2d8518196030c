import * as z from 'zod/mini'
import { MOVE_OBSTACLES } from '#core/line/move.ts'
import { shownPin } from './guide.ts'
import { byId, route } from './route.ts'
import { described, iso } from './schema.ts'
import { lineView } from './views.ts'

const wabaId = z.string().check(z.regex(/^\d{5,20}$/))

const moveView = z.object({
  targets: described(
    z.array(z.object({ wabaId: z.string(), name: z.string(), portfolioName: z.nullable(z.string()) })),
    'The company’s other WhatsApp accounts that have a number here',
  ),
  obstacles: described(
    z.array(z.enum(MOVE_OBSTACLES)),
    'pin: two-step verification is on, and only WhatsApp Manager turns it off; name: not approved; state: not registered; app: it is used in the WhatsApp Business app',
  ),
  missing: described(
    z.array(z.object({ name: z.string(), language: z.string() })),
    'Approved templates of its account that the other one lacks: they do not move',
  ),
  move: described(
    z.nullable(
      z.object({
        wabaId: z.string(),
        accountName: z.string(),
        phoneNumberId: described(z.string(), 'The id the number will have'),
        begunAt: iso,
        step: z.enum(['code', 'verify', 'register']),
        codeUntil: described(z.nullable(iso), 'Until when the code that was sent is good'),
        notBefore: described(z.nullable(iso), 'When the next try is wise; null: now'),
      }),
    ),
    'Null: none has begun',
  ),
})
export type MoveView = z.output<typeof moveView>

/** A number goes to another WhatsApp account: three steps at Meta, until the last of which it stays where it is. */
export const moveRoutes = {
  getMove: route({
    method: 'GET',
    path: '/api/v1/lines/:id/move',
    permission: 'line:manage',
    summary: 'Where a number could move, what keeps it, and how far it has come',
    params: byId,
    query: z.strictObject({ wabaId: described(z.optional(wabaId), 'The account it may move to') }),
    output: moveView,
  }),
  beginMove: route({
    method: 'POST',
    path: '/api/v1/lines/:id/move',
    permission: 'line:manage',
    summary: 'Have Meta take the number into another WhatsApp account; again goes on with what was begun',
    params: byId,
    input: z.strictObject({ wabaId }),
    output: moveView,
  }),
  askMoveCode: route({
    method: 'POST',
    path: '/api/v1/lines/:id/move/code',
    permission: 'line:manage',
    summary: 'Have a code sent to the number',
    params: byId,
    input: z.strictObject({ method: z.enum(['sms', 'voice']) }),
    output: moveView,
  }),
  verifyMove: route({
    method: 'POST',
    path: '/api/v1/lines/:id/move/verify',
    permission: 'line:manage',
    summary: 'Give the code back',
    params: byId,
    input: z.strictObject({ code: z.string().check(z.regex(/^\d{3}-?\d{3}$/)) }),
    output: moveView,
  }),
  finishMove: route({
    method: 'POST',
    path: '/api/v1/lines/:id/move/finish',
    permission: 'line:manage',
    summary:
      'Register the number in its new account: from then on everything goes through there. The PIN is shown once',
    params: byId,
    input: z.strictObject({ pin: described(z.nullable(z.string().check(z.regex(/^\d{6}$/))), 'Null: one is made up') }),
    output: z.object({ ...shownPin.shape, line: lineView }),
  }),
  cancelMove: route({
    method: 'POST',
    path: '/api/v1/lines/:id/move/cancel',
    permission: 'line:manage',
    summary: 'Leave the number where it is',
    params: byId,
    output: moveView,
  }),
}
