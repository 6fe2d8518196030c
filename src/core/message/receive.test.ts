import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContactId } from '../account/account.ts'
import { addressOf, type Contact, type Sender } from '../contact/contact.ts'
import { facing } from '../contact/part.ts'
import { hours, instant, minutes, plus, seconds } from '#base/time.ts'
import { ANA, idOf, LUCIA, only, SALES, scene } from '../loop/scene.ts'
import type { ReportedStatus } from './status.ts'

describe('a contact writes', () => {
  test('the first message adds the person, opens a conversation and counts as unread', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    expect(only(stage.contacts()).name).toBe('Lucía Paredes')
    expect(stage.conversation()).toMatchObject({
      unread: 1,
      state: 'open',
      waitingSince: stage.now(),
      lastMessage: { preview: 'hola' },
    })
  })

  test('the same message three times is one message', () => {
    const stage = scene()
    for (let i = 0; i < 3; i++) stage.receive('wamid.1', 'hola')
    expect(stage.messages()).toHaveLength(1)
    expect(stage.conversation().unread).toBe(1)
  })

  test('a message that comes late does not shorten the window and does not become the last one', () => {
    const stage = scene()
    const early = plus(stage.now(), minutes(-10))
    stage.receive('wamid.2', 'segundo')
    stage.receive('wamid.1', 'primero', { sentAt: early })
    expect(stage.conversation().customerWroteAt).toBe(stage.now())
    expect(stage.conversation().lastMessage?.preview).toBe('segundo')
    expect(stage.conversation().waitingSince).toBe(early)
  })

  test('a timestamp from the future does not hold the window open', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { sentAt: plus(stage.now(), hours(48)) })
    expect(stage.conversation().customerWroteAt).toBe(stage.now())
  })

  test('a resolved conversation opens again when the contact writes', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const { conversationId } = stage.conversation()
    stage.play({ kind: 'resolve-conversation', conversationId, by: { kind: 'system' } })
    expect(stage.conversation().state).toBe('resolved')
    stage.receive('wamid.2', 'otra cosa')
    expect(stage.conversation().state).toBe('open')
  })

  test('an edit, a revocation and a change of number do not open the window', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const wrote = stage.now()
    stage.wait(hours(5))
    stage.receive('wamid.2', { kind: 'edit', targetWireId: 'wamid.1', content: { kind: 'text', text: 'buenas' } })
    stage.receive('wamid.3', { kind: 'revoke', targetWireId: 'wamid.1' })
    expect(stage.conversation().customerWroteAt).toBe(wrote)
    expect(stage.conversation().unread).toBe(1)
  })

  test('an ad opens 72 free hours from our first answer', () => {
    const stage = scene()
    const referral = {
      sourceType: 'ad',
      sourceId: '1',
      sourceUrl: null,
      headline: 'Crédito',
      body: null,
      imageUrl: null,
      videoUrl: null,
      greeting: null,
      clickId: 'c',
    }
    stage.receive('wamid.1', 'quiero información', { referral })
    stage.wait(hours(2))
    stage.write('Con gusto')
    expect(stage.conversation().freeEntryUntil).toBe(plus(stage.now(), hours(72)))
  })
})

describe('one message touches another', () => {
  const edit = { kind: 'edit' as const, targetWireId: 'wamid.1', content: { kind: 'text' as const, text: 'buenas' } }
  const thumb = { kind: 'reaction' as const, targetWireId: 'wamid.1', emoji: '👍' }

  test('an edit changes its target and stays as a message of its own', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.receive('wamid.2', edit)
    expect(stage.messages()[0]).toMatchObject({ content: { text: 'buenas' }, editedAt: stage.now() })
    expect(stage.messages()).toHaveLength(2)
  })

  test('a reaction and its removal in either order leave no reaction', () => {
    for (const order of [0, 1]) {
      const stage = scene()
      stage.receive('wamid.1', 'hola')
      const play = [
        () => stage.receive('wamid.2', thumb),
        () => stage.receive('wamid.3', { ...thumb, emoji: null }, { sentAt: plus(stage.now(), seconds(1)) }),
      ]
      for (const one of order === 0 ? play : play.reverse()) one()
      expect(stage.messages()[0]?.reactions.filter((reaction) => reaction.emoji !== null)).toEqual([])
    }
  })

  test('what arrives before its target waits for it', () => {
    const stage = scene()
    stage.receive('wamid.2', edit)
    stage.receive('wamid.3', thumb)
    stage.receive('wamid.1', 'hola')
    const target = stage.messages().find((message) => message.wireId === 'wamid.1')
    expect(target).toMatchObject({ content: { text: 'buenas' }, reactions: [{ emoji: '👍' }] })
  })

  test('a revoked message stays, marked', () => {
    const stage = scene()
    stage.receive('wamid.1', 'número equivocado')
    stage.receive('wamid.2', { kind: 'revoke', targetWireId: 'wamid.1' })
    expect(stage.messages()[0]?.revokedAt).toBe(stage.now())
  })
})

