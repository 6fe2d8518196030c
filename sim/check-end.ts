import type { Instant } from '#base/time.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { facing, isReached } from '#core/contact/part.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Line } from '#core/line/line.ts'
import { wireKey } from '#core/loop/world.ts'
import type { Message, OutboundMessage } from '#core/message/message.ts'
import type { Shadow } from './parts.ts'
import type { Sim } from './parts.ts'
import { checkGroups, seenInGroups } from './check-group.ts'
import type { Issued } from './truth.ts'

/** When the faults have stopped and everything has come to rest: what must be true of the whole. */
export function checkEnd(sim: Sim): void {
  checkKept(sim)
  checkPoisons(sim)
  checkSends(sim)
  checkTouches(sim)
  checkAddresses(sim)
  checkGroups(sim)
  const { rows, violate } = sim
  for (const { effect } of rows.effects.values())
    violate(`the effect ${effect.kind} of ${effect.accountId} is left over`)
}

const shadowOf = (sim: Sim, line: Line): Shadow | undefined => sim.observer.shadows.get(line.accountId)

function messageOn(sim: Sim, line: Line, wireId: string): Message | undefined {
  const world = shadowOf(sim, line)?.world
  const messageId = world?.messageByWireId.get(wireKey({ lineId: line.lineId, wireId }))
  return messageId === undefined ? undefined : world?.messages.get(messageId)
}

/** Acknowledged means kept. (That nothing is kept twice, or wrongly, is looked at fact by fact.) */
function checkKept(sim: Sim): void {
  for (const issued of sim.truth.issued.values()) {
    if (!issued.isAcknowledged) sim.violate(`${issued.wireId} was never acknowledged, though the world came to rest`)
    else if (!messageOn(sim, issued.line, issued.wireId)) {
      sim.violate(`${issued.wireId} was acknowledged and is not there`)
    } else if (messageOn(sim, issued.line, issued.wireId)?.history) {
      sim.violate(`${issued.wireId} came by itself and is known by the history alone`)
    }
  }
  for (const past of sim.truth.past.values()) {
    if (past.isAcknowledged && messageOn(sim, past.line, past.wireId)?.history !== true) {
      sim.violate(`${past.wireId} of the history was acknowledged and is not there`)
    }
  }
}

/** What something of ours stumbled over is set aside whole, for a person to look at, and is nothing else. */
function checkPoisons({ truth, rows, violate, observer }: Sim): void {
  const reasons = rows.setAside.map(({ reason }) => reason)
  for (const [wireId, { isAcknowledged }] of truth.poisons) {
    if (!isAcknowledged) violate(`${wireId} was never acknowledged, though the world came to rest`)
    else if (!reasons.some((reason) => reason.includes(`${wireId}.`)))
      violate(`${wireId} was acknowledged and is not set aside`)
  }
  for (const { world } of observer.shadows.values()) {
    for (const { wireId } of world.messages.values()) {
      if (wireId !== null && truth.poisons.has(wireId)) violate(`${wireId} cannot be kept, and is`)
    }
  }
}

/** Every message of ours is where its reports say, in whatever order they came. */
function checkSends(sim: Sim): void {
  const { truth, violate } = sim
  for (const { line, wireId, messageId, reports: told } of truth.accepted.values()) {
    // That it did not reach one of a group does not mean that it failed.
    const reports = told.map((each) =>
      each.participant && each.status === 'failed' ? { ...each, status: 'sent' as const } : each,
    )
    const message = shadowOf(sim, line)?.world.messages.get(messageId)
    if (message?.direction !== 'out') {
      violate(`Meta accepted ${wireId}, which is not there`)
      continue
    }
    if (message.status === 'unknown' && isUntied(sim, wireId)) continue
    const furthest = FURTHEST_FIRST.find((status) => reports.some((report) => report.status === status))
    if (furthest !== undefined && message.status !== furthest) {
      violate(`${messageId} is ${message.status}; Meta's reports make it ${furthest}`)
    }
    if (message.wireId !== null && message.wireId !== wireId) violate(`${messageId} took the wire id ${message.wireId}`)
    if (furthest !== undefined) checkTimes(sim, message, reports)
  }
  for (const { world } of sim.observer.shadows.values()) {
    for (const message of world.messages.values()) {
      if (message.direction === 'out' && (message.status === 'queued' || message.status === 'sending')) {
        violate(`${message.messageId} is still ${message.status}, though the world came to rest`)
      }
    }
  }
}

/** Nothing ties a lost answer to reports that do not repeat our id; then it stays unknown, and a person decides. */
const isUntied = ({ truth }: Sim, wireId: string): boolean =>
  truth.accepted.get(wireId)?.reports.every(({ repeatsId }) => !repeatsId) ?? false

