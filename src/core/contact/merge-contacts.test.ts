import { describe, expect, test } from 'vitest'
import { hours, minutes } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import { consentOf } from '../consent/consent-of.ts'
import type { Saying } from '../consent/entry.ts'
import type { Line } from '../line/line.ts'
import { ANA, codesOf, idOf, LUCIA, only, SALES, scene } from '../loop/scene.ts'
import { addressKey, type Contact, type Sender } from './contact.ts'
import { facing } from './part.ts'
import { proposalsFor } from './propose.ts'

const SUPPORT: Line = { ...SALES, lineId: '00000000-0000-7000-8000-000000000012' as Line['lineId'], name: 'Soporte' }
/** The same woman with the telephone of her work. */
const WORK: Sender = { userId: 'MX.7777', phone: '5215587654321', name: 'Lucía P.', username: '@luciap' }
const THIRD: Sender = { userId: 'MX.5555', phone: '5215511112222', name: 'Lu', username: null }
const by = { kind: 'agent', agentId: ANA } as const
const LINES = [SALES.lineId, SUPPORT.lineId]

type Stage = ReturnType<typeof scene>
const idAt = (stage: Stage, { phone }: Sender): ContactId => {
  const contact = stage.contactWith(phone ?? '')
  if (!contact) throw new Error(`Nobody has ${phone}`)
  return contact.contactId
}
const merge = (stage: Stage, contactId: ContactId, intoId: ContactId) =>
  stage.play({ kind: 'merge-contacts', contactId, intoId, by, why: 'lo dijo ella', evidence: ['name'], lineIds: LINES })
const undo = (stage: Stage, contactId: ContactId, intoId: ContactId) =>
  stage.play({ kind: 'undo-merge', contactId, intoId, by, why: 'no era ella', lineIds: LINES })
const of = (stage: Stage, id: ContactId): Contact => {
  const contact = stage.world.contacts.get(id)
  if (!contact) throw new Error(`No contact ${id}`)
  return contact
}
const phones = ({ addresses }: Contact) => addresses.flatMap(({ kind, value }) => (kind === 'phone' ? [value] : []))
const open = (stage: Stage) => stage.conversations().filter(({ state }) => state === 'open')
/** The ids on the wire of what is shown in the thread of whoever has it on the line, oldest first. */
const shown = (stage: Stage, id: ContactId, line = SALES) => {
  const head = stage.world.conversations.get(
    stage.world.conversationByContact.get(`${id}:${line.lineId}`) ?? ('' as never),
  )
  const ids = head ? [head.conversationId, ...(head.earlier ?? [])] : []
  return stage
    .messages()
    .flatMap(({ conversationId, wireId }) => (ids.includes(conversationId) && wireId ? [wireId] : []))
}

/** Both have written on the sales line, she first with her own telephone. */
function two() {
  const stage = scene([SALES, SUPPORT])
  stage.receive('own.1', 'hola')
  stage.wait(minutes(1))
  stage.receive('work.1', 'hola otra vez', { sender: WORK })
  stage.wait(minutes(1))
  return { stage, own: idAt(stage, LUCIA), work: idAt(stage, WORK) }
}

function merged() {
  const all = two()
  merge(all.stage, all.work, all.own)
  all.stage.wait(minutes(1))
  return all
}

