import { codeText } from '../graph/error-codes.ts'
import type { Fields } from '../json.ts'
import { fieldsOf, textOf } from '../json.ts'
import type { BusinessNumber, Send } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { Content } from './content.ts'
import { mediaProblem } from './media-content.ts'
import type { Recipient } from './recipient.ts'
import { isWindowOpen } from './window.ts'

/**
 * The ending of an unregistered phone number decides how a message to it fails. A registered phone with such a number is
 * an ordinary phone.
 */
export const failingEndings: Readonly<Record<string, number>> = {
  '0026': 131026,
  '0042': 131042,
  '0047': 131047,
  '0048': 131048,
  '0049': 131049,
  '0050': 131050,
  '0053': 131053,
  '0472': 130472,
  '2015': 132015,
}

/** Why a message Meta has accepted will fail; `null` when it will be delivered. */
export function failureOf(
  world: World,
  number: BusinessNumber,
  recipient: Recipient,
  content: Content,
  fetchProblem: string | null,
): Send['failure'] {
  const scripted = scriptedFailure(recipient)
  if (scripted !== null) return becauseOf(scripted)
  if (recipient.phone === null && world.faults.get().strangers === 'absent') return becauseOf(131026)
  if (content.template === null && !isOpenFor(world, number, recipient)) return becauseOf(131047)
  if (content.template?.template.category === 'MARKETING') {
    if (isUnitedStates(recipient.address)) return becauseOf(131049)
    if (recipient.phone !== null && world.chats.get(recipient.phone.id, number.id).stoppedMarketing)
      return becauseOf(131050)
    if (recipient.phone?.experiment) return becauseOf(130472)
  }
  if (content.reaction !== null && !isReactable(world, number, content.reaction.target)) {
    return becauseOf(
      131009,
      'The message to react to does not exist, is a reaction, was deleted, or is older than 30 days',
    )
  }
  const media = fetchProblem ?? storedMediaProblem(world, content.message)
  return media === null ? null : becauseOf(131053, media)
}

export const becauseOf = (code: number, details?: string) => ({ code, details: details ?? codeText(code).details })

const scriptedFailure = ({ phone, by, address }: Recipient): number | null =>
  phone === null && by === 'phone' ? (failingEndings[address.slice(-4)] ?? null) : null

export function isOpenFor(world: World, number: BusinessNumber, { phone }: Recipient): boolean {
  const now = world.clock.now()
  if (phone === null) return world.faults.get().strangers !== 'absent'
  return isWindowOpen(world.chats.get(phone.id, number.id), now)
}

/** No marketing templates to numbers of +1 since 2025-04-01 (Cloud API, Per-user marketing limits, 2025-11). */
const isUnitedStates = (address: string): boolean => /^1\d{10}$/.test(address)

/** "Older than 30 days, deleted, or itself a reaction" cannot be reacted to (Cloud API, Reaction messages, 2025-11). */
const REACTION_DAYS = 30

function isReactable(world: World, number: BusinessNumber, target: string): boolean {
  const message = world.messages.get(target)
  if (message === undefined || message.number !== number.id || message.revoked || message.hidden) return false
  return world.clock.now() - message.at < REACTION_DAYS * 86_400_000
}

/** Looks at the stored bytes of a media message, or of a media header. */
function storedMediaProblem(world: World, message: Fields): string | null {
  const type = textOf(message['type']) ?? ''
  const header = fieldsOf(fieldsOf(message[type === 'template' ? 'rendered' : type])['header'])
  const kind = message['interactive'] === undefined && message['rendered'] === undefined ? type : textOf(header['type'])
  const holder = kind === type ? fieldsOf(message[type]) : fieldsOf(header[kind ?? ''])
  const media = world.media.get(textOf(holder['id']) ?? '')
  return media === undefined || kind === undefined ? null : mediaProblem(kind, media)
}
