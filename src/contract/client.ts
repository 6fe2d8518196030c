import type { input, output, ZodMiniType } from 'zod/mini'
import { failed, ok, type Result } from '#base/result.ts'
import type { RouteName, Routes } from './routes.ts'
import type { ProblemView } from './views.ts'

/**
 * The typed client of the API, for the desk and for whoever writes TypeScript. Its types are read off the table of
 * routes; at run time it knows methods and paths only, so that the schemas stay out of the browser.
 */
export type Client = {
  /** Never throws: a refusal, and a server that cannot be reached (`status` 0), are both problems. */
  readonly call: <Name extends JsonRoute>(
    name: Name,
    ...request: Record<never, never> extends Request<Name>
      ? [request?: Request<Name> & Extra]
      : [request: Request<Name> & Extra]
  ) => Promise<Result<Answer<Name>, ProblemView>>
  /** A CSV file of consents. */
  readonly importConsents: (
    file: Blob,
    query: AnyRequest['query'],
  ) => Promise<Result<Answer<'importConsents'>, ProblemView>>
  readonly upload: (file: Blob, filename: string, extra?: Extra) => Promise<Result<Answer<'uploadMedia'>, ProblemView>>
  /** Where the file itself is, for `src` and `href`. */
  readonly mediaUrl: (mediaId: string) => string
}

/** What may be said with any call. */
export type Extra = { readonly idempotencyKey?: string; readonly signal?: AbortSignal }

export type ClientOptions = {
  /** "" on the desk itself; elsewhere `https://…` without a slash at the end. */
  readonly baseUrl?: string
  readonly apiKey?: string
  /** The language of problems: es, en, pt-BR. */
  readonly language?: () => string
  readonly fetch?: Fetch
}
type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>
type FetchInit = {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: string | Blob
  readonly signal?: AbortSignal
  readonly credentials: 'same-origin'
}
type FetchAnswer = { readonly ok: boolean; readonly status: number; readonly json: () => Promise<unknown> }