describe('two contacts become one', () => {
  test('the one that stays has all addresses and its own name; the other has none and says where it is', () => {
    const { stage, own, work } = merged()
    expect(of(stage, own)).toMatchObject({ name: 'Lucía Paredes', username: '@luciap', merged: [work] })
    expect(phones(of(stage, own))).toEqual([LUCIA.phone, WORK.phone])
    expect(of(stage, work)).toMatchObject({ name: 'Lucía P.', addresses: [], joined: { into: own } })
    expect(of(stage, own).parts).toMatchObject([{ contactId: work, into: own, by, why: 'lo dijo ella' }])
  })

  test('there is one open conversation, and its thread shows what was said with both', () => {
    const { stage, own } = merged()
    expect(only(open(stage)).contactId).toBe(own)
    expect(shown(stage, own)).toEqual(['own.1', 'work.1'])
  })

  test('whoever writes is answered where they wrote, within the window of that telephone', () => {
    const { stage, own, work } = merged()
    stage.receive('own.2', 'sigo aquí')
    const now = only(open(stage))
    expect([now.contactId, now.of]).toEqual([own, undefined])
    stage.wait(minutes(1))
    stage.receive('work.2', 'y aquí', { sender: WORK })
    const then = only(open(stage))
    expect([then.contactId, then.of]).toEqual([own, work])
    expect(phones(facing(of(stage, own), then.of))).toEqual([WORK.phone])
    expect(shown(stage, own)).toEqual(['own.1', 'work.1', 'own.2', 'work.2'])
    stage.wait(hours(23.9))
    stage.receive('own.3', 'buenas')
    stage.wait(hours(1))
    const to = (sender: Sender) => ({ kind: 'person', line: SALES, sender }) as const
    expect(codesOf(stage.write('a casa', { to: to(LUCIA) }))).toEqual([])
    expect(codesOf(stage.write('al trabajo', { to: to(WORK) }))).toEqual(['window-closed'])
  })

  test('where whoever wrote is reached no more, their window is none with the other telephone', () => {
    const { stage, own } = merged()
    stage.receive('own.2', 'sigo aquí', { sender: { ...LUCIA, identityKey: 'a' } })
    const { conversationId } = only(open(stage))
    stage.wait(minutes(1))
    stage.receive('own.3', 'soy otra', { sender: { ...LUCIA, identityKey: 'b' } })
    expect(phones(of(stage, own))).toEqual([WORK.phone])
    const sent = stage.write('¿seguimos?', { to: { kind: 'conversation', conversationId } })
    expect(codesOf(sent)).toContain('window-closed')
  })

  test('what the platform tells of who was reached is learnt of that telephone, whoever’s conversation it was', () => {
    const stage = scene([SALES])
    const nameless = { ...WORK, userId: null }
    stage.receive('work.1', 'hola', { sender: nameless })
    stage.receive('own.1', 'hola', { sender: { ...LUCIA, identityKey: 'a' } })
    const [own, work] = [idAt(stage, LUCIA), idAt(stage, WORK)]
    merge(stage, work, own)
    stage.receive('own.2', 'sigo aquí', { sender: { ...LUCIA, identityKey: 'a' } })
    const { conversationId } = only(open(stage))
    const messageId = idOf(stage.write('¿seguimos?', { to: { kind: 'conversation', conversationId } }))
    stage.wait(minutes(1))
    stage.receive('own.3', 'soy otra', { sender: { ...LUCIA, identityKey: 'b' } })
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'accepted', wireId: 'out.1', recipient: { userId: null, phone: null } })
    stage.report('out.1', 'delivered', { recipient: { userId: WORK.userId, phone: WORK.phone } })
    expect(of(stage, own).addresses.map(({ value, of }) => [value, of])).toEqual([
      [WORK.userId, work],
      [WORK.phone, work],
    ])
    stage.receive('work.2', 'soy yo', { sender: WORK })
    expect(stage.conversations().find((one) => one.of === work)?.state).toBe('open')
  })

  test('writing back and forth from both telephones begins no conversation more than one for each', () => {
    const { stage } = merged()
    for (let round = 0; round < 6; round += 1) {
      stage.receive(`own.r${round}`, 'a')
      stage.receive(`work.r${round}`, 'b', { sender: WORK })
    }
    expect(stage.conversations()).toHaveLength(2)
    expect(open(stage)).toHaveLength(1)
  })

  test('a conversation keeps its agent and its waiting time when the person goes on from the other telephone', () => {
    const { stage } = merged()
    const { conversationId, waitingSince } = only(open(stage))
    stage.play({ kind: 'assign-conversation', conversationId, assigneeId: ANA, by })
    stage.receive('own.2', 'ahora desde casa')
    expect(only(open(stage))).toMatchObject({ assigneeId: ANA, waitingSince })
  })

  test('what nobody has read is counted once, where the thread goes on, and read when it is', () => {
    const { stage } = merged()
    const unread = () => stage.conversations().map((one) => one.unread)
    const look = () =>
      stage.play({ kind: 'see-conversation', conversationId: only(open(stage)).conversationId, by, typing: false })
    expect(unread()).toEqual([0, 2])
    stage.receive('own.2', 'ahora desde casa')
    expect(unread()).toEqual([3, 0])
    look()
    stage.receive('work.2', 'y ahora desde el trabajo', { sender: WORK })
    expect(unread()).toEqual([0, 1])
    look()
    stage.receive('own.3', 'otra vez en casa')
    expect(unread()).toEqual([1, 0])
  })

  test('what is written into the conversation of before goes where the thread goes on', () => {
    const { stage, own } = merged()
    const [first] = stage.conversations()
    const sent = stage.write('hola', { to: { kind: 'conversation', conversationId: first?.conversationId as never } })
    expect(stage.outbound(idOf(sent)).conversationId).toBe(only(open(stage)).conversationId)
    expect(only(open(stage)).contactId).toBe(own)
  })

  test('a reaction from the other telephone does not turn the thread', () => {
    const { stage, work } = merged()
    expect(only(open(stage)).of).toBe(work)
    stage.receive('own.2', { kind: 'reaction', emoji: '👍', targetWireId: 'own.1' } as never)
    expect(only(open(stage)).of).toBe(work)
  })

  test('the profile name of the other telephone renames nobody', () => {
    const { stage, own } = merged()
    stage.receive('work.2', 'hola', { sender: { ...WORK, name: 'Trabajo' } })
    expect(of(stage, own).name).toBe('Lucía Paredes')
  })

  test('who refused under one telephone has refused, whatever the other said before; a yes afterwards holds', () => {
    const { stage, own, work } = two()
    const say = (contactId: ContactId, change: 'given' | 'withdrawn') =>
      stage.play({
        kind: 'record-consent',
        of: { kind: 'contact', contactId, channel: 'whatsapp' },
        saying: {
          words: [{ purpose: 'marketing', scope: { kind: 'brand' }, change, until: null }],
          ...{ at: stage.now(), means: 'agent', isExpress: true, wording: null, by },
          evidence: { kind: 'statement', text: 'por teléfono' },
        },
      })
    say(work, 'withdrawn')
    stage.wait(minutes(1))
    say(own, 'given')
    stage.wait(minutes(1))
    const consent = () => consentOf(of(stage, own), 'marketing', SALES, stage.now()).kind
    expect(consent()).toBe('given')
    merge(stage, work, own)
    expect(consent()).toBe('withdrawn')
    stage.wait(minutes(1))
    say(own, 'given')
    expect(consent()).toBe('given')
    undo(stage, work, own)
    expect(consent()).toBe('given')
    expect(consentOf(of(stage, work), 'marketing', SALES, stage.now()).kind).toBe('withdrawn')
  })

  test('a device with another key is no other identity, for it is another telephone', () => {
    const { stage, own } = two()
    stage.receive('own.2', 'hola', { sender: { ...LUCIA, identityKey: 'a' } })
    stage.receive('work.2', 'hola', { sender: { ...WORK, identityKey: 'b' } })
    merge(stage, idAt(stage, WORK), own)
    stage.wait(minutes(1))
    stage.receive('own.3', 'hola', { sender: { ...LUCIA, identityKey: 'a' } })
    stage.receive('work.3', 'hola', { sender: { ...WORK, identityKey: 'b' } })
    expect(stage.contacts()).toHaveLength(2)
    stage.receive('work.4', 'hola', { sender: { ...WORK, identityKey: 'c' } })
    stage.wait(minutes(1))
    stage.receive('work.5', 'hola', { sender: { ...WORK, identityKey: 'c' } })
    const newcomer = only(stage.contacts().filter(({ succeeds }) => succeeds !== undefined))
    expect([phones(newcomer), phones(of(stage, own))]).toEqual([[WORK.phone], [LUCIA.phone]])
  })
})

