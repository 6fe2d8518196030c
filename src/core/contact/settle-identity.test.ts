import { describe, expect, test } from 'vitest'
import { hours, minutes } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { Line } from '../line/line.ts'
import { ANA, codesOf, idOf, LUCIA, only, SALES, scene } from '../loop/scene.ts'
import type { Content } from '../message/content.ts'
import type { Contact } from './contact.ts'

const SUPPORT: Line = { ...SALES, lineId: '00000000-0000-7000-8000-000000000012' as Line['lineId'], name: 'Soporte' }
const CHANGED: Content = { kind: 'system', change: 'customer_identity_changed', text: 'The security code changed' }
const by = { kind: 'agent', agentId: ANA } as const

type Stage = ReturnType<typeof scene>
const change = (stage: Stage, wireId: string, identityKey?: string) =>
  stage.receive(wireId, CHANGED, {
    sender: { ...LUCIA, name: null, ...(identityKey !== undefined && { identityKey }) },
    identityChanged: true,
  })
const keyed = (stage: Stage, wireId: string, identityKey: string) =>
  stage.receive(wireId, 'hola', { sender: { ...LUCIA, identityKey } })
const newcomer = (stage: Stage): Contact => only(stage.contacts().filter(({ succeeds }) => succeeds !== undefined))
const settle = (stage: Stage, contact: Contact, isSame: boolean, formerId = contact.succeeds?.contactId) =>
  stage.play({
    kind: 'settle-identity',
    contactId: contact.contactId,
    formerId: formerId ?? ('none' as ContactId),
    intoId: formerId ?? ('none' as ContactId),
    isSame,
    by,
    lineIds: [SALES.lineId, SUPPORT.lineId],
  })

/** Lucía has written and is Ana's; then her security code changes, and somebody writes. */
function changed() {
  const stage = scene([SALES, SUPPORT])
  stage.receive('wamid.1', 'mi saldo es secreto')
  const { conversationId, contactId } = stage.conversation()
  stage.play({ kind: 'assign-conversation', conversationId, assigneeId: ANA, by })
  stage.wait(hours(2))
  change(stage, 'wamid.2')
  stage.wait(minutes(1))
  stage.receive('wamid.3', '¿cuál es mi saldo?')
  return { stage, before: conversationId, luciaId: contactId }
}