describe('statuses', () => {
  test('a status that comes before our own send returned is joined when it does', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const messageId = idOf(stage.write('buenas'))
    stage.begin(messageId)
    stage.report('wamid.out', 'delivered')
    expect(stage.outbound(messageId).status).toBe('sending')
    stage.settle(messageId, { kind: 'accepted', wireId: 'wamid.out', recipient: { userId: null, phone: null } })
    expect(stage.outbound(messageId).status).toBe('delivered')
  })

  test('a status that carries our id settles an unknown message', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const messageId = idOf(stage.write('buenas'))
    stage.begin(messageId)
    stage.settle(messageId, { kind: 'unknown' })
    expect(stage.conversation().failedSends).toBe(1)
    stage.report('wamid.out', 'sent', { messageId })
    expect(stage.outbound(messageId)).toMatchObject({ status: 'sent', wireId: 'wamid.out' })
    expect(stage.conversation().failedSends).toBe(0)
  })

  test('a status naming the message of another line is not believed', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const messageId = idOf(stage.write('buenas'))
    stage.report('wamid.foreign', 'read', { messageId, line: { ...SALES, lineId: 'other' as never } })
    expect(stage.outbound(messageId).status).toBe('queued')
  })

  test('any order and repetition of reports ends in the same message and conversation', () => {
    const reports: [ReportedStatus, number][] = [
      ['sent', 1],
      ['delivered', 2],
      ['read', 3],
      ['failed', 2],
      ['sent', 1],
    ]
    const end = (order: readonly [ReportedStatus, number][]) => {
      const stage = scene()
      stage.receive('wamid.1', 'hola')
      const messageId = stage.deliver('buenas', 'wamid.out')
      for (const [status, second] of order) {
        const problem = status === 'failed' ? { code: '131026', title: 'Undeliverable', details: null } : null
        stage.report('wamid.out', status, { statusAt: plus(stage.now(), seconds(second)), problem })
      }
      return { message: stage.outbound(messageId), conversation: stage.conversation() }
    }
    const expected = end(reports)
    expect(expected.message.status).toBe('read')
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (order) => {
        expect(end([...order, ...reports])).toEqual(expected)
      }),
    )
  })
})

