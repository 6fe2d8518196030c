import { failed, ok } from '#base/result.ts'
import type { LineId } from '#core/account/account.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import type { Guide, PlatformNumber } from '#core/guide/guide.ts'
import { type Line, MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { lineSecret } from '../directory.ts'
import { type Asked, type Doing, type GuideParts, guideSecret, linePin } from './ask.ts'
import { readPhone } from './phone.ts'

/**
 * The number of a guide becomes one of our lines; token and PIN go with it. Again changes nothing but the token; a number
 * that went to another group by itself is the line it was, with its conversations.
 */
export async function becomeLine(parts: GuideParts, { guide }: Doing): Asked<Guide> {
  const { guides, registry, directory, loop, vault, ids, clock } = parts
  const { accountId, guideId, number } = guide
  const kept = await guides.get(accountId, guideId)
  if (number === null || !kept?.accessToken) return failed([refusal('step-missing', { field: 'connect' })])
  const token = vault.open(kept.accessToken, guideSecret(guide, 'access-token'))
  const accessOf = (line: Pick<Line, 'accountId' | 'lineId'>) => ({
    appId: number.appId,
    accessToken: vault.seal(token, lineSecret(line)),
  })
  const moved = movedLine(parts, guide, number)
  if (moved !== null) {
    const { key, groupKey, group = null } = number
    const move = { key, groupKey, group, via: null, begunAt: clock.now(), events: [], isHolding: false }
    await registry.lines.endMove(accountId, moved.lineId, move, accessOf(moved))
    await registry.announce('lines')
    await directory.reload()
  }
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
    ...(known?.formerKeys ? { formerKeys: known.formerKeys } : {}),
  }
  await registry.lines.put({ line, ...accessOf(line) })
  if (kept.pin !== null) {
    const pin = vault.open(kept.pin, guideSecret(guide, 'pin'))
    await guides.putPin(accountId, line.lineId, vault.seal(pin, linePin(accountId, line.lineId)), clock.now())
  }
  await noteConnectedAgain(parts, line)
  await registry.announce('lines')
  await directory.reload()
  await loop.submit({ kind: 'note-line', accountId, lineId: line.lineId })
  const changed = await guides.change(accountId, guideId, (now) => ({ ...now, lineId: line.lineId }), {
    accessToken: null,
    pin: null,
  })
  return ok(changed ?? guide)
}

/** The platform tells when an access ends, not always when there is one again: what it said of it is over. */
const ENDED: ReadonlySet<string> = new Set(['DISCONNECTED', 'PARTNER_REMOVED'])

async function noteConnectedAgain({ notices, clock }: GuideParts, line: Line): Promise<void> {
  const { accountId, lineId, groupKey } = line
  const known = await notices.standing(accountId)
  const isEnded = known.some((one) => one.lineId === lineId && one.aspect === 'access' && ENDED.has(one.value))
  if (!isEnded) return
  const now = clock.now()
  const standing = [{ aspect: 'access', value: 'NORMAL', until: null }] as const
  const about = { kind: 'line', address: null } as const
  await notices.keep(
    {
      ...{ accountId, digest: `connected-again:${lineId}:${now}`, lineId, groupKey, field: 'alert', severity: 'info' },
      notice: { code: 'line-connected-again', about, from: null, to: null, details: [], until: null, standing },
      ...{ recipients: [], value: {}, toldAt: now, heardAt: now },
    },
    [lineId],
  )
}

/** Our line of the same number under another id: Meta says the number is not there any more, or here it would not be. */
function movedLine({ directory }: GuideParts, { accountId }: Guide, { key, address }: PlatformNumber): Line | null {
  const isSame = (line: Line) => digitsOf(line.address) === digitsOf(address)
  const lines = directory.lines(accountId).filter(isSame)
  return lines.some((line) => line.key === key) ? null : (lines[0] ?? null)
}
