import { between, hours, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { Line } from '#core/line/line.ts'
import { LINES } from './company.ts'
import type { People, Sim } from './parts.ts'
import { tellPast } from './past.ts'
import { chatOf, type Issued, type Person, shownOf, userIdOf } from './truth.ts'
import { inSeconds, messageUpdate } from './update.ts'

type Place = { readonly line: Line; readonly wireId: string }

/** A number of whoever has been silent this long may be given to somebody else. */
const SILENCE = hours(24)

export function createPeople(sim: Sim): People {
  const { stage, dice, truth, rare } = sim
  let phones = 0

  function add(): Person {
    const number = ++phones
    const shows = dice.weighted<Person['shows']>([
      [6, 'both'],
      [2, 'user-id'],
      [2, 'phone'],
    ])
    const person: Person = {
      name: `Persona ${number}`,
      phone: newPhone(),
      userIdNumber: 1,
      shows,
      wasPhoneAlone: shows === 'phone',
      movedAt: stage.now(),
      isGone: false,
      isInGroups: false,
      hasMoved: false,
      chats: new Map(),
    }
    truth.people.push(person)
    return person
  }

  /** Numbers of three countries that have two spellings, and of one that has not. */
  const newPhone = (): string => {
    const tail = String(2_000_000 + ++phones)
    return dice.pick([`521556${tail}`, `52556${tail}`, `55119${9}${tail}`, `549116${tail}`, `57301${tail}`])
  }

  function act(): void {
    const present = truth.people.filter((person) => !person.isGone)
    const person = dice.pick(present)
    const line = dice.pick(LINES)
    dice.weighted<() => void>([
      [46, () => write(person, line)],
      [6, () => album(person, line)],
      [8, () => react(person)],
      [7, () => edit(person)],
      [5, () => revoke(person)],
      [4, () => burst(present)],
      [3, () => moveNumber(person)],
      [2, () => getUserId(person)],
      [2, () => changeShown(person)],
      [2, () => changeDevice(person)],
      [6, () => passOn(present)],
    ])()
  }

  /** Issues a message; `content` is its type with what belongs to it. */
  function issue(
    person: Person,
    line: Line,
    kind: Issued['kind'],
    content: Readonly<Record<string, unknown>>,
    about: Partial<Pick<Issued, 'targetWireId' | 'shown'>> = {},
  ): void {
    // What they were about to do, nobody does after them.
    if (person.isGone) return
    const now = stage.now()
    const wireId = `wamid.in.${truth.issued.size + 1}`
    const { targetWireId = null, shown = shownOf(person, line) } = about
    const issued: Issued = {
      line,
      wireId,
      person,
      sentAt: inSeconds(now),
      kind,
      targetWireId,
      shown,
      isAcknowledged: false,
    }
    truth.issued.set(wireId, issued)
    const chat = chatOf(person, line)
    if (kind === 'turn' || kind === 'reaction') chat.openedAt = now
    if (kind === 'turn') chat.theirs.push(wireId)
    sim.webhooks.tell(messageUpdate(issued, content))
    if (kind === 'turn' && shown.phone !== null && dice.chance(0.06)) tellPast(sim, issued, content)
  }

  function write(person: Person, line: Line): void {
    const { ours, theirs } = chatOf(person, line)
    const quotes = dice.chance(0.2) && ours.length + theirs.length > 0
    issue(person, line, 'turn', {
      ...contentOf(),
      ...(quotes && { context: { id: dice.pick([...ours, ...theirs]) } }),
      ...(dice.chance(0.05) && { referral: { source_type: 'ad', source_id: '1', source_url: 'https://fb.me/x' } }),
    })
  }

  const contentOf = (): Record<string, unknown> =>
    dice.weighted<() => Record<string, unknown>>([
      [8, () => ({ type: 'text', text: { body: saying(dice.int(1, 99)) } })],
      [2, () => ({ type: 'image', image: { id: String(dice.int(1, 1e9)), mime_type: 'image/jpeg', caption: 'foto' } })],
      [1, () => ({ type: 'location', location: { latitude: 19.4, longitude: -99.1 } })],
      [1, () => ({ type: 'novelty', novelty: { a: 1 } })],
    ])()

  /** Several at once, as when somebody sends an album. */
  function album(person: Person, line: Line): void {
    const count = dice.int(2, 4)
    for (let each = 0; each < count; each++) {
      stage.at(plus(stage.now(), milliseconds(each * dice.int(0, 214))), () => write(person, line))
    }
  }

  /** So much at once that Meta fills a body with it, or sends so many that one batch of ours cannot take them. */
  function burst(present: readonly Person[]): void {
    if (!dice.chance(0.1)) return
    const isSingle = dice.chance(0.3)
    sim.webhooks.holdUp(seconds(5))
    if (isSingle) {
      sim.webhooks.tellSingly(400)
      sim.trouble.conflictsUntil = plus(stage.now(), seconds(dice.int(5, 40)))
    }
    const until = isSingle ? dice.int(300, 400) : dice.int(110, 200)
    for (let each = 0; each < until; each++) write(dice.pick(present), dice.pick(LINES))
  }

  function react(person: Person): void {
    const place = placeOf(person, (chat) => [...chat.theirs, ...chat.ours])
    if (place) reactTo(person, place)
  }

  /** A few seconds later, so that the two may be told in the wrong order. */
  const soon = (again: () => void) => stage.at(plus(stage.now(), milliseconds(dice.int(1_000, 4_000))), again)

  function reactTo(person: Person, place: Place): void {
    const emoji = dice.chance(0.3) ? {} : { emoji: dice.pick(['👍', '❤️', '😂']) }
    const reaction = { message_id: place.wireId, ...emoji }
    issue(person, place.line, 'reaction', { type: 'reaction', reaction }, { targetWireId: place.wireId })
    if (dice.chance(0.25)) soon(() => reactTo(person, place))
  }

  function edit(person: Person): void {
    const place = placeOf(person, (chat) => chat.theirs)
    if (place) editAt(person, place)
  }

  function editAt(person: Person, place: Place): void {
    const message = { context: { id: place.wireId }, type: 'text', text: { body: `mejor ${dice.int(1, 99)}` } }
    const content = { type: 'edit', edit: { original_message_id: place.wireId, message } }
    issue(person, place.line, 'edit', content, { targetWireId: place.wireId })
    if (dice.chance(0.25)) soon(() => editAt(person, place))
  }

  function revoke(person: Person): void {
    const place = placeOf(person, (chat) => chat.theirs)
    if (!place) return
    const content = { type: 'revoke', revoke: { original_message_id: place.wireId } }
    issue(person, place.line, 'revoke', content, { targetWireId: place.wireId })
  }

  /** A line this person talks to and one of the newest messages there; null when there is none. */
  function placeOf(person: Person, from: (chat: ReturnType<typeof chatOf>) => readonly string[]): Place | null {
    const places = LINES.map((line) => ({ line, wireIds: from(chatOf(person, line)).slice(-4) }))
    const filled = places.filter(({ wireIds }) => wireIds.length > 0)
    if (filled.length === 0) return null
    const { line, wireIds } = dice.pick(filled)
    return { line, wireId: dice.pick(wireIds) }
  }

  const hasJustMoved = ({ movedAt }: Person): boolean => between(movedAt, stage.now()) < minutes(1)

  /** A new phone number; Meta tells every line they talk to, and sometimes gives them a new user id with it. */
  function moveNumber(person: Person): void {
    if (person.shows === 'user-id' || hasJustMoved(person)) return
    person.movedAt = stage.now()
    person.hasMoved = true
    const before = person.phone
    const oldIds = new Map(LINES.map((line) => [line, userIdOf(person, line)]))
    const isRenewed = person.shows === 'both' && dice.chance(0.4)
    person.phone = newPhone()
    if (isRenewed) person.userIdNumber += 1
    for (const line of LINES) {
      if (chatOf(person, line).openedAt === null) continue
      const userId = person.shows === 'phone' ? null : userIdOf(person, line)
      const system = {
        type: 'user_changed_number',
        body: 'changed',
        wa_id: person.phone,
        ...(userId !== null && { user_id: userId }),
        ...(isRenewed && { previous_user_id: oldIds.get(line) }),
      }
      rare.saw('contact moved to another number')
      issue(person, line, 'system', { type: 'system', system }, { shown: { phone: before, userId: null } })
    }
  }

  function getUserId(person: Person): void {
    if (person.shows === 'phone' || hasJustMoved(person)) return
    person.movedAt = stage.now()
    person.hasMoved = true
    const oldIds = new Map(LINES.map((line) => [line, userIdOf(person, line)]))
    person.userIdNumber += 1
    for (const line of LINES) {
      if (chatOf(person, line).openedAt === null) continue
      const userId = userIdOf(person, line)
      const system = { type: 'user_changed_user_id', user_id: userId, previous_user_id: oldIds.get(line) }
      rare.saw('contact got another user id')
      issue(person, line, 'system', { type: 'system', system }, { shown: { phone: null, userId } })
    }
  }

  /** Another telephone, or the same set up anew: Meta tells every line they talk to that their security code changed. */
  function changeDevice(person: Person): void {
    for (const line of LINES) {
      if (chatOf(person, line).openedAt === null) continue
      const system = { type: 'customer_identity_changed', body: 'changed' }
      rare.saw('security code changed')
      issue(person, line, 'system', { type: 'system', system })
    }
  }

  /** Takes or drops a username, or becomes known by a user id for the first time. */
  function changeShown(person: Person): void {
    person.shows = person.shows === 'both' ? 'user-id' : 'both'
  }

  /** Somebody new gets the number of one who was silent for long. */
  function passOn(present: readonly Person[]): void {
    const now = stage.now()
    const isSilent = ({ chats }: Person) =>
      chats.size > 0 &&
      [...chats.values()].every(({ openedAt }) => openedAt !== null && between(openedAt, now) > SILENCE)
    const silent = present.filter(
      (one) => one.shows === 'both' && !one.wasPhoneAlone && !one.isInGroups && isSilent(one),
    )
    if (silent.length === 0) return
    const person = dice.pick(silent)
    person.isGone = true
    const heir = add()
    heir.phone = person.phone
    heir.shows = 'both'
    rare.saw('phone passed to another person')
    stage.at(plus(now, minutes(dice.int(1, 60))), () => write(heir, dice.pick(LINES)))
  }

  return { act, add }
}

/** Mostly hello; now and then that they want to be left alone, or written to again. */
function saying(number: number): string {
  if (number <= 8) return 'STOP'
  return number <= 12 ? 'Alta' : `hola ${number}`
}
