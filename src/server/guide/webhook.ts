import { failed, ok } from '#base/result.ts'
import type { Guide } from '#core/guide/guide.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { appSecret as sealedAs } from '../directory.ts'
import { WEBHOOK_PATH } from '../door.ts'
import { newToken } from '../secrets.ts'
import { type Asked, ask, type Doing, type GuideParts, note } from './ask.ts'

/** Where the platform calls us. */
export const webhookUrl = ({ config }: Pick<GuideParts, 'config'>): string => `${config.publicUrl}${WEBHOOK_PATH}`

/** Keeps an app's secret, so that the door knows who signs; during a rotation the one before stays good. */
export async function keepApp(
  { registry, directory, vault }: GuideParts,
  appId: string,
  secret: string,
): Promise<void> {
  const known = directory.apps().find((app) => app.appId === appId)
  if (known?.secrets[0] === secret) return
  const before = known?.secrets[0]
  await registry.apps.put({
    appId,
    channel: 'whatsapp',
    secret: vault.seal(secret, sealedAs(appId, 'secret')),
    previousSecret: before === undefined ? null : vault.seal(before, sealedAs(appId, 'previous-secret')),
    verifyToken: vault.seal(known?.verifyToken ?? newToken(), sealedAs(appId, 'verify-token')),
  })
  await registry.announce('lines')
  await directory.reload()
}

/**
 * Has the platform tell us of the account. An app that calls another address keeps calling it: then only this account is
 * brought to ours; an address of the number's own, which would win over that, becomes ours. When Meta accepts, it has
 * knocked at our door and had its answer. What it refuses is noted, and the guide goes on: the step waits.
 */
export async function subscribe(parts: GuideParts, doing: Doing, token: string): Asked<Guide> {
  const { onboarding } = parts.platform
  const { number } = doing.guide
  const app = parts.directory.apps().find(({ appId }) => appId === number?.appId)
  const secret = app?.secrets[0]
  if (number === null || app === undefined || secret === undefined) {
    return failed([refusal('step-missing', { field: 'connect' })])
  }
  const appToken = `${app.appId}|${secret}`
  const url = webhookUrl(parts)
  const now = await ask(parts, doing, appToken, onboarding.ask.callbacks(app.appId))
  const others = now.ok ? onboarding.readCallbacks(now.value).filter((each) => each !== url) : []
  const override = others.length > 0 ? { url, verifyToken: app.verifyToken } : null
  if (override === null) {
    const callback = (fields: 'sure' | 'all') => onboarding.ask.callback(app.appId, url, app.verifyToken, fields)
    const called = await ask(parts, doing, appToken, callback('sure'))
    if (!called.ok) return ok(await latest(parts, doing.guide))
    // One field that is not there refuses them all: then what is sure stays as it was just asked for.
    await parts.graph.ask(appToken, callback('all'), 'connect')
  }
  const heard = await ask(parts, doing, token, onboarding.ask.hear(number.groupKey, override))
  if (!heard.ok) return ok(await latest(parts, doing.guide))
  const read = await ask(parts, doing, token, onboarding.ask.number(number.key))
  const set = read.ok ? (onboarding.readNumber(read.value)?.override ?? null) : null
  if (set?.of === 'number' && set.url !== url) {
    const own = await ask(parts, doing, token, onboarding.ask.hearNumber(number.key, url, app.verifyToken))
    if (!own.ok) return ok(await latest(parts, doing.guide))
  }
  return ok(await note(parts, doing, { kind: 'handshake' }))
}

const latest = async ({ guides }: GuideParts, guide: Guide): Promise<Guide> =>
  (await guides.get(guide.accountId, guide.guideId))?.guide ?? guide
