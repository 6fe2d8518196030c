import { describe, expect, test } from 'vitest'
import { addressOf } from '../contact/contact.ts'
import { hours, minutes, plus } from '#base/time.ts'
import { LUCIA, only, scene } from '../loop/scene.ts'
import type { Call, Content } from './content.ts'

const ringing: Call = { kind: 'call', by: 'contact', state: 'ringing', seconds: null }

describe('a call', () => {
  test('opens the window, counts as unread, and is one row when it ends', () => {
    const stage = scene()
    stage.receive('wacid.1', ringing)
    const ended: Content = { ...ringing, state: 'ended', seconds: 62 }
    const edit: Content = { kind: 'edit', targetWireId: 'wacid.1', content: ended }
    stage.receive('wacid.1/terminate', edit, { sentAt: plus(stage.now(), minutes(1)) })
    expect(stage.conversation()).toMatchObject({ unread: 1, customerWroteAt: stage.now() })
    expect(stage.conversation().lastMessage?.kind).toBe('call')
    expect(stage.messages()[0]?.content).toEqual(ended)
  })
  test('that ended before we heard that it began ends all the same', () => {
    const stage = scene()
    const missed: Content = { ...ringing, state: 'missed' }
    stage.receive('wacid.1/terminate', { kind: 'edit', targetWireId: 'wacid.1', content: missed })
    stage.receive('wacid.1', ringing)
    expect(stage.messages().find(({ wireId }) => wireId === 'wacid.1')?.content).toEqual(missed)
  })
  test('of ours that was refused was refused, in whatever order its news of one second come', () => {
    const news = (['ringing', 'rejected', 'missed'] as const).map((state): Content => ({ ...ringing, by: 'us', state }))
    for (const order of [news, news.toReversed(), [...news, ...news]]) {
      const stage = scene()
      stage.receive('wacid.1', { ...ringing, by: 'us' })
      order.forEach((content, index) =>
        stage.receive(`wacid.1/${index}`, { kind: 'edit', targetWireId: 'wacid.1', content }),
      )
      expect(stage.messages()[0]?.content).toMatchObject({ state: 'rejected' })
      expect(stage.conversation().lastMessage?.outcome).toBe('unanswered')
    }
  })
  test('of ours opens nothing', () => {
    const stage = scene()
    stage.receive('wacid.1', { ...ringing, by: 'us' })
    expect(stage.conversation()).toMatchObject({ unread: 0, customerWroteAt: null, waitingSince: null })
  })
})

describe('what the platform tells of a conversation', () => {
  test.each<Content>([
    { kind: 'welcome' },
    { kind: 'handover', to: 'assistant', note: null },
    { kind: 'payment', reference: 'p', state: 'captured', amountMicros: 1, currency: 'BRL' },
  ])('$kind is shown, and nobody has to answer it', (content) => {
    const stage = scene()
    stage.receive('w.1', content)
    expect(stage.conversation()).toMatchObject({ unread: 0, customerWroteAt: null, waitingSince: null })
    expect(stage.conversation().lastMessage?.kind).toBe(content.kind)
  })
})

describe('what a message came with', () => {
  test('while an assistant answers it opens the window and waits for nobody', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { circumstances: { standby: true } })
    expect(stage.conversation()).toMatchObject({ unread: 0, customerWroteAt: stage.now(), waitingSince: null })
  })
})

describe('somebody known by their user id alone', () => {
  const hidden = { ...LUCIA, userId: 'MX.9', phone: null }
  const card = (waId: string): Content => ({
    kind: 'contacts',
    own: true,
    contacts: [{ name: 'Lucía', phones: [{ phone: `+${waId}`, type: null, waId }], emails: [], organisation: null }],
  })
  test('is reached by the phone they gave', () => {
    const stage = scene()
    stage.receive('wamid.1', card('5215500000001'), { sender: hidden })
    expect(addressOf(only(stage.contacts()), 'phone')?.value).toBe('5215500000001')
  })
  test('keeps apart from whoever has that phone already', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { sender: { ...LUCIA, userId: 'MX.8', phone: '5215500000001' } })
    stage.wait(hours(1))
    stage.receive('wamid.2', card('5215500000001'), { sender: hidden })
    expect(stage.contacts().filter((contact) => addressOf(contact, 'phone') !== null)).toHaveLength(1)
  })
})