/** Method and path of every route; the compiler holds it against the table. */
const ENDPOINTS: { readonly [Name in RouteName]: readonly [Routes[Name]['method'], Routes[Name]['path']] } = {
  signIn: ['POST', '/api/v1/sign-in'],
  signOut: ['POST', '/api/v1/sign-out'],
  me: ['GET', '/api/v1/me'],
  listConversations: ['GET', '/api/v1/conversations'],
  countConversations: ['GET', '/api/v1/conversations/counts'],
  getConversation: ['GET', '/api/v1/conversations/:id'],
  listMessages: ['GET', '/api/v1/conversations/:id/messages'],
  seeConversation: ['POST', '/api/v1/conversations/:id/seen'],
  assignConversation: ['POST', '/api/v1/conversations/:id/assign'],
  resolveConversation: ['POST', '/api/v1/conversations/:id/resolve'],
  releaseConversation: ['POST', '/api/v1/conversations/:id/release'],
  reopenConversation: ['POST', '/api/v1/conversations/:id/reopen'],
  sendMessage: ['POST', '/api/v1/messages'],
  getMessage: ['GET', '/api/v1/messages/:id'],
  retryMessage: ['POST', '/api/v1/messages/:id/retry'],
  cancelMessage: ['POST', '/api/v1/messages/:id/cancel'],
  getContact: ['GET', '/api/v1/contacts/:id'],
  listTemplates: ['GET', '/api/v1/templates'],
  countTemplates: ['GET', '/api/v1/templates/counts'],
  templateLimits: ['GET', '/api/v1/templates/limits'],
  listTemplateVersions: ['GET', '/api/v1/templates/:id/versions'],
  uploadTemplateMedia: ['POST', '/api/v1/templates/media'],
  searchTemplateLibrary: ['GET', '/api/v1/templates/library'],
  createFromLibrary: ['POST', '/api/v1/templates/library'],
  getTemplate: ['GET', '/api/v1/templates/:id'],
  createTemplate: ['POST', '/api/v1/templates'],
  changeTemplate: ['POST', '/api/v1/templates/:id'],
  duplicateTemplate: ['POST', '/api/v1/templates/:id/duplicate'],
  submitTemplate: ['POST', '/api/v1/templates/:id/submit'],
  archiveTemplate: ['POST', '/api/v1/templates/:id/archive'],
  unarchiveTemplate: ['POST', '/api/v1/templates/:id/unarchive'],
  unpauseTemplate: ['POST', '/api/v1/templates/:id/unpause'],
  syncTemplates: ['POST', '/api/v1/templates/sync'],
  deleteTemplate: ['POST', '/api/v1/templates/:id/delete'],
  lintTemplate: ['POST', '/api/v1/templates/lint'],
  listLines: ['GET', '/api/v1/lines'],
  connectLine: ['POST', '/api/v1/lines'],
  pauseLine: ['POST', '/api/v1/lines/:id/pause'],
  resumeLine: ['POST', '/api/v1/lines/:id/resume'],
  uploadMedia: ['POST', '/api/v1/media'],
  importMedia: ['POST', '/api/v1/media/imports'],
  getMedia: ['GET', '/api/v1/media/:id'],
  listNotices: ['GET', '/api/v1/notices'],
  listMyNotices: ['GET', '/api/v1/notices/mine'],
  seeMyNotices: ['POST', '/api/v1/notices/mine/seen'],
  countNotices: ['GET', '/api/v1/notices/counts'],
  getNoticeContent: ['GET', '/api/v1/notices/:id/content'],
  acknowledgeNotices: ['POST', '/api/v1/notices/acknowledge'],
  listStanding: ['GET', '/api/v1/lines/standing'],
  getPrices: ['GET', '/api/v1/costs/prices'],
  estimateCost: ['POST', '/api/v1/costs/estimate'],
  costReport: ['GET', '/api/v1/costs/report'],
  exportCosts: ['GET', '/api/v1/costs/report.csv'],
  costSummary: ['GET', '/api/v1/costs/summary'],
  listCostRows: ['GET', '/api/v1/costs/rows'],
  checkCosts: ['GET', '/api/v1/costs/check'],
  listCards: ['GET', '/api/v1/costs/cards'],
  importCard: ['POST', '/api/v1/costs/cards'],
  listBilling: ['GET', '/api/v1/costs/billing'],
  setBilling: ['POST', '/api/v1/costs/billing'],
  listBudgets: ['GET', '/api/v1/costs/budgets'],
  putBudget: ['POST', '/api/v1/costs/budgets'],
  removeBudget: ['POST', '/api/v1/costs/budgets/:id/remove'],
  listWords: ['GET', '/api/v1/words'],
  addWords: ['POST', '/api/v1/words'],
  removeWords: ['POST', '/api/v1/words/remove'],
  listSetAside: ['GET', '/api/v1/set-aside'],
  countSetAside: ['GET', '/api/v1/set-aside/counts'],
  getSetAsideContent: ['GET', '/api/v1/set-aside/:id/content'],
  releaseSetAside: ['POST', '/api/v1/set-aside/release'],
  getContactPolicy: ['GET', '/api/v1/contact-policy'],
  getOpeningHours: ['GET', '/api/v1/opening-hours'],
  putOpeningHours: ['POST', '/api/v1/opening-hours'],
  putLineHours: ['POST', '/api/v1/lines/:id/opening-hours'],
  listHoursChanges: ['GET', '/api/v1/opening-hours/changes'],
  putContactPolicy: ['POST', '/api/v1/contact-policy'],
  makeException: ['POST', '/api/v1/contact-policy/exceptions'],
  endException: ['POST', '/api/v1/contact-policy/exceptions/:id/end'],
  listPolicyChanges: ['GET', '/api/v1/contact-policy/changes'],
  listDoNotContact: ['GET', '/api/v1/do-not-contact'],
  addDoNotContact: ['POST', '/api/v1/do-not-contact'],
  removeDoNotContact: ['POST', '/api/v1/do-not-contact/remove'],
  listMergeProposals: ['GET', '/api/v1/contacts/:id/merge-proposals'],
  listDuplicates: ['GET', '/api/v1/possible-duplicates'],
  mergeContact: ['POST', '/api/v1/contacts/:id/merge'],
  undoMerge: ['POST', '/api/v1/contacts/:id/undo-merge'],
  keepContactsApart: ['POST', '/api/v1/contacts/:id/keep-apart'],
  settleIdentity: ['POST', '/api/v1/contacts/:id/identity'],
  placeContact: ['POST', '/api/v1/contacts/:id/zone'],
  blockContact: ['POST', '/api/v1/conversations/:id/block'],
  unblockContact: ['POST', '/api/v1/conversations/:id/unblock'],
  findContacts: ['GET', '/api/v1/contacts'],
  findRecipient: ['POST', '/api/v1/messages/recipient'],
  getCallPermission: ['GET', '/api/v1/conversations/:id/call-permission'],
  askSend: ['POST', '/api/v1/messages/ask'],
  dismissSetAside: ['POST', '/api/v1/set-aside/dismiss'],
  listConsents: ['GET', '/api/v1/consents'],
  recordConsent: ['POST', '/api/v1/consents'],
  verifyConsents: ['GET', '/api/v1/consents/verify'],
  getConsentProof: ['GET', '/api/v1/contacts/:id/consent-proof'],
  exportContact: ['GET', '/api/v1/contacts/:id/export'],
  listPrivacyRequests: ['GET', '/api/v1/privacy/requests'],
  addPrivacyRequest: ['POST', '/api/v1/privacy/requests'],
  eraseContact: ['POST', '/api/v1/privacy/requests/:id/erase'],
  cancelErasure: ['POST', '/api/v1/privacy/requests/:id/cancel'],
  handOutExport: ['POST', '/api/v1/privacy/requests/:id/hand-out'],
  declinePrivacyRequest: ['POST', '/api/v1/privacy/requests/:id/decline'],
  getPrivacyOf: ['GET', '/api/v1/contacts/:id/privacy'],
  listHolds: ['GET', '/api/v1/privacy/holds'],
  putHold: ['POST', '/api/v1/privacy/holds'],
  liftHold: ['POST', '/api/v1/privacy/holds/:id/lift'],
  getConsentSettings: ['GET', '/api/v1/consent-settings'],
  putConsentSettings: ['POST', '/api/v1/consent-settings'],
  getInvitationCounts: ['GET', '/api/v1/consent-settings/invitations'],
  importConsents: ['POST', '/api/v1/consents/import'],
  listForms: ['GET', '/api/v1/lines/:id/forms'],
  listFormEndpoints: ['GET', '/api/v1/form-endpoints'],
  addFormEndpoint: ['POST', '/api/v1/form-endpoints'],
  changeFormEndpoint: ['POST', '/api/v1/form-endpoints/:id'],
  publishFormEndpoint: ['POST', '/api/v1/form-endpoints/:id/publish'],
  removeFormEndpoint: ['POST', '/api/v1/form-endpoints/:id/remove'],
  listGuides: ['GET', '/api/v1/guides'],
  beginGuide: ['POST', '/api/v1/guides'],
  reconnectLine: ['POST', '/api/v1/lines/:id/guide'],
  listTopics: ['GET', '/api/v1/guides/topics'],
  getGuide: ['GET', '/api/v1/guides/:id'],
  removeGuide: ['POST', '/api/v1/guides/:id/remove'],
  answerGuide: ['POST', '/api/v1/guides/:id/answers'],
  listGuideShares: ['GET', '/api/v1/guides/:id/shares'],
  shareGuideStep: ['POST', '/api/v1/guides/:id/shares'],
  revokeGuideShare: ['POST', '/api/v1/guides/:id/shares/:shareId/revoke'],
  ownGuideStep: ['POST', '/api/v1/guides/:id/owner'],
  readGuideSite: ['POST', '/api/v1/guides/:id/site'],
  connectGuide: ['POST', '/api/v1/guides/:id/connect'],
  askGuideName: ['POST', '/api/v1/guides/:id/name'],
  askGuideCode: ['POST', '/api/v1/guides/:id/code'],
  verifyGuideCode: ['POST', '/api/v1/guides/:id/verify'],
  registerGuide: ['POST', '/api/v1/guides/:id/register'],
  testGuide: ['POST', '/api/v1/guides/:id/test'],
  lookAtGuide: ['POST', '/api/v1/guides/:id/look'],
  getNumber: ['GET', '/api/v1/lines/:id/number'],
  listAlerts: ['GET', '/api/v1/alerts'],
  checkLine: ['POST', '/api/v1/lines/:id/check'],
  lineFailures: ['GET', '/api/v1/lines/:id/failures'],
  renameLine: ['POST', '/api/v1/lines/:id/name'],
  setOpening: ['POST', '/api/v1/lines/:id/opening'],
  askDisplayName: ['POST', '/api/v1/lines/:id/display-name'],
  changePin: ['POST', '/api/v1/lines/:id/pin'],
  getMove: ['GET', '/api/v1/lines/:id/move'],
  beginMove: ['POST', '/api/v1/lines/:id/move'],
  askMoveCode: ['POST', '/api/v1/lines/:id/move/code'],
  verifyMove: ['POST', '/api/v1/lines/:id/move/verify'],
  finishMove: ['POST', '/api/v1/lines/:id/move/finish'],
  cancelMove: ['POST', '/api/v1/lines/:id/move/cancel'],
  deregisterLine: ['POST', '/api/v1/lines/:id/deregister'],
  registerLine: ['POST', '/api/v1/lines/:id/register'],
  getProfile: ['GET', '/api/v1/lines/:id/profile'],
  putProfile: ['POST', '/api/v1/lines/:id/profile'],
  getGreetings: ['GET', '/api/v1/lines/:id/greetings'],
  putGreetings: ['POST', '/api/v1/lines/:id/greetings'],
  listLinks: ['GET', '/api/v1/lines/:id/links'],
  addLink: ['POST', '/api/v1/lines/:id/links'],
  removeLink: ['POST', '/api/v1/lines/:id/links/remove'],
  listAppSyncs: ['GET', '/api/v1/lines/:id/app-sync'],
}

