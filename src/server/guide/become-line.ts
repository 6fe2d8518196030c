import { failed, ok } from '#base/result.ts'
import type { LineId } from '#core/account/account.ts'
import type { Guide } from '#core/guide/guide.ts'
import { type Line, MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { lineSecret } from '../directory.ts'
import { type Asked, type Doing, type GuideParts, guideSecret, linePin } from './ask.ts'
import { readPhone } from './phone.ts'

/** The number of a guide becomes one of our lines; token and PIN go with it. Again changes nothing but the token. */
export async function becomeLine(parts: GuideParts, { guide }: Doing): Asked<Guide> {
  const { guides, registry, directory, loop, vault, ids, clock } = parts
  const { accountId, guideId, number } = guide
  const kept = await guides.get(accountId, guideId)
  if (number === null || !kept?.accessToken) return failed([refusal('step-missing', { field: 'connect' })])
  const token = vault.open(kept.accessToken, guideSecret(guide, 'access-token'))
  const known = directory.byKey({ channel: 'whatsapp', key: number.key })
  const line: Line = {
    accountId,
    lineId: known?.lineId ?? (ids.next(clock.now()) as LineId),
    channel: 'whatsapp',
    key: number.key,
    groupKey: number.groupKey,
    ...(number.group && { group: number.group }),
    name: known?.name ?? guide.answers.name?.displayName ?? number.address,
    address: number.address,
    country: readPhone(number.address, '')?.country || (directory.account(accountId)?.country ?? ''),
    state: { kind: 'connected' },
    pausedAt: known?.pausedAt ?? null,
    pausedBy: known?.pausedBy ?? null,
    messagesPerSecond: number.isOnApp ? MESSAGES_PER_SECOND.COEXISTENCE : MESSAGES_PER_SECOND.STANDARD,
    ...(known?.opening ? { opening: known.opening } : {}),
  }
  await registry.lines.put({ line, appId: number.appId, accessToken: vault.seal(token, lineSecret(line)) })
  if (kept.pin !== null) {
    const pin = vault.open(kept.pin, guideSecret(guide, 'pin'))
    await guides.putPin(accountId, line.lineId, vault.seal(pin, linePin(accountId, line.lineId)), clock.now())
  }
  await registry.announce('lines')
  await directory.reload()
  await loop.submit({ kind: 'note-line', accountId, lineId: line.lineId })
  const changed = await guides.change(accountId, guideId, (now) => ({ ...now, lineId: line.lineId }), {
    accessToken: null,
    pin: null,
  })
  return ok(changed ?? guide)
}