describe('who somebody is', () => {
  test('a phone first, then both, then only the user id: one person', () => {
    const stage = scene()
    stage.receive('wamid.1', 'a', { sender: { ...LUCIA, userId: null } })
    stage.receive('wamid.2', 'b', { sender: LUCIA })
    stage.receive('wamid.3', 'c', { sender: { ...LUCIA, phone: null } })
    expect(stage.contacts()).toHaveLength(1)
    expect(stage.conversations()).toHaveLength(1)
  })

  test.each([
    ['Mexico', '525512345678', '5215512345678'],
    ['Brazil', '551187654321', '5511987654321'],
    ['Argentina', '541155554444', '5491155554444'],
  ])('%s: the number with and without its extra digit is one person, both kept as received', (_, short, long) => {
    const stage = scene()
    stage.receive('wamid.1', 'a', { sender: { ...LUCIA, userId: null, phone: short } })
    stage.receive('wamid.2', 'b', { sender: { ...LUCIA, userId: null, phone: long } })
    expect(only(stage.contacts()).addresses.map((address) => address.value)).toEqual([short, long])
  })

  test('a phone that comes with another user id belongs to somebody else now', () => {
    const stage = scene()
    stage.receive('wamid.1', 'soy Lucía')
    stage.receive('wamid.2', 'soy Pedro', { sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    expect(stage.contacts()).toHaveLength(2)
    expect(stage.contactWith('5215512345678')?.name).toBe('Pedro')
    expect(stage.conversations()).toHaveLength(2)
  })

  test('a change of number announced by WhatsApp keeps the person and frees the old number', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const after = { userId: 'MX.2222', phone: '5215599990000', name: null, username: null }
    const change = { line: SALES, before: LUCIA, after, change: 'user_changed_number', text: 'Cambió de número' }
    stage.play({ kind: 'change-identity', wireId: 'wamid.2', sentAt: stage.now(), ...change })
    stage.receive('wamid.3', 'soy yo', { sender: { ...after, name: 'Lucía' } })
    expect(stage.contacts()).toHaveLength(1)
    stage.receive('wamid.4', 'soy otra persona', { sender: { ...LUCIA, userId: null, name: 'Marta' } })
    expect(stage.contacts()).toHaveLength(2)
  })

  test('a number that passes on passes on in every spelling', () => {
    const stage = scene()
    stage.receive('wamid.1', 'a', { sender: { ...LUCIA, phone: '525512345678' } })
    stage.receive('wamid.2', 'b', { sender: LUCIA, sentAt: plus(stage.now(), seconds(1)) })
    stage.wait(hours(30))
    stage.receive('wamid.3', 'soy Pedro', { sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    const lucia = stage.contacts().find(({ name }) => name === 'Lucía Paredes')
    expect(lucia?.addresses.map(({ kind }) => kind)).toEqual(['user-id'])
  })

  const NEW_PHONE = '5215599990000'
  const move = (
    stage: ReturnType<typeof scene>,
    wireId: string,
    before: Partial<Sender>,
    after: Partial<Sender>,
    sentAt = stage.now(),
  ) => {
    const nobody = { userId: null, phone: null, name: null, username: null }
    const people = { before: { ...nobody, ...before }, after: { ...nobody, ...after } }
    stage.play({ kind: 'change-identity', line: SALES, wireId, sentAt, ...people, change: 'moved', text: '' })
  }
  const phoneOf = (contact: Contact | undefined) => contact && addressOf(contact, 'phone')?.value

  test('a message from before a change of number does not bring the old number back', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const early = stage.now()
    stage.wait(minutes(10))
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: LUCIA.userId, phone: NEW_PHONE })
    stage.receive('wamid.2', 'de antes', { sentAt: early })
    expect(phoneOf(only(stage.contacts()))).toBe(NEW_PHONE)
  })

  test('a report about a message to the old number does not bring it back either', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.deliver('buenas', 'wamid.out')
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: LUCIA.userId, phone: NEW_PHONE })
    stage.report('wamid.out', 'delivered', { recipient: { userId: null, phone: LUCIA.phone } })
    expect(phoneOf(only(stage.contacts()))).toBe(NEW_PHONE)
  })

  test('a report about an old message does not give a number back to somebody who lost it', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.deliver('buenas', 'wamid.out')
    stage.wait(hours(30))
    const pedro = { ...LUCIA, userId: 'MX.9999', name: 'Pedro' }
    stage.receive('wamid.2', 'soy Pedro', { sender: pedro })
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: pedro.userId, phone: NEW_PHONE })
    stage.report('wamid.out', 'read', { recipient: { userId: LUCIA.userId, phone: LUCIA.phone } })
    expect(stage.contactWith('5215512345678')).toBeUndefined()
  })

  test('a late message of the first of two former holders does not bring the number back', () => {
    const stage = scene()
    const early = stage.now()
    stage.wait(hours(30))
    const pedro = { ...LUCIA, userId: 'MX.9999', name: 'Pedro' }
    stage.receive('wamid.2', 'soy Pedro', { sender: pedro })
    stage.wait(hours(30))
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: pedro.userId, phone: NEW_PHONE })
    stage.receive('wamid.1', 'soy Lucía', { sentAt: early })
    stage.receive('wamid.0', 'soy Lucía', { sentAt: early, sender: { ...LUCIA, phone: '525512345678' } })
    const lucia = stage.contacts().find(({ name }) => name === 'Lucía Paredes')
    expect(lucia?.addresses.map(({ kind }) => kind)).toEqual(['user-id'])
    expect(phoneOf(stage.contactWith(NEW_PHONE))).toBe(NEW_PHONE)
  })

  test('whoever is seen with a number after it was given up has it', () => {
    const stage = scene()
    stage.receive('wamid.1', 'soy Lucía')
    move(stage, 'wamid.2', { phone: LUCIA.phone }, { userId: LUCIA.userId, phone: NEW_PHONE })
    const pedro = { ...LUCIA, userId: 'MX.9999', name: 'Pedro' }
    stage.receive('wamid.3', 'soy Pedro', { sender: pedro })
    expect(stage.contactWith('5215512345678')?.name).toBe('Pedro')
    expect(stage.contacts().map(({ past }) => past)).toEqual([undefined, undefined])
  })

  test('what comes late from a number by itself is of whoever had it then', () => {
    const stage = scene()
    const byPhone = { ...LUCIA, userId: null }
    stage.receive('wamid.1', 'hola', { sender: byPhone })
    const early = stage.now()
    stage.wait(minutes(10))
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { phone: NEW_PHONE })
    stage.receive('wamid.2', 'de antes', { sender: byPhone, sentAt: early })
    expect(phoneOf(only(stage.contacts()))).toBe(NEW_PHONE)
  })

  test('a number somebody moved away from leads to nobody before, also when they were never seen with it', () => {
    const stage = scene()
    const early = stage.now()
    stage.wait(hours(30))
    const pedro = { ...LUCIA, userId: 'MX.9999', phone: null, name: 'Pedro' }
    stage.receive('wamid.2', 'soy Pedro', { sender: pedro })
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: pedro.userId, phone: NEW_PHONE })
    stage.receive('wamid.1', 'soy Lucía', { sentAt: early })
    expect(stage.contactWith('5215512345678')).toBeUndefined()
  })

  test('who loses a number to somebody else is not written to at one from before it', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.wait(hours(30))
    stage.receive('wamid.2', 'mi número nuevo', { sender: { ...LUCIA, phone: NEW_PHONE } })
    stage.wait(hours(30))
    const pedro = { ...LUCIA, userId: 'MX.9999', phone: NEW_PHONE, name: 'Pedro' }
    stage.receive('wamid.3', 'soy Pedro', { sender: pedro })
    const lucia = stage.contacts().find(({ name }) => name === 'Lucía Paredes')
    expect(phoneOf(lucia)).toBeUndefined()
    expect(stage.contactWith(NEW_PHONE)?.name).toBe('Pedro')
  })

  test('a late message of the former holder does not take the number from its heir', () => {
    const stage = scene()
    const early = stage.now()
    stage.wait(hours(30))
    stage.receive('wamid.2', 'soy Pedro', { sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    stage.receive('wamid.1', 'soy Lucía', { sentAt: early })
    expect(stage.contacts()).toHaveLength(2)
    expect(stage.contactWith('5215512345678')?.name).toBe('Pedro')
  })

  test('a late message of an heir who has moved on still ends the hold of the former holder', () => {
    const stage = scene()
    stage.receive('wamid.1', 'soy Lucía')
    stage.wait(hours(30))
    const early = stage.now()
    const pedro = { ...LUCIA, userId: 'MX.9999', name: 'Pedro' }
    stage.receive('wamid.3', 'soy Pedro', { sender: { ...pedro, phone: NEW_PHONE }, sentAt: plus(early, minutes(5)) })
    stage.receive('wamid.2', 'soy Pedro', { sender: pedro, sentAt: early })
    expect(stage.contactWith('5215512345678')).toBeUndefined()
    expect(phoneOf(stage.contactWith(NEW_PHONE))).toBe(NEW_PHONE)
  })

  test('news of a move that come after the number passed on leave the heir alone', () => {
    const stage = scene()
    stage.receive('wamid.1', 'soy Lucía')
    const early = stage.now()
    stage.wait(hours(30))
    stage.receive('wamid.2', 'soy Pedro', { sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    move(stage, 'wamid.3', { phone: LUCIA.phone }, { userId: LUCIA.userId, phone: NEW_PHONE }, early)
    expect(stage.contactWith(NEW_PHONE)?.name).toBe('Lucía Paredes')
    expect(stage.contactWith('5215512345678')?.name).toBe('Pedro')
  })

  test('a message under a former user id is theirs, for user ids are never given to others', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    move(stage, 'wamid.2', { userId: LUCIA.userId }, { userId: 'MX.2222' })
    stage.receive('wamid.3', 'de antes')
    const contact = only(stage.contacts())
    expect(addressOf(contact, 'user-id')?.value).toBe('MX.2222')
  })

  test('two moves told in the wrong order end where the later one says', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    const first = stage.now()
    stage.wait(minutes(1))
    move(stage, 'wamid.3', { userId: 'MX.2', phone: NEW_PHONE }, { userId: 'MX.3', phone: '5215577770000' })
    move(stage, 'wamid.2', LUCIA, { userId: 'MX.2', phone: NEW_PHONE }, first)
    stage.receive('wamid.4', 'soy yo', { sender: { ...LUCIA, userId: 'MX.3', phone: null } })
    stage.joinMoved()
    const contact = stage.contacts().find(({ name }) => name === 'Lucía Paredes')
    expect(phoneOf(contact)).toBe('5215577770000')
  })

  test('who wrote from the new number before we heard of the move has one thread', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { sender: { ...LUCIA, userId: null } })
    const before = stage.conversation().conversationId
    const moved = stage.now()
    stage.wait(minutes(1))
    stage.receive('wamid.3', 'ya con mi número nuevo', { sender: { ...LUCIA, userId: null, phone: NEW_PHONE } })
    expect(stage.conversations().filter(({ state }) => state === 'open')).toHaveLength(2)
    move(stage, 'wamid.2', { phone: LUCIA.phone }, { phone: NEW_PHONE }, moved)
    stage.joinMoved()
    const contact = stage.contactWith(NEW_PHONE)
    const open = only(stage.conversations().filter(({ state }) => state === 'open'))
    expect(open).toMatchObject({ earlier: [before], contactId: contact?.contactId })
    expect(stage.inbound().at(-1)).toMatchObject({ wireId: 'wamid.2', conversationId: before })
    expect(contact?.parts).toMatchObject([{ by: { kind: 'system' }, evidence: ['announced'] }])
  })

  test('whoever moved is answered where they are now, in its window; what they were called before names them still', () => {
    const stage = scene()
    const there = { ...LUCIA, userId: 'MX.2222', phone: NEW_PHONE }
    const moved = stage.now()
    stage.receive('wamid.3', 'ya con mi número nuevo', { sender: there })
    const conversationId = stage.conversation().conversationId
    stage.wait(hours(1))
    stage.receive('wamid.1', 'hola')
    move(stage, 'wamid.2', LUCIA, there, stage.now())
    stage.play({ kind: 'resolve-conversation', conversationId, by: { kind: 'agent', agentId: ANA } })
    stage.joinMoved()
    const [contact] = stage.contacts().filter(({ joined }) => joined === undefined)
    const open = only(stage.conversations().filter(({ state }) => state === 'open'))
    expect(open.conversationId).toBe(conversationId)
    for (const of of [undefined, open.of]) {
      expect(contact && facing(contact, of).addresses.map(({ value }) => value)).toEqual(['MX.2222', NEW_PHONE])
    }
    expect(moved < stage.now()).toBe(true)
    stage.receive('wamid.4', 'tarde', { sender: { ...LUCIA, phone: null }, sentAt: moved })
    expect(stage.contacts()).toHaveLength(2)
    stage.receive('wamid.5', 'he vuelto', { sender: { ...LUCIA, phone: null }, sentAt: plus(stage.now(), minutes(1)) })
    const back = stage.contacts().find(({ contactId }) => contactId === contact?.contactId)
    expect(back && facing(back, undefined).addresses.map(({ value }) => value)).toEqual([LUCIA.userId])
  })

  test('of two numbers that somebody merged before WhatsApp told of the move, the former is given up and the other keeps its part', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { sender: { ...LUCIA, userId: null } })
    const moved = stage.now()
    stage.wait(minutes(1))
    stage.receive('wamid.3', 'ya con mi número nuevo', { sender: { ...LUCIA, userId: null, phone: NEW_PHONE } })
    const [own, other] = stage.contacts().map(({ contactId }) => contactId) as [ContactId, ContactId]
    const pair = { contactId: other, intoId: own, lineIds: [SALES.lineId] }
    stage.play({ kind: 'merge-contacts', ...pair, by: { kind: 'agent', agentId: ANA }, why: null, evidence: [] })
    move(stage, 'wamid.2', { phone: LUCIA.phone }, { phone: NEW_PHONE }, moved)
    const contact = only(stage.contacts().filter(({ joined }) => joined === undefined))
    expect(contact.addresses.map(({ value, of }) => [value, of])).toEqual([[NEW_PHONE, other]])
    expect(contact.past?.map(({ value, of }) => [value, of])).toEqual([[LUCIA.phone, undefined]])
  })

  test('somebody may say that they are not one; told of another line once more, they are joined no more', () => {
    const stage = scene()
    const there = { ...LUCIA, userId: 'MX.2222', phone: NEW_PHONE }
    stage.receive('wamid.1', 'hola')
    stage.receive('wamid.3', 'soy su hermano', { sender: there })
    stage.wait(minutes(1))
    move(stage, 'wamid.2', LUCIA, there)
    stage.joinMoved()
    const part = only(stage.contactWith(NEW_PHONE)?.parts ?? [])
    const pair = { contactId: part.contactId, intoId: part.into, lineIds: [SALES.lineId] }
    stage.play({ kind: 'undo-merge', ...pair, by: { kind: 'agent', agentId: ANA }, why: 'es su hermano' })
    expect(stage.contactWith(NEW_PHONE)?.contactId).toBe(part.contactId)
    stage.effects.length = 0
    move(stage, 'wamid.4', LUCIA, there)
    expect(stage.effects.filter(({ kind }) => kind === 'join-moved')).toEqual([])
    expect(stage.world.contacts.get(part.into)?.addresses).toMatchObject([{ value: LUCIA.userId }])
    expect(stage.world.contacts.get(part.into)?.addresses[0]).not.toHaveProperty('replaced')
  })

  test('that a part of somebody moved is said with the part, also where whoever has the new number is still another', () => {
    const stage = scene()
    const [sister, there] = [NEW_PHONE, '5215577770000'].map((phone) => ({ ...LUCIA, userId: null, phone }))
    stage.receive('wamid.1', 'hola')
    stage.receive('wamid.2', 'soy su hermana', { sender: { ...LUCIA, ...sister } })
    stage.receive('wamid.3', 'mi número nuevo', { sender: { ...LUCIA, ...there } })
    const [own, other] = stage.contacts().map(({ contactId }) => contactId) as [ContactId, ContactId]
    const pair = { contactId: other, intoId: own, lineIds: [SALES.lineId] }
    stage.play({ kind: 'merge-contacts', ...pair, by: { kind: 'agent', agentId: ANA }, why: null, evidence: [] })
    move(stage, 'wamid.4', { phone: NEW_PHONE }, { phone: '5215577770000' })
    const { conversationId } = only(stage.inbound().filter(({ wireId }) => wireId === 'wamid.4'))
    expect(stage.world.conversations.get(conversationId)?.of).toBe(other)
  })

  test('a late message does not bring an old profile name back', () => {
    const stage = scene()
    stage.receive('wamid.2', 'b', { sender: { ...LUCIA, name: 'Lucía P.' } })
    stage.receive('wamid.1', 'a', { sentAt: instant(stage.now() - 60_000) })
    expect(only(stage.contacts()).name).toBe('Lucía P.')
  })
})
