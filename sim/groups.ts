import { between, hours, milliseconds, plus, toSeconds } from '#base/time.ts'
import type { GroupEvent } from '#core/group/group.ts'
import type { Line } from '#core/line/line.ts'
import { LINES } from './company.ts'
import type { Groups, Sim } from './parts.ts'
import { chatOf, type Group, type Issued, type Person, shownOf } from './truth.ts'
import { groupMessageUpdate, groupUpdate, inSeconds } from './update.ts'

/** Besides the number (Groups API, quick facts, 2025-11-14). */
const MOST_MEMBERS = 8
const MOST_GROUPS = 4

/** What happens in groups: Meta decides and tells, in no order; people only know what they do. */
export function createGroups(sim: Sim): Groups {
  const { stage, dice, truth, rare } = sim

  function act(): void {
    const groups = [...truth.groups.values()]
    if (groups.length === 0 || (groups.length < MOST_GROUPS && dice.chance(0.1))) return begin()
    const group = dice.pick(groups)
    if (group.isSuspended && dice.chance(0.5)) return suspend(group)
    dice.weighted<() => void>([
      [10, () => enter(group)],
      [40, () => write(group)],
      [6, () => react(group)],
      [4, () => change(group, 'edit')],
      [3, () => change(group, 'revoke')],
      [4, () => leave(group)],
      [3, () => ask(group)],
      [2, () => rename(group)],
      [3, () => suspend(group)],
    ])()
  }

  function begin(): void {
    const line = dice.pick(LINES)
    const number = truth.groups.size + 1
    const group: Group = {
      ...{ line, id: `Z3J1cG8=${line.accountId.slice(-1)}${number}`, subject: `Grupo ${number}` },
      ...{ members: new Map(), former: new Set(), isSuspended: false, openedAt: null, changedAt: null },
      ...{ theirs: [], ours: [], news: [] },
    }
    truth.groups.set(group.id, group)
    tell(group, 'created', null, { type: 'group_create', subject: group.subject })
    for (let each = dice.int(1, 3); each > 0; each--)
      stage.at(plus(stage.now(), milliseconds(dice.int(1_000, 30_000))), () => enter(group))
  }

  /** Within one second a group changes once: what is told has whole seconds, and who comes and goes in one has gone. */
  const isSettled = ({ changedAt }: Group): boolean => changedAt === null || changedAt < inSeconds(stage.now())

  function tell(
    group: Group,
    event: GroupEvent,
    person: Person | null,
    item: Readonly<Record<string, unknown>>,
    field = 'group_lifecycle_update',
  ): void {
    const at = inSeconds(stage.now())
    group.changedAt = at
    const news = { event, at, person, shown: person && shownOf(person, group.line), isAcknowledged: false }
    group.news.push(news)
    sim.webhooks.tell(
      groupUpdate(group, news, field, { timestamp: String(toSeconds(at)), group_id: group.id, ...item }),
    )
  }

  const idsOf = (person: Person, line: Line) => {
    const { phone, userId } = shownOf(person, line)
    return { ...(phone !== null && { wa_id: phone }), ...(userId !== null && { user_id: userId }) }
  }

  /** Somebody who talks to the line already follows the link. */
  function enter(group: Group, again: Person | null = null): void {
    const { line, members } = group
    const others = (again ? [again] : truth.people).filter(
      (person) => !person.isGone && !members.has(person) && chatOf(person, line).openedAt !== null,
    )
    if (!isSettled(group) || group.isSuspended || members.size >= MOST_MEMBERS || others.length === 0) return
    const person = dice.pick(others)
    if (group.former.has(person)) rare.saw('came back into a group')
    members.set(person, stage.now())
    person.isInGroups = true
    const item = { type: 'group_participants_add', reason: 'invite_link', added_participants: [idsOf(person, line)] }
    tell(group, 'joined', person, item, 'group_participants_update')
  }

  function leave(group: Group): void {
    const { line, members } = group
    if (!isSettled(group) || members.size === 0) return
    const person = dice.pick([...members.keys()])
    members.delete(person)
    group.former.add(person)
    if (dice.chance(0.4))
      stage.at(plus(stage.now(), milliseconds(dice.int(2_000, 900_000))), () => enter(group, person))
    const isOurs = dice.chance(0.3)
    const item = {
      type: 'group_participants_remove',
      initiated_by: isOurs ? 'business' : 'participant',
      removed_participants: [idsOf(person, line)],
    }
    tell(group, isOurs ? 'removed' : 'left', person, item, 'group_participants_update')
  }

  /** Asks to be let in, and sometimes takes it back. */
  function ask(group: Group): void {
    const { line, members } = group
    const others = truth.people.filter((one) => !one.isGone && !members.has(one) && chatOf(one, line).openedAt !== null)
    if (!isSettled(group) || others.length === 0) return
    const person = dice.pick(others)
    person.isInGroups = true
    const about = () => ({ join_request_id: `r${group.news.length}`, ...idsOf(person, line) })
    tell(
      group,
      'asked-to-join',
      person,
      { type: 'group_join_request_created', ...about() },
      'group_participants_update',
    )
    rare.saw('asked to be let into a group')
    if (!dice.chance(0.3)) return
    stage.at(plus(stage.now(), milliseconds(dice.int(2_000, 60_000))), () => {
      if (!isSettled(group) || person.isGone) return
      tell(group, 'withdrew', person, { type: 'group_join_request_revoked', ...about() }, 'group_participants_update')
    })
  }

  function rename(group: Group): void {
    if (!isSettled(group)) return
    group.subject = `Grupo ${dice.int(100, 999)}`
    const set = { text: group.subject, update_successful: true }
    tell(group, 'renamed', null, { type: 'group_settings_update', group_subject: set }, 'group_settings_update')
  }

  function suspend(group: Group): void {
    if (!isSettled(group)) return
    group.isSuspended = !group.isSuspended
    const event = group.isSuspended ? 'suspended' : 'resumed'
    if (group.isSuspended) rare.saw('group suspended')
    const type = group.isSuspended ? 'group_suspend' : 'group_suspend_cleared'
    tell(group, event, null, { type }, 'group_status_update')
  }

  function write(group: Group): void {
    const person = writerOf(group)
    if (!person) return
    // Also words that would be heeded if they were said to us alone.
    const text = dice.weighted([
      [6, `a todos ${dice.int(1, 99)}`],
      [2, 'STOP'],
      [1, 'Alta'],
    ])
    const quotes = dice.chance(0.2) && group.theirs.length > 0
    const wireId = issue(group, person, 'turn', {
      ...{ type: 'text', text: { body: text } },
      ...(quotes && { context: { id: dice.pick([...group.theirs.map((one) => one.wireId), ...group.ours]) } }),
    })
    group.theirs.push({ wireId, person })
    if (dice.chance(0.06)) stage.at(plus(stage.now(), milliseconds(dice.int(1_500, 20_000))), () => suspend(group))
  }

  /** Null: nobody is in it who could write now. */
  function writerOf(group: Group): Person | null {
    const writers = [...group.members.keys()].filter(({ isGone }) => !isGone)
    return group.isSuspended || writers.length === 0 || !isSettled(group) ? null : dice.pick(writers)
  }

  function react(group: Group): void {
    const person = writerOf(group)
    const targets = [...group.theirs.map(({ wireId }) => wireId), ...group.ours].slice(-6)
    if (!person || targets.length === 0) return
    const target = dice.pick(targets)
    const reaction = { message_id: target, ...(dice.chance(0.7) && { emoji: dice.pick(['👍', '🙏']) }) }
    issue(group, person, 'reaction', { type: 'reaction', reaction }, target)
  }

  function change(group: Group, kind: 'edit' | 'revoke'): void {
    const own = group.theirs.filter(({ person }) => group.members.has(person) && !person.isGone).slice(-4)
    if (group.isSuspended || !isSettled(group) || own.length === 0) return
    const { wireId, person } = dice.pick(own)
    const message = { context: { id: wireId }, type: 'text', text: { body: `mejor ${dice.int(1, 99)}` } }
    const about = { original_message_id: wireId, ...(kind === 'edit' && { message }) }
    issue(group, person, kind, { type: kind, [kind]: about }, wireId)
  }

  function issue(
    group: Group,
    person: Person,
    kind: Issued['kind'],
    content: Readonly<Record<string, unknown>>,
    targetWireId: string | null = null,
  ): string {
    const now = stage.now()
    const { line } = group
    const wireId = `wamid.in.${truth.issued.size + 1}`
    const shown = shownOf(person, line)
    const issued: Issued = {
      ...{ line, wireId, person, kind, targetWireId, shown, group: group.id },
      ...{ sentAt: inSeconds(now), isAcknowledged: false },
    }
    truth.issued.set(wireId, issued)
    if (kind === 'turn' || kind === 'reaction') group.openedAt = now
    sim.webhooks.tell(groupMessageUpdate(issued, content))
    return wireId
  }

  /** Whether Meta takes free text for it at that instant. */
  const isOpen = ({ openedAt }: Group): boolean => openedAt !== null && between(openedAt, stage.now()) < hours(24)

  return { act, isOpen, suspend }
}