describe('a merge is refused', () => {
  test.each([
    ['twice', (stage: Stage, own: ContactId, work: ContactId) => [merge(stage, work, own), merge(stage, work, own)]],
    [
      'both ways at once',
      (stage: Stage, own: ContactId, work: ContactId) => [merge(stage, work, own), merge(stage, own, work)],
    ],
  ])('%s: the second finds it done', (_, play) => {
    const { stage, own, work } = two()
    const [first, second] = play(stage, own, work)
    expect(first && codesOf(first)).toEqual([])
    expect(second && codesOf(second)).toEqual(['contact-merged'])
  })

  test('with itself, with nobody, and with somebody erased', () => {
    const { stage, own, work } = two()
    expect(codesOf(merge(stage, own, own))).toEqual(['same-contact'])
    expect(codesOf(merge(stage, 'none' as ContactId, own))).toEqual(['contact-missing'])
    stage.play({ kind: 'erase-contact', contactId: work, requestId: 'r' as never })
    expect(codesOf(merge(stage, work, own))).toEqual(['contact-erased'])
  })
})

describe('a merge that is undone', () => {
  test('gives back to each what was theirs, and keeps nothing of the other', () => {
    const { stage, own, work } = two()
    const [before, other] = [of(stage, own), of(stage, work)]
    const threads = stage.conversations()
    merge(stage, work, own)
    expect(undo(stage, work, own).outcome).toMatchObject({ ok: true, value: { contactId: work } })
    const { separations, ...after } = of(stage, own)
    expect(after).toEqual(before)
    const { separations: theirs, ...afterwards } = of(stage, work)
    expect(afterwards).toEqual(other)
    expect(separations).toMatchObject([{ contactId: work, why: 'no era ella', merged: { why: 'lo dijo ella' } }])
    expect(theirs).toMatchObject([{ contactId: own }])
    // Who waits is looked after as one until then, and counted from the first; so is what nobody has read.
    const waited = (list: typeof threads) => list.map((one) => ({ ...one, waitingSince: null, unread: 0 }))
    expect(waited(stage.conversations())).toEqual(waited(threads))
  })

  test('proposes the two no more for what they look alike in', () => {
    const stage = scene([SALES, SUPPORT])
    stage.receive('own.1', 'hola', { sender: { ...LUCIA, username: '@luciap' } })
    stage.receive('work.1', 'hola', { sender: WORK })
    const [own, work] = [idAt(stage, LUCIA), idAt(stage, WORK)]
    const proposed = () => proposalsFor(of(stage, own), [of(stage, work)]).length
    expect(proposed()).toBe(1)
    merge(stage, work, own)
    undo(stage, work, own)
    expect(proposed()).toBe(0)
    expect(proposalsFor(of(stage, work), [of(stage, own)])).toEqual([])
  })

  test('gives what came since to whom its address belongs', () => {
    const { stage, own, work } = merged()
    stage.receive('own.2', 'desde casa')
    stage.wait(minutes(1))
    stage.receive('work.2', 'desde el trabajo, número nuevo', { sender: { ...WORK, phone: '5215599990000' } })
    stage.receive('support.1', 'y por soporte', { sender: WORK, line: SUPPORT })
    undo(stage, work, own)
    expect(shown(stage, own)).toEqual(['own.1', 'own.2'])
    expect(shown(stage, work)).toEqual(['work.1', 'work.2'])
    expect([shown(stage, own, SUPPORT), shown(stage, work, SUPPORT)]).toEqual([[], ['support.1']])
    expect(phones(of(stage, work))).toEqual([WORK.phone, '5215599990000'])
    expect(phones(of(stage, own))).toEqual([LUCIA.phone])
    for (const contact of stage.contacts()) {
      for (const address of contact.addresses) {
        expect(stage.world.contactByAddress.get(addressKey(address))).toBe(contact.contactId)
        expect(address.of).toBeUndefined()
      }
    }
    stage.receive('work.3', 'sigo', { sender: WORK })
    expect(shown(stage, work).at(-1)).toBe('work.3')
  })

  test('gives each what was said and learnt of them meanwhile, and says whose it was at the time', () => {
    const stage = scene([SALES, SUPPORT])
    stage.receive('own.1', 'hola', { sender: { ...LUCIA, name: null } })
    stage.receive('work.1', 'hola', { sender: { ...WORK, name: null, username: null } })
    const [own, work] = [idAt(stage, LUCIA), idAt(stage, WORK)]
    merge(stage, work, own)
    const before = stage.facts.length
    stage.wait(minutes(1))
    stage.receive('work.2', 'BAJA', { sender: WORK })
    const listed = { phone: WORK.phone ?? '', name: 'Lucía del trabajo', at: stage.now() }
    stage.play({ kind: 'add-app-contacts', line: SALES, contacts: [listed], effectId: 'e' as never })
    const saying: Saying = {
      words: [{ purpose: 'notices', scope: { kind: 'brand' }, change: 'withdrawn', until: null }],
      ...{ at: stage.now(), means: 'import', isExpress: true, wording: null, by },
      evidence: { kind: 'statement', text: 'un archivo' },
    }
    stage.play({ kind: 'record-consent', of: { kind: 'person', channel: 'whatsapp', sender: WORK }, saying })
    const about = stage.facts
      .slice(before)
      .flatMap((fact) => ('of' in fact && fact.kind !== 'conversation-arranged' ? [[fact.kind, fact.of]] : []))
    expect(new Set(about.map(([kind]) => kind))).toEqual(
      new Set(['contact-named', 'contact-listed', 'consent-recorded']),
    )
    expect(about.every(([, whose]) => whose === work)).toBe(true)
    const shownAs = (id: ContactId) => [of(stage, id).name, of(stage, id).username, of(stage, id).listed?.name]
    expect(shownAs(own)).toEqual([WORK.name, WORK.username, 'Lucía del trabajo'])
    undo(stage, work, own)
    expect(shownAs(own)).toEqual([null, null, undefined])
    expect(shownAs(work)).toEqual([WORK.name, WORK.username, 'Lucía del trabajo'])
    const refused = (id: ContactId) => consentOf(of(stage, id), 'notices', SALES, stage.now()).kind
    expect([own, work].map(refused)).toEqual(['none', 'withdrawn'])
  })

  test('leaves both open that wait for an answer', () => {
    const { stage, own, work } = merged()
    undo(stage, work, own)
    expect(
      open(stage)
        .map(({ contactId }) => contactId)
        .sort(),
    ).toEqual([own, work].sort())
    expect(open(stage).every(({ waitingSince }) => waitingSince !== null)).toBe(true)
  })

  test('is undone once, and not from somebody it is no part of', () => {
    const { stage, own, work } = merged()
    expect(codesOf(undo(stage, own, work))).toEqual(['merge-missing'])
    expect(codesOf(undo(stage, work, own))).toEqual([])
    expect(codesOf(undo(stage, work, own))).toEqual(['merge-missing'])
    expect(codesOf(merge(stage, work, own))).toEqual([])
    expect(codesOf(undo(stage, work, own))).toEqual([])
  })

  test('is not possible once the person was erased', () => {
    const { stage, own, work } = merged()
    stage.play({ kind: 'erase-contact', contactId: work, requestId: 'r' as never })
    stage.play({ kind: 'erase-contact', contactId: own, requestId: 'r' as never })
    expect(codesOf(undo(stage, work, own))).toEqual(['contact-erased'])
  })

  test('takes back a block that was made before with the one, and leaves one made since with both', () => {
    const { stage, own, work } = two()
    const block = (contactId: ContactId, { lineId }: Line, reason: string) =>
      stage.play({ kind: 'block-contact', contactId, lineId, by, reason, through: [] })
    block(work, SALES, 'insultos')
    merge(stage, work, own)
    expect(of(stage, own).blocks).toMatchObject([{ reason: 'insultos' }])
    stage.wait(minutes(1))
    block(own, SUPPORT, 'más insultos')
    undo(stage, work, own)
    expect(of(stage, own).blocks?.map(({ reason }) => reason)).toEqual(['más insultos'])
    expect(of(stage, work).blocks?.map(({ reason }) => reason)).toEqual(['insultos', 'más insultos'])
  })

  test('blocks of the other only whom the platform holds back by then', () => {
    const { stage, own, work } = two()
    const about = { contactId: own, lineId: SALES.lineId, by }
    stage.play({ kind: 'block-contact', ...about, contactId: work, reason: 'insultos', through: [] })
    merge(stage, work, own)
    const asked = () => stage.effects.filter(({ kind }) => kind === 'settle-block').length
    const through = () => of(stage, own).blocks?.[0]?.through
    expect([through(), asked()]).toEqual([[own], 1])
    stage.receive('own.2', 'hola')
    stage.receive('work.2', 'no llega', { sender: WORK })
    expect(asked()).toBe(2)
    const settle = (done: readonly ContactId[], isLifting: boolean) =>
      stage.play({ kind: 'settle-block', ...about, done, isLifting, effectId: null })
    settle([own], true)
    expect(through()).toEqual([own])
    settle([own], false)
    expect(through()).toBeUndefined()
    stage.play({ kind: 'unblock-contact', ...about, held: [work] })
    expect(of(stage, own).blocks).toMatchObject([{ through: [own], liftedBy: by }])
    stage.receive('own.3', 'sigo')
    expect(asked()).toBe(3)
    undo(stage, work, own)
    expect([own, work].map((id) => of(stage, id).blocks?.length)).toEqual([undefined, 1])
    merge(stage, work, own)
    settle([work], true)
    expect(of(stage, own).blocks).toEqual([])
    expect(stage.facts.at(-1)).toMatchObject({ kind: 'contact-unblocked', by })
  })

  test('of a chain takes out the last first, with all that is in it', () => {
    const { stage, own, work } = two()
    stage.receive('third.1', 'hola', { sender: THIRD })
    const third = idAt(stage, THIRD)
    merge(stage, third, work)
    merge(stage, work, own)
    stage.receive('third.2', 'sigo', { sender: THIRD })
    expect(phones(of(stage, own))).toHaveLength(3)
    expect(only(open(stage)).of).toBe(third)
    expect(codesOf(undo(stage, third, work))).toEqual(['merge-missing'])
    expect(codesOf(undo(stage, third, own))).toEqual(['merge-missing'])
    undo(stage, work, own)
    expect(shown(stage, own)).toEqual(['own.1'])
    expect(shown(stage, work)).toEqual(['work.1', 'third.1', 'third.2'])
    undo(stage, third, work)
    expect(shown(stage, work)).toEqual(['work.1'])
    expect(shown(stage, third)).toEqual(['third.1', 'third.2'])
    expect([own, work, third].map((id) => phones(of(stage, id)))).toEqual([[LUCIA.phone], [WORK.phone], [THIRD.phone]])
  })
})
