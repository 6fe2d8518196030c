import * as z from 'zod/mini'
import { VIEWS } from '#core/conversation/view.ts'
import { outgoingContent } from './content.ts'
import { costRoutes } from './costs.ts'
import { blockingRoutes } from './blocking.ts'
import { callRoutes } from './calls.ts'
import { controlRoutes } from './control.ts'
import { policyRoutes } from './policy.ts'
import { cursor, described, limit, page, uuid } from './schema.ts'
import { byId, type Route, route } from './route.ts'
import { noticeFilter, noticeId, noticeView, standingView } from './notice.ts'
import { setAsideState, setAsideView } from './set-aside.ts'
import { openingHoursRoutes } from './opening-hours.ts'
import { ownWordRoutes } from './own-words.ts'
import { lintView, templateDraft } from './template-lint.ts'
import { contactRoutes } from './contact.ts'
import { consentRoutes } from './consent-routes.ts'
import { formRoutes } from './forms.ts'
import { guideRoutes } from './guide-routes.ts'
import { privacyRoutes } from './privacy.ts'
import { recipient, recipientRoutes } from './recipient.ts'
import { appSyncRoutes } from './app-sync.ts'
import { numberRoutes } from './number.ts'
import { moveRoutes } from './number-move.ts'
import { templateRoutes } from './templates.ts'
import { contactView, conversationView, lineView, mediaImport, mediaView, messageView, meView } from './views.ts'

const setAsideId = z.string().check(z.regex(/^\d{1,18}$/))
const setAsideIds = z.array(setAsideId).check(z.minLength(1), z.maxLength(100))

const conversationFilter = {
  view: described(z._default(z.enum(VIEWS), 'all'), 'Which conversations; all but `resolved` are open ones'),
  lineId: z.optional(uuid),
  contactId: z.optional(uuid),
  q: described(z.optional(z.string().check(z.maxLength(100))), 'Part of a name or phone number, without accents'),
}

