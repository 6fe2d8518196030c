import { createHmac } from 'node:crypto'
import { ok, type Result } from '#base/result.ts'
import type { WireAnswer } from '#channels/channel.ts'
import { toLineView } from '#contract/convert.ts'
import type { LineView } from '#contract/views.ts'
import type { LineId } from '#core/account/account.ts'
import { type Line, MESSAGES_PER_SECOND } from '#core/line/line.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Caller } from '../auth.ts'
import { appSecret, lineSecret } from '../directory.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'

/** Our numbers. */
export function lineHandlers(parts: ApiParts): Handlers<'listLines' | 'connectLine' | 'pauseLine' | 'resumeLine'> {
  const { directory } = parts
  return {
    listLines: async ({ caller: { accountId } }) => {
      const nameOf = directory.nameOf(accountId)
      return ok({ data: directory.lines(accountId).map((line) => toLineView(line, nameOf)), next: null })
    },
    connectLine: (call) => connectLine(parts, call),
    pauseLine: ({ caller, params }) => setPause(parts, caller, params.id as LineId, true),
    resumeLine: ({ caller, params }) => setPause(parts, caller, params.id as LineId, false),
  }
}

/** Every process hears of it, and every desk; a line that is paused already stays so since then. */
async function setPause(
  { registry, directory, loop, clock, log }: ApiParts,
  { accountId, actor }: Caller,
  lineId: LineId,
  isPaused: boolean,
): Promise<Result<LineView, readonly Refusal[]>> {
  const line = directory.byId(accountId, lineId)
  if (!line) return no('line-missing', { field: 'id', found: lineId })
  const nameOf = directory.nameOf(accountId)
  if ((line.pausedAt !== null) === isPaused) return ok(toLineView(line, nameOf))
  const pause = isPaused ? { pausedAt: clock.now(), pausedBy: actor } : { pausedAt: null, pausedBy: null }
  await registry.lines.setPause(accountId, lineId, pause)
  await registry.announce('lines')
  await directory.reload()
  await loop.submit({ kind: 'note-line', accountId, lineId })
  log.info({ lineId, by: actor }, isPaused ? 'A number was paused' : 'A number was resumed')
  return ok(toLineView({ ...line, ...pause }, nameOf))
}

/**
 * Asks Meta with the given token whose number this is, and has webhooks sent to the app; only then are token and
 * secrets kept, sealed. A number that is connected already gets the new token; its id stays.
 */
async function connectLine(
  parts: ApiParts,
  { caller, body }: Call<'connectLine'>,
): ReturnType<Handlers<'connectLine'>['connectLine']> {
  const { graph, registry, directory, loop, vault, ids, clock, platform } = parts
  const { accountId } = caller
  const known = directory.byKey({ channel: 'whatsapp', key: body.phoneNumberId })
  if (known && known.accountId !== accountId) {
    return no('not-allowed', { field: 'phoneNumberId', expected: 'a number that no other company has connected' })
  }
  const number = await readNumber(parts, body)
  if (!number.ok) return number
  const subscribed = await graph.ask(
    body.accessToken,
    { method: 'POST', path: `/${body.wabaId}/subscribed_apps`, body: {} },
    'connect',
  )
  if (!isSuccess(subscribed)) return notConfirmed('wabaId', body.wabaId, subscribed)
  const appId = await readAppId(parts, body)
  if (!appId.ok) return appId

  const group = await graph.ask(body.accessToken, platform.onboarding.ask.group(body.wabaId, null), 'connect')
  const owner = isSuccess(group) ? platform.onboarding.readGroup(group.body) : null
  const line: Line = {
    accountId,
    lineId: known?.lineId ?? (ids.next(clock.now()) as LineId),
    channel: 'whatsapp',
    key: body.phoneNumberId,
    groupKey: body.wabaId,
    ...(owner && { group: owner }),
    name: body.name,
    address: number.value.address,
    country: known?.country ?? directory.account(accountId)?.country ?? '',
    state: { kind: 'connected' },
    pausedAt: known?.pausedAt ?? null,
    pausedBy: known?.pausedBy ?? null,
    messagesPerSecond: number.value.messagesPerSecond,
    ...(known?.opening ? { opening: known.opening } : {}),
  }
  // During a rotation Meta signs with either secret; the one known until now stays good beside the new one.
  const secrets = directory.apps().find((app) => app.appId === appId.value)?.secrets ?? []
  const before = secrets.find((secret) => secret !== body.appSecret)
  await registry.apps.put({
    appId: appId.value,
    channel: 'whatsapp',
    secret: vault.seal(body.appSecret, appSecret(appId.value, 'secret')),
    previousSecret: before === undefined ? null : vault.seal(before, appSecret(appId.value, 'previous-secret')),
    verifyToken: vault.seal(body.verifyToken, appSecret(appId.value, 'verify-token')),
  })
  await registry.lines.put({ line, appId: appId.value, accessToken: vault.seal(body.accessToken, lineSecret(line)) })
  await registry.announce('lines')
  await directory.reload()
  await loop.submit({ kind: 'note-line', accountId, lineId: line.lineId })
  return ok(toLineView(line, directory.nameOf(accountId)))
}

