import { createHmac } from 'node:crypto'
import { failed, ok } from '#base/result.ts'
import type { FoundNumber } from '#channels/platform.ts'
import { SYNC_SUBJECTS } from '#core/app-sync/sync.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import type { Guide } from '#core/guide/guide.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { type Asked, ask, type Doing, type GuideParts, guideSecret, note } from './ask.ts'
import { becomeLine } from './become-line.ts'
import { partsOf, readPhone } from './phone.ts'
import { keepApp, subscribe } from './webhook.ts'

/** What a number is connected with. */
export type Access = {
  readonly how: 'token' | 'dialog'
  readonly token: string
  /** Null: the app of the line it is taken from. */
  readonly appSecret: string | null
  readonly appId: string | null
  readonly groupKey: string | null
  /** Of the number, where the dialog said it. */
  readonly key: string | null
}

/**
 * Connects: the token's permissions are looked at, the number is found on its account or added, webhooks are subscribed.
 * Nothing is kept before Meta has confirmed token, secret and number.
 */
export async function connect(parts: GuideParts, doing: Doing, access: Access): Asked<Guide> {
  const { onboarding } = parts.platform
  const { token } = access
  const says = await ask(parts, doing, token, onboarding.ask.token(token))
  if (!says.ok) return says
  const about = onboarding.readToken(says.value)
  const appId = access.appId ?? about?.appId ?? null
  if (about === null || !about.isValid || appId === null) {
    return failed([
      refusal('input-invalid', { field: 'accessToken', found: '•••', expected: 'a token that Meta accepts' }),
    ])
  }
  if (about.missing.length > 0) {
    return failed([refusal('token-insufficient', { field: 'accessToken', expected: about.missing.join(', ') })])
  }
  const groupKey = access.groupKey ?? (about.groups.length === 1 ? (about.groups[0] ?? null) : null)
  if (groupKey === null) {
    return failed([
      refusal('input-invalid', { field: 'wabaId', found: '', expected: 'the id of the WhatsApp account' }),
    ])
  }
  const proof = access.appSecret && createHmac('sha256', access.appSecret).update(token).digest('hex')
  const group = await ask(parts, doing, token, onboarding.ask.group(groupKey, proof))
  if (!group.ok) return isAboutSecret(group.error[0]?.found) ? wrongSecret() : group
  const number = await numberOn(parts, doing, token, groupKey, access.key)
  if (!number.ok) return number

  const { accountId, guideId } = doing.guide
  const taken = parts.directory.byKey({ channel: 'whatsapp', key: number.value.key })
  if (taken && taken.accountId !== accountId) {
    return failed([
      refusal('not-allowed', { field: 'phone', expected: 'a number that no other company has connected' }),
    ])
  }
  const { key, address, isOnApp, nameStatus } = number.value
  const owner = onboarding.readGroup(group.value)
  const found = { key, groupKey, ...(owner && { group: owner }), appId, address, isOnApp }
  if (access.appSecret !== null) await keepApp(parts, appId, access.appSecret)
  const guide = await parts.guides.change(accountId, guideId, (now) => ({ ...now, number: found, nameStatus }), {
    accessToken: parts.vault.seal(token, guideSecret(doing.guide, 'access-token')),
  })
  if (guide === null) return failed([refusal('not-found', { field: 'id', found: guideId })])
  const connected = { ...doing, guide: await note(parts, { ...doing, guide }, { kind: 'connected', how: access.how }) }
  const heard = await subscribe(parts, connected, token)
  if (!heard.ok) return heard
  return whatIsThere(parts, { ...doing, guide: heard.value }, token, number.value)
}

/** A number that is verified or registered already has that behind it; one that stays in the app brings its chats. */
async function whatIsThere(parts: GuideParts, doing: Doing, token: string, number: FoundNumber): Asked<Guide> {
  let { guide } = doing
  if (number.isVerified) guide = await note(parts, doing, { kind: 'verified' })
  if (!number.isRegistered) return ok(guide)
  await note(parts, doing, { kind: 'registered' })
  const line = await becomeLine(parts, doing)
  if (!number.isOnApp || !line.ok || line.value.lineId === null) return line
  // What comes of it belongs to the line, so the line is there first.
  await parts.loop.submit({ kind: 'sync-app', accountId: guide.accountId, lineId: line.value.lineId })
  for (const what of SYNC_SUBJECTS) guide = await note(parts, doing, { kind: 'app-asked', what })
  return ok(guide)
}

/** The number of the guide on this account: by the dialog's id, by its digits, or added now. */
async function numberOn(
  parts: GuideParts,
  doing: Doing,
  token: string,
  groupKey: string,
  key: string | null,
): Asked<FoundNumber> {
  const { onboarding } = parts.platform
  const listed = await ask(parts, doing, token, onboarding.ask.numbers(groupKey))
  if (!listed.ok) return listed
  const numbers = onboarding.readNumbers(listed.value)
  const { number: answers, name } = doing.guide.answers
  const phone = answers && readPhone(answers.phone, answers.country)
  const wanted = phone ? phone.e164.slice(1) : null
  const found = numbers.find((each) => (key === null ? digitsOf(each.address) === wanted : each.key === key))
  if (found) return ok(found)
  const parted = phone && partsOf(phone.e164)
  if (!parted) return failed([refusal('step-missing', { field: 'number' })])
  if (!name) return failed([refusal('step-missing', { field: 'name' })])
  const added = await ask(
    parts,
    doing,
    token,
    onboarding.ask.add(groupKey, { ...parted, displayName: name.displayName }),
  )
  if (!added.ok) return added
  const addedKey = onboarding.readId(added.value)
  if (addedKey === null) return failed([refusal('unavailable', { expected: 'the id of the new number' })])
  const read = await ask(parts, doing, token, onboarding.ask.number(addedKey))
  if (!read.ok) return read
  const fresh = onboarding.readNumber(read.value)
  return fresh ? ok(fresh) : failed([refusal('unavailable', { expected: 'the new number from Meta' })])
}

/** Changes the dialog's code for a token; the code is good for half a minute and once. */
export async function tokenFor(parts: GuideParts, doing: Doing, code: string): Asked<string> {
  const { onboarding } = parts.config
  if (onboarding === null)
    return failed([refusal('not-allowed', { field: 'code', expected: 'META_APP_ID and the rest' })])
  const appToken = `${onboarding.appId}|${onboarding.appSecret}`
  const wire = parts.platform.onboarding.ask.exchange(onboarding.appId, onboarding.appSecret, code)
  const exchanged = await ask(parts, doing, appToken, wire)
  if (!exchanged.ok) return exchanged
  const token = parts.platform.onboarding.readAccessToken(exchanged.value)
  return token === null ? failed([refusal('unavailable', { expected: 'a token from Meta' })]) : ok(token)
}

const isAboutSecret = (words: string | undefined): boolean => words?.includes('appsecret_proof') ?? false
const wrongSecret = () =>
  failed([
    refusal('input-invalid', {
      field: 'appSecret',
      found: '•••',
      expected: 'the secret of the app the token belongs to',
    }),
  ])