/** Everything the API can do, and all the desk uses. */
export const routes = {
  signIn: route({
    method: 'POST',
    path: '/api/v1/sign-in',
    permission: null,
    summary: 'Sign in at the desk; sets the session cookie',
    input: z.strictObject({ email: z.string().check(z.maxLength(320)), password: z.string().check(z.maxLength(200)) }),
    output: meView,
  }),
  signOut: route({
    method: 'POST',
    path: '/api/v1/sign-out',
    permission: 'account:read',
    summary: 'End the session',
    status: 204,
  }),
  me: route({
    method: 'GET',
    path: '/api/v1/me',
    permission: 'account:read',
    summary: 'Who is asking, and the account’s people and lines',
    output: meView,
  }),
  listConversations: route({
    method: 'GET',
    path: '/api/v1/conversations',
    permission: 'conversation:read',
    summary: 'Conversations, newest activity first',
    query: z.object({ ...conversationFilter, limit, cursor }),
    output: page(conversationView),
  }),
  countConversations: route({
    method: 'GET',
    path: '/api/v1/conversations/counts',
    permission: 'conversation:read',
    summary: 'How many conversations each view holds',
    query: z.object({ lineId: z.optional(uuid) }),
    output: z.object({
      views: z.record(z.enum(VIEWS), z.int()),
      lines: z.array(z.object({ lineId: uuid, open: z.int() })),
      /** The newest fact these counts contain. */
      seq: z.int(),
    }),
  }),
  getConversation: route({
    method: 'GET',
    path: '/api/v1/conversations/:id',
    permission: 'conversation:read',
    summary: 'One conversation',
    params: byId,
    output: conversationView,
  }),
  listMessages: route({
    method: 'GET',
    path: '/api/v1/conversations/:id/messages',
    permission: 'conversation:read',
    summary: 'Messages of a conversation, newest first',
    params: byId,
    query: z.object({ limit, cursor }),
    output: page(messageView),
  }),
  seeConversation: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/seen',
    permission: 'conversation:write',
    summary: 'Mark as read; the contact sees blue ticks, and “typing” if asked',
    params: byId,
    input: z.strictObject({ typing: z.optional(z.boolean()) }),
    status: 204,
  }),
  assignConversation: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/assign',
    permission: 'conversation:write',
    summary: 'Give a conversation to an agent, or to nobody',
    params: byId,
    input: z.strictObject({ agentId: z.nullable(uuid) }),
    output: conversationView,
  }),
  resolveConversation: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/resolve',
    permission: 'conversation:write',
    summary: 'Close a conversation; the contact’s next message opens it again',
    params: byId,
    output: conversationView,
  }),
  reopenConversation: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/reopen',
    permission: 'conversation:write',
    summary: 'Open a resolved conversation again',
    params: byId,
    output: conversationView,
  }),
  sendMessage: route({
    method: 'POST',
    path: '/api/v1/messages',
    permission: 'message:send',
    summary: 'Send a message, if it may be sent; the answer comes when it is queued on disk',
    input: z.strictObject({
      to: recipient,
      content: outgoingContent,
      replyTo: described(z.optional(z.nullable(uuid)), 'The message this answers'),
      seenUpTo: described(
        z.optional(z.nullable(uuid)),
        'Newest message the writer has seen; refused if another agent answered since',
      ),
    }),
    output: messageView,
    status: 202,
    idempotent: true,
  }),
  getMessage: route({
    method: 'GET',
    path: '/api/v1/messages/:id',
    permission: 'conversation:read',
    summary: 'One message with its whole history of states',
    params: byId,
    output: messageView,
  }),
  retryMessage: route({
    method: 'POST',
    path: '/api/v1/messages/:id/retry',
    permission: 'message:send',
    summary: 'Send a failed, refused or unknown message once more',
    params: byId,
    output: messageView,
    status: 202,
  }),
  cancelMessage: route({
    method: 'POST',
    path: '/api/v1/messages/:id/cancel',
    permission: 'message:send',
    summary: 'Take back a message that still waits in the queue; of others only with `message:cancel`',
    params: byId,
    output: messageView,
  }),
  getContact: route({
    method: 'GET',
    path: '/api/v1/contacts/:id',
    permission: 'contact:read',
    summary: 'One contact',
    params: byId,
    output: contactView,
  }),
  ...contactRoutes,
  ...templateRoutes,
  ...policyRoutes,
  ...openingHoursRoutes,
  ...blockingRoutes,
  ...callRoutes,
  ...controlRoutes,
  ...costRoutes,
  ...ownWordRoutes,
  lintTemplate: route({
    method: 'POST',
    path: '/api/v1/templates/lint',
    permission: 'template:read',
    summary: 'What Meta, a reviewer or a reader would mind in a template, and the category Meta will assign',
    query: z.object({
      lineId: described(z.optional(uuid), 'Compares with the templates of this line’s business account only'),
      spelling: described(z._default(z.enum(['true', 'false']), 'true'), 'Whether dictionaries are asked'),
      words: described(
        z.optional(z.string().check(z.maxLength(2000))),
        'The company’s own words, which are spelt right, separated by commas',
      ),
    }),
    input: templateDraft,
    output: lintView,
  }),
  listLines: route({
    method: 'GET',
    path: '/api/v1/lines',
    permission: 'line:read',
    summary: 'Our numbers',
    output: page(lineView),
  }),
  connectLine: route({
    method: 'POST',
    path: '/api/v1/lines',
    permission: 'line:manage',
    summary: 'Connect a WhatsApp number; the token is checked with Meta before it is kept',
    input: z.strictObject({
      name: z.string().check(z.minLength(1), z.maxLength(80)),
      phoneNumberId: z.string().check(z.regex(/^\d{5,20}$/)),
      wabaId: z.string().check(z.regex(/^\d{5,20}$/)),
      accessToken: z.string().check(z.minLength(10), z.maxLength(1000)),
      appSecret: z.string().check(z.minLength(16), z.maxLength(128)),
      verifyToken: z.string().check(z.minLength(8), z.maxLength(200)),
    }),
    output: lineView,
    status: 201,
  }),
  pauseLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/pause',
    permission: 'line:manage',
    summary: 'Let nothing more leave on a number, within a second; what is queued waits',
    params: byId,
    output: lineView,
  }),
  resumeLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/resume',
    permission: 'line:manage',
    summary: 'Let messages leave again, those that wait first',
    params: byId,
    output: lineView,
  }),
  uploadMedia: route({
    method: 'POST',
    path: '/api/v1/media',
    permission: 'media:write',
    summary: 'Store a file; raw body with Content-Type and X-Filename, or multipart with one file',
    kind: 'upload',
    output: mediaView,
    status: 201,
  }),
  importMedia: route({
    method: 'POST',
    path: '/api/v1/media/imports',
    permission: 'media:write',
    summary: 'Store the file behind a link; fetched once, by us, from the public internet only, at most 100 MB',
    input: mediaImport,
    output: mediaView,
    status: 201,
  }),
  getMedia: route({
    method: 'GET',
    path: '/api/v1/media/:id',
    permission: 'media:read',
    summary: 'The file itself; ranges are understood',
    kind: 'file',
    params: byId,
  }),
  listNotices: route({
    method: 'GET',
    path: '/api/v1/notices',
    permission: 'notice:read',
    summary: 'What Meta told of numbers, account and templates, newest first',
    query: z.object({ show: z._default(noticeFilter, 'important'), limit, cursor }),
    output: page(noticeView),
  }),
  listMyNotices: route({
    method: 'GET',
    path: '/api/v1/notices/mine',
    permission: 'account:read',
    summary: 'What concerns templates the caller sends or made and they have not seen yet, newest first',
    output: page(noticeView),
  }),
  seeMyNotices: route({
    method: 'POST',
    path: '/api/v1/notices/mine/seen',
    permission: 'account:read',
    summary: 'The caller has seen these',
    input: z.strictObject({ ids: z.array(noticeId).check(z.minLength(1), z.maxLength(100)) }),
    status: 204,
  }),
  countNotices: route({
    method: 'GET',
    path: '/api/v1/notices/counts',
    permission: 'notice:read',
    summary: 'Warnings and dangers that nobody has acknowledged, counted to 100',
    output: z.object({ warning: z.int(), danger: z.int() }),
  }),
  getNoticeContent: route({
    method: 'GET',
    path: '/api/v1/notices/:id/content',
    permission: 'notice:read',
    summary: 'A notice as Meta wrote it, JSON',
    params: z.object({ id: noticeId }),
    output: z.object({ raw: z.string() }),
  }),
  acknowledgeNotices: route({
    method: 'POST',
    path: '/api/v1/notices/acknowledge',
    permission: 'notice:read',
    summary: 'Say that somebody has seen to these',
    input: z.strictObject({ ids: z.array(noticeId).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({ acknowledged: described(z.array(noticeId), 'Of the given ids, those nobody had seen to') }),
  }),
  listStanding: route({
    method: 'GET',
    path: '/api/v1/lines/standing',
    permission: 'line:read',
    summary: 'How our numbers stand with Meta: quality, limit, name, access, speed',
    output: page(standingView),
  }),
  listSetAside: route({
    method: 'GET',
    path: '/api/v1/set-aside',
    permission: 'set-aside:read',
    summary: 'Parts of webhooks that could not be processed, newest first',
    query: z.object({ state: z._default(setAsideState, 'waiting'), limit, cursor }),
    output: page(setAsideView),
  }),
  countSetAside: route({
    method: 'GET',
    path: '/api/v1/set-aside/counts',
    permission: 'set-aside:read',
    summary: 'How many there are of each state, counted to 1,000',
    output: z.record(setAsideState, z.int()),
  }),
  getSetAsideContent: route({
    method: 'GET',
    path: '/api/v1/set-aside/:id/content',
    permission: 'set-aside:content',
    summary: 'What was set aside, as it was kept; mostly JSON',
    params: z.object({ id: setAsideId }),
    output: z.object({ raw: z.string() }),
  }),
  releaseSetAside: route({
    method: 'POST',
    path: '/api/v1/set-aside/release',
    permission: 'set-aside:settle',
    summary: 'Process the webhooks these belong to once more; what was understood before changes nothing',
    input: z.strictObject({ ids: setAsideIds }),
    output: z.object({ settled: described(z.array(setAsideId), 'Of the given ids, those that were waiting') }),
  }),
  dismissSetAside: route({
    method: 'POST',
    path: '/api/v1/set-aside/dismiss',
    permission: 'set-aside:settle',
    summary: 'Leave these as they are; they go when the webhooks of that age go',
    input: z.strictObject({ ids: setAsideIds }),
    output: z.object({ settled: z.array(setAsideId) }),
  }),
  ...recipientRoutes,
  ...consentRoutes,
  ...guideRoutes,
  ...formRoutes,
  ...privacyRoutes,
  ...numberRoutes,
  ...moveRoutes,
  ...appSyncRoutes,
} as const satisfies Record<string, Route>

export type { Route } from './route.ts'
export type Routes = typeof routes
export type RouteName = keyof Routes