async function readNumber(
  { graph }: ApiParts,
  body: Call<'connectLine'>['body'],
): Promise<Result<{ address: string; messagesPerSecond: number }, readonly Refusal[]>> {
  const fields = 'id,display_phone_number,verified_name,throughput'
  // Meta checks the secret, too: other companies may receive through the same app, and it decides who signs for them.
  const proof = createHmac('sha256', body.appSecret).update(body.accessToken).digest('hex')
  const path = `/${body.phoneNumberId}?fields=${fields}&appsecret_proof=${proof}`
  const answer = await graph.ask(body.accessToken, { method: 'GET', path, body: null }, 'connect')
  if (isAbout('appsecret_proof', answer)) return notConfirmed('appSecret', '•••', answer)
  const number = isSuccess(answer) ? (answer.body as Record<string, unknown>) : null
  if (number?.['id'] !== body.phoneNumberId || typeof number['display_phone_number'] !== 'string') {
    return notConfirmed('phoneNumberId', body.phoneNumberId, answer)
  }
  const throughput = number['throughput'] as { level?: unknown } | undefined
  return ok({
    address: number['display_phone_number'],
    messagesPerSecond: MESSAGES_PER_SECOND[throughput?.level === 'HIGH' ? 'HIGH' : 'STANDARD'],
  })
}

/** The app the token belongs to is the one that just subscribed, and the one that will sign. */
async function readAppId(
  { graph }: ApiParts,
  body: Call<'connectLine'>['body'],
): Promise<Result<string, readonly Refusal[]>> {
  const answer = await graph.ask(
    body.accessToken,
    { method: 'GET', path: `/${body.wabaId}/subscribed_apps`, body: null },
    'connect',
  )
  const list = isSuccess(answer) ? (answer.body as { data?: unknown }).data : null
  const apps = Array.isArray(list) ? list : []
  const ids = apps.flatMap((app: { whatsapp_business_api_data?: { id?: unknown } }) => {
    const id = app?.whatsapp_business_api_data?.id
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : []
  })
  const [only] = ids
  if (ids.length === 1 && only !== undefined) return ok(only)
  // Several apps may be subscribed; the token alone knows its own.
  const path = `/debug_token?input_token=${encodeURIComponent(body.accessToken)}`
  const debug = await graph.ask(body.accessToken, { method: 'GET', path, body: null }, 'connect')
  const own = isSuccess(debug) ? (debug.body as { data?: { app_id?: unknown } }).data?.app_id : null
  if (typeof own === 'string' || typeof own === 'number') return ok(String(own))
  return notConfirmed('accessToken', '•••', debug)
}

type Success = Extract<WireAnswer, { kind: 'answered' }>
const isSuccess = (answer: WireAnswer): answer is Success =>
  answer.kind === 'answered' && answer.status === 200 && typeof answer.body === 'object' && answer.body !== null

const wordsOf = (answer: WireAnswer): string | null => {
  const body = answer.kind === 'answered' ? (answer.body as { error?: { message?: unknown } } | null) : null
  return typeof body?.error?.message === 'string' ? body.error.message : null
}
const isAbout = (parameter: string, answer: WireAnswer): boolean => wordsOf(answer)?.includes(parameter) ?? false

/** Whatever was asked for, this speaks of the token (cloud-api §6: codes 0 and 190). */
const UNAUTHORISED = 401

/** Meta's own words help whoever typed the ids and tokens. */
function notConfirmed(field: string, found: string, answer: WireAnswer): Result<never, readonly Refusal[]> {
  if (answer.kind !== 'answered') return no('unavailable', { field, expected: 'an answer from Meta' })
  const words = wordsOf(answer)?.slice(0, 200) ?? `HTTP ${answer.status}`
  const named = answer.status === UNAUTHORISED ? { field: 'accessToken', found: '•••' } : { field, found }
  return no('input-invalid', { ...named, expected: `something Meta confirms; Meta says: ${words}` })
}