const FURTHEST_FIRST = ['played', 'read', 'delivered', 'failed', 'sent'] as const

function checkTimes(
  { violate }: Sim,
  message: OutboundMessage,
  reports: readonly { status: (typeof FURTHEST_FIRST)[number]; at: Instant }[],
): void {
  for (const status of FURTHEST_FIRST) {
    const told = reports.filter((report) => report.status === status).map(({ at }) => at)
    const earliest = told.length > 0 ? Math.min(...told) : undefined
    if (message.times[status] !== earliest) {
      violate(`${message.messageId} has ${message.times[status]} for ${status}; Meta said ${earliest}`)
    }
  }
}

/** Reactions, edits and revocations have reached their targets, the youngest winning. */
function checkTouches(sim: Sim): void {
  const touches = Map.groupBy(
    [...sim.truth.issued.values()].filter(({ targetWireId }) => targetWireId !== null),
    ({ line, targetWireId }) => `${line.key} ${targetWireId}`,
  )
  for (const list of touches.values()) {
    const [first] = list
    if (!first || first.targetWireId === null) continue
    const target = messageOn(sim, first.line, first.targetWireId)
    // What Meta took without our ever learning under which id, nothing can reach.
    if (!target && isUntied(sim, first.targetWireId)) continue
    if (!target) {
      sim.violate(`the target ${first.targetWireId} of ${first.wireId} is not there`)
      continue
    }
    const youngest = (kind: Issued['kind']) =>
      list
        .filter((each) => each.kind === kind)
        .reduce<Instant | null>((at, { sentAt }) => (at === null || sentAt > at ? sentAt : at), null)
    if (target.editedAt !== youngest('edit'))
      sim.violate(`${target.wireId} was edited at ${youngest('edit')}, not ${target.editedAt}`)
    if ((target.revokedAt === null) !== (youngest('revoke') === null))
      sim.violate(`${target.wireId} should be revoked, or not`)
    const reactions = target.reactions.filter(({ by }) => by === 'contact')
    const reactedAt = reactions.length > 0 ? (Math.max(...reactions.map(({ at }) => at)) as Instant) : null
    if (reactedAt !== youngest('reaction'))
      sim.violate(`${target.wireId} was reacted to at ${youngest('reaction')}, not ${reactedAt}`)
  }
}

/** A contact as each of those who were merged into it, each under the id they had, where they have addresses. */
const facesOf = (contact: Contact): readonly Contact[] =>
  [undefined, ...(contact.parts ?? []).map(({ contactId }) => contactId)].flatMap((of) =>
    contact.addresses.length > 0 && isReached(contact, of)
      ? [{ ...facing(contact, of), contactId: of ?? contact.contactId }]
      : [],
  )

/**
 * An answer goes to whoever was last seen with the number: a phone leads to the person of the youngest message that
 * showed it, and the phone a contact is written to is the youngest one they showed.
 */
function checkAddresses(sim: Sim): void {
  for (const shadow of sim.observer.shadows.values()) {
    const { world, accountId } = shadow
    const seen = [...sim.truth.issued.values()]
      .filter(({ line }) => line.accountId === accountId)
      .map(({ person, shown, kind, sentAt }) => ({ person, at: sentAt, phone: kind === 'system' ? null : shown.phone }))
      .concat(seenInGroups(sim, accountId))
    for (const contact of [...world.contacts.values()].flatMap(facesOf)) {
      const person = shadow.persons.get(contact.contactId)
      const phone = addressOf(contact, 'phone')?.value
      // Whom Meta showed by phone alone nobody can follow through a change of number that comes late.
      if (!person || person.wasPhoneAlone || phone === undefined) continue
      const shown = seen.filter((each) => each.phone === phone)
      const newestAt = Math.max(...shown.map(({ at }) => at))
      const holders = shown.filter(({ at }) => at === newestAt).map((each) => each.person)
      if (holders.length > 0 && !holders.includes(person)) {
        sim.violate(`answers to ${person.name} would go to +${phone}, which ${holders[0]?.name} has now`)
      }
      const theirs = seen.filter((each) => each.person === person && each.phone !== null)
      const youngest = Math.max(...theirs.map(({ at }) => at))
      if (
        theirs.some(({ at }) => at === youngest) &&
        !theirs.some((each) => each.at === youngest && each.phone === phone)
      ) {
        // Somebody written to before they wrote is known as they were typed; it is the same telephone.
        if (!variantsOf(person.phone).includes(phone))
          sim.violate(`answers to ${person.name} would go to their old number +${phone}`)
      }
    }
  }
}
