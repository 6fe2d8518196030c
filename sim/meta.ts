import { between, hours, type Instant, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import type { MessageId } from '#core/account/account.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Line } from '#core/line/line.ts'
import type { ReportedStatus } from '#core/message/status.ts'
import type { Owner } from './stage.ts'
import type { Meta, Sim } from './parts.ts'
import { type Accepted, chatOf, type Group, type Person, type Report, userIdOf } from './truth.ts'
import { inSeconds, statusUpdate } from './update.ts'

/** After this long without an answer a sender gives up. */
const TIME_OUT = seconds(20)
const WINDOW = hours(24)

type Fate = 'accept' | 'lose-request' | 'not-sent' | 'pace' | 'broken' | 'bare-error' | 'refuse' | 'bare-pace'

export function createMeta(sim: Sim): Meta {
  const { stage, dice, rare, truth } = sim
  const paced = new Set<MessageId>()

  function post(asker: Owner, line: Line, { body }: WireRequest): Promise<WireAnswer> {
    const sent = body as Readonly<Record<string, unknown>>
    const messageId = sent['biz_opaque_callback_data'] as MessageId
    return new Promise((resolve) => {
      const answer = (after: number, what: WireAnswer) =>
        stage.at(plus(stage.now(), milliseconds(after)), () => stage.turn(asker, () => resolve(what)))
      const fate = someFate()
      if (fate === 'not-sent') return answer(5, { kind: 'not-sent', reason: 'ECONNREFUSED' })
      if (fate === 'lose-request') return answer(TIME_OUT, { kind: 'lost', reason: 'time-out' })
      stage.at(plus(stage.now(), milliseconds(someLatency())), () => arrive(fate))

      function arrive(arrived: Fate): void {
        truth.requests.set(messageId, (truth.requests.get(messageId) ?? 0) + 1)
        sim.observer.requested(messageId)
        const latency = someLatency()
        if (arrived === 'pace') {
          paced.add(messageId)
          return answer(latency, graphError(dice.chance(0.5) ? 429 : 400, dice.pick([130429, 131056])))
        }
        if (arrived === 'bare-pace') return answer(latency, bare(429))
        if (arrived === 'broken') {
          rare.saw('server error with a Graph body')
          return answer(latency, graphError(500, 131000))
        }
        const group = sent['recipient_type'] === 'group' ? truth.groups.get(String(sent['to'])) : undefined
        if (group && !group.isSuspended && sim.isStormy && dice.chance(0.15)) sim.groups.suspend(group)
        if (group?.isSuspended) {
          rare.saw('sent to a group that was suspended meanwhile')
          return answer(latency, graphError(400, 131009))
        }
        if (arrived === 'refuse') return answer(latency, graphError(400, 131009))
        if (arrived === 'bare-error') {
          rare.saw('server error without a body')
          if (dice.chance(0.5)) accept(line, sent, messageId)
          return answer(latency, bare(502))
        }
        const accepted = accept(line, sent, messageId)
        if (dice.chance(sim.isStormy ? 0.08 : 0)) {
          rare.saw('answer lost after acceptance')
          return answer(TIME_OUT, { kind: 'lost', reason: 'reset' })
        }
        if (dice.chance(sim.isStormy ? 0.02 : 0)) {
          // The asker's machine stands still while the answer waits for it, and Meta is slow to report.
          asker.stalledUntil = plus(stage.now(), seconds(dice.int(70, 120)))
          sim.webhooks.holdUp(minutes(3))
        }
        answer(latency, { kind: 'answered', status: 200, body: acceptance(accepted, sent), retryAfterMs: null })
      }
    })
  }

  const someFate = (): Fate =>
    sim.isStormy
      ? dice.weighted<Fate>([
          [75, 'accept'],
          [3, 'lose-request'],
          [4, 'not-sent'],
          [6, 'pace'],
          [3, 'bare-pace'],
          [4, 'broken'],
          [3, 'bare-error'],
          [2, 'refuse'],
        ])
      : 'accept'

  const someLatency = (): number => (dice.chance(0.1) ? dice.int(500, 9_000) : dice.int(20, 500))

  function accept(line: Line, sent: Readonly<Record<string, unknown>>, messageId: MessageId): Accepted {
    const at = stage.now()
    const group = sent['recipient_type'] === 'group' ? truth.groups.get(String(sent['to'])) : undefined
    if (group) return acceptInGroup(group, line, sent, messageId)
    const person = recipientOf(line, sent)
    const wireId = `wamid.out.${truth.accepted.size + 1}`
    const accepted: Accepted = { line, wireId, messageId, at, person, reports: [] }
    truth.accepted.set(wireId, accepted)
    if (paced.has(messageId)) rare.saw('send refused for pace, later accepted')
    sim.observer.accepted(accepted)
    if (person) chatOf(person, line).ours.push(wireId)
    if (person && sent['type'] !== 'template' && !isOpen(person, line, at)) sim.observer.outsideWindow(accepted)
    for (const [status, when] of courseOf(person, at)) report(accepted, status, when)
    return accepted
  }

  /** What Meta takes to a group is a text within its window, or a template that speaks of no debt. */
  function acceptInGroup(
    group: Group,
    line: Line,
    sent: Readonly<Record<string, unknown>>,
    messageId: MessageId,
  ): Accepted {
    const at = stage.now()
    const wireId = `wamid.out.${truth.accepted.size + 1}`
    const accepted: Accepted = { line, wireId, messageId, at, person: null, group, reports: [] }
    truth.accepted.set(wireId, accepted)
    rare.saw('answered into a group')
    sim.observer.accepted(accepted)
    group.ours.push(wireId)
    const template = (sent['template'] as { name?: string } | undefined)?.name
    if (group.line !== line)
      sim.violate(`${messageId} went to the group ${group.id} by ${line.name}, which is not in it`)
    if (sent['type'] !== 'text' && template !== 'recordatorio')
      sim.violate(`${messageId} took ${template ?? String(sent['type'])} to a group`)
    if (template === undefined && !sim.groups.isOpen(group)) sim.observer.outsideWindow(accepted)
    report(accepted, 'sent', plus(at, milliseconds(dice.int(50, 3_000))))
    for (const person of group.members.keys())
      for (const [status, when] of courseOf(person, at)) if (status !== 'sent') report(accepted, status, when, person)
    return accepted
  }

  const isOpen = (person: Person, line: Line, at: Instant): boolean => {
    const { openedAt } = chatOf(person, line)
    return openedAt !== null && between(openedAt, at) < WINDOW
  }

  /** Who has this phone, in any spelling, or this user id now. */
  function recipientOf(line: Line, sent: Readonly<Record<string, unknown>>): Person | null {
    const present = truth.people.filter((person) => !person.isGone)
    const { to, recipient } = sent
    if (typeof recipient === 'string') return present.find((person) => userIdOf(person, line) === recipient) ?? null
    const spellings = variantsOf(String(to).replace('+', ''))
    return present.find((person) => spellings.includes(person.phone)) ?? null
  }

  /** What will be reported, and when it happens. */
  function courseOf(person: Person | null, at: Instant): [ReportedStatus, Instant][] {
    const after = (least: number, most: number) => plus(at, milliseconds(dice.int(least, most)))
    if (person === null) return [['failed', after(200, 3_000)]]
    const sentAt = after(50, 3_000)
    if (dice.chance(0.06)) {
      const failedAt = after(4_000, 60_000)
      const leaving: [ReportedStatus, Instant][] = dice.chance(0.5) ? [['sent', sentAt]] : []
      if (dice.chance(0.7)) return [...leaving, ['failed', failedAt]]
      rare.saw('failed and delivered both reported')
      return [...leaving, ['failed', failedAt], ['delivered', after(1_000, 120_000)]]
    }
    const deliveredAt = dice.chance(0.1) ? after(60_000, 8 * 3_600_000) : after(100, 5_000)
    const course: [ReportedStatus, Instant][] = [['sent', sentAt]]
    if (dice.chance(0.93)) course.push(['delivered', deliveredAt])
    if (dice.chance(0.6)) course.push(['read', plus(deliveredAt, milliseconds(dice.int(100, 600_000)))])
    if (dice.chance(0.05)) course.push(['played', plus(deliveredAt, milliseconds(dice.int(700_000, 800_000)))])
    return course
  }

  function report(accepted: Accepted, status: ReportedStatus, when: Instant, participant?: Person): void {
    stage.at(when, () => {
      const told: Report = {
        ...{ status, at: inSeconds(when), repeatsId: dice.chance(0.85), isAcknowledged: false },
        ...(participant && { participant }),
      }
      accepted.reports.push(told)
      sim.webhooks.tell(statusUpdate(accepted, told))
    })
  }

  const acceptance = ({ wireId, person, line }: Accepted, sent: Readonly<Record<string, unknown>>) => ({
    messaging_product: 'whatsapp',
    contacts: [
      {
        input: sent['to'] ?? sent['recipient'],
        ...(person && person.shows !== 'user-id' && { wa_id: person.phone }),
        ...(person && person.shows !== 'phone' && { user_id: userIdOf(person, line) }),
      },
    ],
    messages: [{ id: wireId }],
  })

  return { post }
}

const bare = (status: number): WireAnswer => ({ kind: 'answered', status, body: null, retryAfterMs: null })

const graphError = (status: number, code: number): WireAnswer => ({
  kind: 'answered',
  status,
  body: { error: { code, message: `(#${code})`, type: 'OAuthException' } },
  retryAfterMs: null,
})