describe('an identity that changed', () => {
  test('begins somebody new, with the addresses, a conversation and nothing else of the contact before', () => {
    const { stage, before, luciaId } = changed()
    const contact = newcomer(stage)
    expect(contact).toMatchObject({ name: 'Lucía Paredes', succeeds: { contactId: luciaId } })
    expect(contact.consents.map(({ purpose }) => purpose)).toEqual(['service'])
    expect(contact.addresses.map(({ value }) => value)).toEqual([LUCIA.userId, LUCIA.phone])
    expect(stage.world.contacts.get(luciaId)?.addresses).toEqual([])
    expect(stage.world.conversations.get(before)).toMatchObject({ state: 'resolved', unread: 1 })
    const since = only(stage.conversations().filter(({ contactId }) => contactId === contact.contactId))
    expect(since).toMatchObject({ state: 'open', assigneeId: ANA, unread: 1 })
    expect(since.earlier).toBeUndefined()
    const shown = stage.messages().filter(({ conversationId }) => conversationId === since.conversationId)
    expect(shown.map(({ wireId }) => wireId)).toEqual(['wamid.2', 'wamid.3'])
  })

  test('takes a stop along, which must hold if they are the same, and no leave, which was the other’s', () => {
    const stage = scene()
    stage.receive('wamid.1', 'STOP')
    stage.wait(minutes(1))
    change(stage, 'wamid.2')
    const words = newcomer(stage).consents.map(({ change: word }) => word)
    expect(words.length).toBeGreaterThan(0)
    expect(words.every((word) => word === 'withdrawn')).toBe(true)
  })

  test('takes blocks along, which are of the addresses, and so does whoever turns out to be the same', () => {
    const stage = scene([SALES, SUPPORT])
    stage.receive('wamid.1', 'insultos')
    const luciaId = only(stage.contacts()).contactId
    const block = (contactId: ContactId, { lineId }: Line) =>
      stage.play({ kind: 'block-contact', contactId, lineId, by, reason: 'Insultos', through: [] })
    block(luciaId, SALES)
    stage.wait(minutes(1))
    change(stage, 'wamid.2')
    const later = newcomer(stage)
    expect(later.blocks?.map(({ lineId }) => lineId)).toEqual([SALES.lineId])
    block(later.contactId, SUPPORT)
    settle(stage, later, true)
    const blocks = stage.world.contacts.get(luciaId)?.blocks
    expect(blocks?.map(({ lineId }) => lineId)).toEqual([SALES.lineId, SUPPORT.lineId])
  })

  test('takes no phone along that was left for a newer one, to which no answer may go when the newer is lost', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.wait(minutes(1))
    const moved = { ...LUCIA, phone: '5215500000077' }
    stage.receive('wamid.2', 'desde mi otro número', { sender: moved })
    stage.wait(minutes(1))
    stage.receive('wamid.3', CHANGED, { sender: moved, identityChanged: true })
    const { contactId, addresses } = newcomer(stage)
    expect(addresses.map(({ value }) => value)).toEqual([LUCIA.userId, '5215500000077'])
    stage.wait(minutes(1))
    stage.receive('wamid.4', 'soy otra persona', { sender: { ...moved, userId: 'MX.another' } })
    expect(stage.world.contacts.get(contactId)?.addresses.map(({ value }) => value)).toEqual([LUCIA.userId])
  })

  test('keeps since when they have a phone, so that a change of number from before, told late, still counts', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola')
    stage.wait(minutes(2))
    const sentAt = stage.now()
    stage.wait(minutes(2))
    change(stage, 'wamid.2')
    const after = { ...LUCIA, phone: '5215500000077' }
    const told = { line: SALES, before: LUCIA, after, change: 'user_changed_number', text: 'Cambió de número' }
    stage.play({ kind: 'change-identity', ...told, sentAt, wireId: 'wamid.3' })
    expect(newcomer(stage).addresses.map(({ value }) => value)).toEqual([LUCIA.userId, '5215500000077'])
  })

  test('told twice, for another line, or late begins one', () => {
    const { stage } = changed()
    change(stage, 'wamid.2')
    stage.receive('wamid.5', CHANGED, { line: SUPPORT, identityChanged: true, sentAt: newcomer(stage).createdAt })
    expect(stage.contacts()).toHaveLength(2)
  })

  test('is heard from another key, and from the same key not again', () => {
    const stage = scene()
    keyed(stage, 'wamid.1', 'key-a')
    stage.wait(minutes(1))
    keyed(stage, 'wamid.2', 'key-a')
    expect(stage.contacts()).toHaveLength(1)
    const late = stage.now()
    stage.wait(minutes(1))
    keyed(stage, 'wamid.3', 'key-b')
    change(stage, 'wamid.4', 'key-b')
    stage.receive('wamid.5', 'tarde', { sender: { ...LUCIA, identityKey: 'key-a' }, sentAt: late })
    expect(stage.contacts()).toHaveLength(2)
    expect(newcomer(stage).identity?.key).toBe('key-b')
  })

  test('a first key says nothing of a change, nor does a change of somebody we never knew', () => {
    const stage = scene()
    change(stage, 'wamid.1')
    stage.wait(minutes(1))
    keyed(stage, 'wamid.2', 'key-a')
    expect(only(stage.contacts())).toMatchObject({ identity: { key: 'key-a' } })
    expect(only(stage.contacts()).succeeds).toBeUndefined()
  })

  test('a change under a user id that was replaced takes nothing from those merged with whoever had it', () => {
    const stage = scene([SALES, SUPPORT])
    const lineIds = [SALES.lineId, SUPPORT.lineId]
    const after = { ...LUCIA, userId: 'MX.2', phone: '5215588880000' }
    stage.receive('wamid.1', 'soy Beto', { sender: { ...LUCIA, userId: 'MX.7', phone: '5215599990000', name: 'Beto' } })
    const beto = only(stage.contacts()).contactId
    stage.receive('wamid.2', 'soy Lucía')
    const lucia = stage.contactWith(LUCIA.phone ?? '')?.contactId ?? beto
    stage.play({ kind: 'merge-contacts', contactId: lucia, intoId: beto, lineIds, by, why: null, evidence: [] })
    stage.wait(minutes(1))
    const sentAt = stage.now()
    stage.wait(minutes(1))
    stage.receive('wamid.3', 'mi número nuevo', { sender: after })
    const told = { change: 'user_changed_number', text: 'Cambió de número', wireId: 'wamid.4' } as const
    stage.play({ kind: 'change-identity', line: SALES, before: LUCIA, after, sentAt, ...told })
    stage.joinMoved()
    stage.wait(minutes(1))
    change(stage, 'wamid.5')
    const kept = stage.world.contacts.get(beto)?.addresses.map(({ value }) => value)
    expect(kept).toEqual(expect.arrayContaining(['MX.7', '5215599990000', 'MX.2', '5215588880000']))
  })

  test('a phone that comes with another user id asks the same question', () => {
    const stage = scene()
    stage.receive('wamid.1', 'soy Lucía')
    const lucia = only(stage.contacts())
    stage.wait(minutes(1))
    stage.receive('wamid.2', 'soy Pedro', { sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    expect(newcomer(stage)).toMatchObject({
      name: 'Pedro',
      succeeds: { contactId: lucia.contactId, because: 'other-user-id', since: stage.now() },
    })
  })
})