export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', apiKey, language } = options
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))

  const ask = async (url: string, init: Omit<FetchInit, 'credentials'>): Promise<Result<unknown, ProblemView>> => {
    const headers: Record<string, string> = { accept: 'application/json', ...init.headers }
    if (apiKey) headers['authorization'] = `Bearer ${apiKey}`
    if (language) headers['accept-language'] = language()
    try {
      const answer = await fetch(baseUrl + url, { ...init, headers, credentials: 'same-origin' })
      if (answer.status === 204) return ok(undefined)
      const body = await answer.json()
      if (answer.ok) return ok(body)
      return failed(isProblem(body) ? body : unreachable(answer.status, 'The answer is not one of Hilo’s'))
    } catch (error) {
      return failed(unreachable(0, error instanceof Error ? error.message : String(error)))
    }
  }

  return {
    call: async (name, ...[request]) => {
      const [method, path] = ENDPOINTS[name]
      const { params, query, body, idempotencyKey, signal } = (request ?? {}) as AnyRequest
      const headers: Record<string, string> = {}
      if (body !== undefined) headers['content-type'] = 'application/json'
      if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
      const result = await ask(fillPath(path, params) + queryOf(query), {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      })
      return result as Result<Answer<typeof name>, ProblemView>
    },
    importConsents: async (file, query) => {
      const [method, path] = ENDPOINTS.importConsents
      const headers = { 'content-type': 'text/csv' }
      const result = await ask(path + queryOf(query), { method, headers, body: file })
      return result as Result<Answer<'importConsents'>, ProblemView>
    },
    upload: async (file, filename, extra = {}) => {
      const result = await ask(ENDPOINTS.uploadMedia[1], {
        method: 'POST',
        headers: {
          'content-type': file.type || 'application/octet-stream',
          'x-filename': encodeURIComponent(filename),
        },
        body: file,
        ...(extra.signal ? { signal: extra.signal } : {}),
      })
      return result as Result<Answer<'uploadMedia'>, ProblemView>
    },
    mediaUrl: (mediaId) => baseUrl + fillPath(ENDPOINTS.getMedia[1], { id: mediaId }),
  }
}

