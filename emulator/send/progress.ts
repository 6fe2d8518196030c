import { days, minutes } from '#base/time.ts'
import { codeText } from '../graph/error-codes.ts'
import { tellAccount } from '../webhook/tell.ts'
import { timeZoneOf } from '../pricing/price.ts'
import { calendarOf } from '../world/local-time.ts'
import type { Message } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { tellStatus } from './status.ts'

/** Carries accepted messages to the phones and tells the business about it. */
export type Progress = {
  readonly start: (message: Message) => void
  /** What was held back for the sake of quality goes its way, or fails. */
  readonly release: (wamid: string) => void
  /** A phone came back: what waited for it arrives. */
  readonly arriveAt: (phone: string) => void
  readonly read: (phone: string, number: string) => void
  readonly play: (message: Message) => void
  readonly close: () => void
}

/** How long Meta tries to deliver: 30 days, a code ten minutes (Cloud API, Messages, Time-to-live, 2025-12). */
const MESSAGE_LIVES_MS = days(30)
const CODE_LIVES_MS = minutes(10)

export function makeProgress(world: World): Progress {
  const timers = new Set<NodeJS.Timeout>()
  /** Messages that are with Meta and not yet on a phone. */
  const undelivered = new Map<string, Set<string>>()

  const later = (action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      action()
    }, world.faults.get().statusDelayMs)
    timers.add(timer)
  }
  const sendOrFail = (wamid: string) => {
    const message = world.messages.get(wamid)
    if (message?.status !== 'waiting') return
    if (message.send?.failure != null) return fail(message)
    const sent = world.chats.changeMessage(wamid, { status: 'sent' })
    if (sent === undefined) return
    tellStatus(world, sent, 'sent')
    if (sent.kind === 'reaction') return
    if (sent.phone !== null) waitingFor(sent.phone).add(wamid)
    later(() => deliver(wamid))
  }
  const fail = (message: Message) => {
    const { code } = message.send?.failure ?? { code: 131000 }
    const failed = world.chats.changeMessage(message.wamid, {
      status: 'failed',
      error: { code, title: codeText(code).title },
    })
    if (failed !== undefined) tellStatus(world, failed, 'failed')
  }
  const deliver = (wamid: string) => {
    const message = world.messages.get(wamid)
    if (message?.status !== 'sent') return
    const phone = message.phone === null ? null : world.phones.get(message.phone)
    if (phone === undefined || phone?.online === false) return
    if (phone !== null) undelivered.get(phone.id)?.delete(wamid)
    if (isExpired(message)) return
    if (phone?.blocked.includes(message.number)) return
    const delivered = world.chats.changeMessage(wamid, { status: 'delivered', ...charged(message) })
    if (delivered === undefined) return
    tellStatus(world, delivered, 'delivered')
    if (phone === null && world.faults.get().strangers === 'reading') later(() => readByStranger(wamid))
  }
  /** Books the message, and tells the account of a volume tier it reaches (cloud-api §2.5, account_update). */
  const charged = (message: Message): Partial<Message> => {
    const now = world.clock.now()
    const { charge, reachedTier } = world.charges.book(message, now)
    if (charge === undefined) return {}
    if (reachedTier)
      tellAccount(world, world.wabas.of(world.numbers.get(message.number) ?? {}), 'account_update', {
        event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
        volume_tier_info: {
          tier_update_time: Math.floor(now / 1000),
          pricing_category: charge.category.toUpperCase(),
          tier: charge.tier,
          effective_month: calendarOf(timeZoneOf(world, message.number)).monthOf(now),
          region: charge.market,
        },
      })
    return { charge }
  }
  /** Undelivered for so long, Meta drops it without a word. */
  const isExpired = ({ at, send }: Message): boolean => {
    const template = send?.template === undefined ? undefined : world.templates.get(send.template)
    const usual = template?.category === 'AUTHENTICATION' ? CODE_LIVES_MS : MESSAGE_LIVES_MS
    const ttl = template?.ttlSeconds ?? null
    return world.clock.now() - at > (ttl === null ? usual : ttl < 0 ? MESSAGE_LIVES_MS : ttl * 1000)
  }
  const readByStranger = (wamid: string) => {
    const read = world.chats.changeMessage(wamid, { seen: true, status: 'read' })
    if (read !== undefined) tellStatus(world, read, 'read')
  }
  const waitingFor = (phone: string): Set<string> => {
    const known = undelivered.get(phone) ?? new Set()
    undelivered.set(phone, known)
    return known
  }
  const look = (message: Message) => {
    const phone = message.phone === null ? undefined : world.phones.get(message.phone)
    const receipts = phone?.receipts === true
    const skipped = message.status === 'sent'
    if (phone !== undefined) undelivered.get(phone.id)?.delete(message.wamid)
    const status = receipts ? 'read' : 'delivered'
    const charge = skipped ? charged(message) : {}
    const seen = world.chats.changeMessage(message.wamid, { seen: true, status, ...charge })
    if (seen !== undefined && (receipts || skipped)) tellStatus(world, seen, status, skipped)
  }
  for (const message of world.messages.all()) resume(message)

  function resume(message: Message): void {
    if (message.from !== 'business') return
    if (message.status === 'waiting' && message.send?.held !== true) later(() => sendOrFail(message.wamid))
    if (message.status !== 'sent' || message.hidden) return
    if (message.phone !== null) waitingFor(message.phone).add(message.wamid)
    later(() => deliver(message.wamid))
  }

  return {
    start: (message) => {
      if (message.send?.held !== true) later(() => sendOrFail(message.wamid))
    },
    release: (wamid) => later(() => sendOrFail(wamid)),
    arriveAt: (phone) => {
      for (const wamid of waitingFor(phone)) later(() => deliver(wamid))
    },
    read: (phone, number) => {
      const owner = world.phones.get(phone)
      if (owner === undefined || !owner.online) return
      const isBlocked = owner.blocked.includes(number)
      for (const message of world.chats.messages(phone, number)) {
        if (message.from !== 'business' || message.seen) continue
        if (message.status === 'delivered' || (message.status === 'sent' && !isBlocked && !isExpired(message)))
          look(message)
      }
    },
    play: (message) => {
      if (!message.seen) look(message)
      const played = world.chats.changeMessage(message.wamid, { status: 'played' })
      if (played !== undefined) tellStatus(world, played, 'played')
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