describe('once somebody has made sure', () => {
  test('the same person: one contact, one open conversation, and the thread goes on from what was said before', () => {
    const { stage, before, luciaId } = changed()
    const later = newcomer(stage)
    expect(settle(stage, later, true).outcome).toMatchObject({ ok: true, value: { contactId: luciaId } })
    const lucia = stage.world.contacts.get(luciaId)
    expect(lucia).toMatchObject({ name: 'Lucía Paredes', merged: [later.contactId] })
    expect(lucia?.parts).toMatchObject([{ wasAsked: true, identity: later.identity }])
    expect(lucia?.addresses.map(({ value }) => value)).toEqual([LUCIA.userId, LUCIA.phone])
    expect(lucia?.past).toBeUndefined()
    const open = only(stage.conversations().filter(({ state }) => state === 'open'))
    expect(open).toMatchObject({ contactId: luciaId, earlier: [before], assigneeId: ANA })
    stage.wait(minutes(1))
    stage.receive('wamid.4', 'gracias')
    expect(stage.inbound().at(-1)?.conversationId).toBe(open.conversationId)
    const replyToMessageId = stage.messages()[0]?.messageId ?? null
    const answered = stage.write('claro', {
      to: { kind: 'conversation', conversationId: open.conversationId },
      replyToMessageId,
    })
    expect(codesOf(answered)).toEqual([])
  })

  test('the same person: a word said meanwhile holds', () => {
    const { stage, luciaId } = changed()
    stage.receive('wamid.4', 'STOP')
    settle(stage, newcomer(stage), true)
    expect(stage.world.contacts.get(luciaId)?.consents).toContainEqual(expect.objectContaining({ change: 'withdrawn' }))
  })

  test('the same person: what is open on a line they did not write on since goes on there', () => {
    const stage = scene([SALES, SUPPORT])
    stage.receive('wamid.1', 'hola')
    stage.receive('wamid.2', 'hola', { line: SUPPORT })
    stage.wait(minutes(1))
    change(stage, 'wamid.3')
    settle(stage, newcomer(stage), true)
    stage.wait(minutes(1))
    stage.receive('wamid.4', 'sigo aquí', { line: SUPPORT })
    const { conversationId: before } = stage.inbound()[1] ?? {}
    const { conversationId: since } = stage.inbound().at(-1) ?? {}
    expect(since && stage.world.conversations.get(since)?.earlier).toEqual([before])
    expect(stage.conversations().filter(({ state }) => state === 'open')).toHaveLength(2)
  })

  test('the same person: two open conversations on a line become one', () => {
    const { stage, before, luciaId } = changed()
    stage.play({ kind: 'reopen-conversation', conversationId: before, by })
    settle(stage, newcomer(stage), true)
    const open = stage.conversations().filter(({ state, contactId }) => state === 'open' && contactId === luciaId)
    expect(open).toMatchObject([{ earlier: [before] }])
  })

  test('the same person: what is said or done in the earlier conversation is said and done in the later', () => {
    const { stage, before, luciaId } = changed()
    settle(stage, newcomer(stage), true)
    const later = only(stage.conversations().filter(({ state }) => state === 'open'))
    const to = { kind: 'conversation', conversationId: before } as const
    expect(stage.outbound(idOf(stage.write('hola de nuevo', { to }))).conversationId).toBe(later.conversationId)
    stage.play({ kind: 'resolve-conversation', conversationId: before, by })
    expect(stage.conversations().filter(({ state }) => state === 'open')).toEqual([])
    stage.play({ kind: 'reopen-conversation', conversationId: before, by })
    const open = only(stage.conversations().filter(({ state }) => state === 'open'))
    expect([open.conversationId, open.contactId]).toEqual([later.conversationId, luciaId])
  })

  test('the same person, taken back: both are as they were, and the question is asked again', () => {
    const { stage, before, luciaId } = changed()
    const later = newcomer(stage)
    settle(stage, later, true)
    expect(codesOf(settle(stage, later, true))).toEqual(['identity-settled'])
    stage.receive('wamid.4', 'gracias')
    const lineIds = [SALES.lineId, SUPPORT.lineId]
    const { contactId } = later
    stage.play({ kind: 'undo-merge', contactId, intoId: luciaId, by, why: 'era su hermano', lineIds })
    expect(newcomer(stage)).toMatchObject({ contactId, succeeds: later.succeeds, addresses: later.addresses })
    expect(stage.world.contacts.get(luciaId)?.addresses).toEqual([])
    expect(stage.world.conversations.get(before)?.continuedBy).toBeUndefined()
    const open = only(stage.conversations().filter(({ state }) => state === 'open'))
    expect([open.contactId, open.earlier]).toEqual([contactId, undefined])
    const theirs = stage.inbound().filter(({ conversationId }) => conversationId === open.conversationId)
    expect(theirs.map(({ wireId }) => wireId)).toEqual(['wamid.2', 'wamid.3', 'wamid.4'])
    expect(codesOf(settle(stage, newcomer(stage), true))).toEqual([])
  })

  test('another person: both stay apart, and nobody is asked again', () => {
    const { stage, before, luciaId } = changed()
    const contact = newcomer(stage)
    settle(stage, contact, false)
    expect(stage.contacts().filter(({ succeeds }) => succeeds !== undefined)).toEqual([])
    expect(stage.world.contacts.get(luciaId)?.addresses).toEqual([])
    expect(stage.world.conversations.get(before)?.state).toBe('resolved')
    expect(codesOf(settle(stage, contact, true, luciaId))).toEqual(['identity-settled'])
    expect(stage.facts.findLast(({ kind }) => kind === 'identity-settled')).toMatchObject({ isSame: false, by })
  })

  test('nobody becomes the same as somebody who was erased', () => {
    const { stage, luciaId } = changed()
    stage.play({ kind: 'erase-contact', contactId: luciaId, requestId: 'r' as never })
    expect(codesOf(settle(stage, newcomer(stage), true))).toEqual(['contact-erased'])
    expect(codesOf(settle(stage, newcomer(stage), false))).toEqual([])
  })
})