type JsonRoute = { [Name in RouteName]: Routes[Name]['kind'] extends 'json' ? Name : never }[RouteName]
type Input<Schema> = Schema extends ZodMiniType ? input<Schema> : undefined
type IfAny<Given, Shape> = string extends keyof Given ? unknown : keyof Given extends never ? unknown : Shape
type Query<Name extends RouteName> = Partial<Record<keyof Input<Routes[Name]['query']>, string | number | undefined>> &
  Omit<Input<Routes[Name]['query']>, 'limit'>

/** What a route takes; a part it does not have is absent. */
export type Request<Name extends RouteName> = IfAny<
  Input<Routes[Name]['params']>,
  { readonly params: Input<Routes[Name]['params']> }
> &
  IfAny<Input<Routes[Name]['query']>, { readonly query?: Query<Name> }> &
  (Routes[Name]['input'] extends ZodMiniType ? { readonly body: Input<Routes[Name]['input']> } : unknown)
/** What a route answers; undefined where it answers nothing. */
export type Answer<Name extends RouteName> = Routes[Name]['output'] extends ZodMiniType
  ? output<Routes[Name]['output']>
  : undefined

type AnyRequest = Extra & {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string | number | undefined>
  readonly body?: unknown
}

const fillPath = (path: string, params: Record<string, string> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function queryOf(query: AnyRequest['query'] = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(value)}`],
  )
  return given.length === 0 ? '' : `?${given.join('&')}`
}

const isProblem = (body: unknown): body is ProblemView =>
  typeof body === 'object' && body !== null && 'code' in body && 'errors' in body

const unreachable = (status: number, detail: string): ProblemView => ({
  type: 'about:blank',
  title: 'unavailable',
  status,
  code: 'unavailable',
  detail,
  requestId: '',
  errors: [],
})
