import { describe, expect, test } from 'vitest'
import { type Instant, minutes, plus, seconds } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { Sender } from '../contact/contact.ts'
import type { CommandBody } from '../loop/command.ts'
import { codesOf, idOf, LUCIA, only, REMINDER, SALES, scene } from '../loop/scene.ts'
import { groupAfter, type GroupEvent, present, UNKNOWN_GROUP } from './group.ts'

const GROUP = 'Y2FwaV9ncm91cA=='
const IN_GROUP = { circumstances: { group: GROUP } }
const PEDRO: Sender = { userId: 'MX.77', phone: '5215500000077', name: 'Pedro', username: null }
const [ONE, TWO] = ['one' as ContactId, 'two' as ContactId]
const at = (second: number): Instant => (second * 1_000) as Instant

type Stage = ReturnType<typeof scene>
const groupOf = (stage: Stage) => only(stage.contacts().filter(({ group }) => group !== undefined))
const threadOf = (stage: Stage) => {
  const { contactId } = groupOf(stage)
  return only(stage.conversations().filter((conversation) => conversation.contactId === contactId))
}
const tell = (stage: Stage, event: GroupEvent, who: readonly Sender[] = [], about: Partial<News> = {}) =>
  stage.play({
    kind: 'receive-group',
    line: SALES,
    wireId: `group/${event}/${who.map(({ phone }) => phone).join()}/${about.subject ?? ''}`,
    group: GROUP,
    sentAt: stage.now(),
    event,
    who,
    subject: null,
    description: null,
    ...about,
  })
type News = Extract<CommandBody, { kind: 'receive-group' }>

describe('news of a group end in the same group in any order and any number of times', () => {
  const news: readonly [GroupEvent, readonly ContactId[], string | null, number][] = [
    ['created', [], 'Obra', 1],
    ['joined', [ONE], null, 2],
    ['joined', [TWO], null, 3],
    ['left', [ONE], null, 5],
    ['removed', [TWO], null, 6],
    ['joined', [ONE], null, 7],
    ['renamed', [], 'Obra norte', 8],
    ['suspended', [], null, 9],
    ['resumed', [], null, 10],
  ]
  const told = (order: typeof news) =>
    order.reduce(
      (group, [event, who, subject, second]) =>
        groupAfter(group, { event, who, subject, description: null }, at(second)),
      UNKNOWN_GROUP,
    )
  test.each([
    ['as they happened', news],
    ['backwards', news.toReversed()],
    ['all of them twice', [...news, ...news]],
    ['the late ones first', [...news.slice(5), ...news.slice(0, 5)]],
  ])('%s', (_, order) => {
    const group = told(order)
    expect(group.subject.value).toBe('Obra norte')
    expect(group.state.value).toBe('active')
    expect(present(group).map(({ contactId }) => contactId)).toEqual([ONE])
  })
  test('who came and went in one second is gone, whichever we hear of first', () => {
    const both: typeof news = [
      ['joined', [ONE], null, 4],
      ['left', [ONE], null, 4],
    ]
    expect(present(told(both))).toEqual([])
    expect(present(told(both.toReversed()))).toEqual([])
  })
})

describe('a group has a thread of its own', () => {
  test('what somebody says there stands there, and what they say alone with them', () => {
    const stage = scene()
    stage.receive('w.1', 'en privado')
    stage.receive('w.2', 'para todos', IN_GROUP)
    stage.receive('w.3', 'yo también', { ...IN_GROUP, sender: PEDRO })
    const thread = threadOf(stage)
    const said = stage.inbound().filter(({ conversationId }) => conversationId === thread.conversationId)
    expect(said.map(({ wireId }) => wireId)).toEqual(['w.2', 'w.3'])
    expect(stage.conversations()).toHaveLength(2)
    expect(stage.contacts()).toHaveLength(3)
    const [lucia, pedro] = [stage.contactWith('5215512345678'), stage.contactWith('5215500000077')]
    expect(said.map(({ writerId }) => writerId)).toEqual([lucia?.contactId, pedro?.contactId])
    expect(thread.lastMessage).toMatchObject({ preview: 'yo también', writerId: pedro?.contactId })
    expect(groupOf(stage).group?.participants.map(({ contactId }) => contactId)).toEqual([
      lucia?.contactId,
      pedro?.contactId,
    ])
    expect(lucia?.groups).toEqual([groupOf(stage).contactId])
  })
  test('its window is its own: whoever writes there opens it for all of them, and nobody’s own', () => {
    const stage = scene()
    stage.receive('w.1', 'hola', { sentAt: plus(stage.now(), minutes(-30)) })
    const alone = stage.conversation()
    stage.receive('w.2', 'para todos', IN_GROUP)
    expect(threadOf(stage)).toMatchObject({ unread: 1, customerWroteAt: stage.now(), waitingSince: stage.now() })
    expect(stage.conversations().find(({ conversationId }) => conversationId === alone.conversationId)).toEqual(alone)
  })
  test('a stop said before others stops nothing', () => {
    const stage = scene()
    stage.receive('w.1', 'BAJA', IN_GROUP)
    expect(stage.facts.filter(({ kind }) => kind === 'consent-recorded' || kind === 'message-queued')).toEqual([])
  })
  test('each of them may react once, and nobody takes back what another did', () => {
    const stage = scene()
    stage.receive('w.1', 'para todos', IN_GROUP)
    const react = (wireId: string, emoji: string | null, sender: Sender, second: number) =>
      stage.receive(
        wireId,
        { kind: 'reaction', targetWireId: 'w.1', emoji },
        {
          ...{ ...IN_GROUP, sender },
          sentAt: plus(stage.now(), seconds(second)),
        },
      )
    react('r.1', '👍', LUCIA, 1)
    react('r.2', '🙏', PEDRO, 2)
    react('r.3', null, LUCIA, 3)
    expect(stage.inbound()[0]?.reactions.map(({ emoji }) => emoji)).toEqual(['🙏', null])
  })
  test('what is told of it stands there too, once, and asks nobody for an answer', () => {
    const stage = scene()
    tell(stage, 'created', [], { subject: 'Obra' })
    tell(stage, 'joined', [PEDRO])
    tell(stage, 'joined', [PEDRO])
    expect(groupOf(stage)).toMatchObject({ name: 'Obra', group: { subject: { value: 'Obra' } } })
    expect(stage.inbound().map(({ content }) => content)).toMatchObject([
      { kind: 'group-event', event: 'created', text: 'Obra' },
      { kind: 'group-event', event: 'joined', who: [stage.contactWith('5215500000077')?.contactId] },
    ])
    expect(threadOf(stage)).toMatchObject({ unread: 0, customerWroteAt: null, waitingSince: null })
  })
})

describe('what we send to a group', () => {
  const sent = () => {
    const stage = scene()
    stage.receive('w.1', 'para todos', IN_GROUP)
    stage.receive('w.2', 'sí', { ...IN_GROUP, sender: PEDRO })
    const messageId = idOf(stage.write('Hola a todos', to(stage)))
    stage.begin(messageId)
    return { stage, messageId }
  }
  const to = (stage: Stage) => ({
    to: { kind: 'conversation' as const, conversationId: threadOf(stage).conversationId },
  })
  const accept = ({ stage, messageId }: ReturnType<typeof sent>) =>
    stage.settle(messageId, { kind: 'accepted', wireId: 'o.1', recipient: { userId: null, phone: GROUP } })
  const heard = (stage: Stage, status: 'sent' | 'delivered' | 'read' | 'failed', who: Sender | null, second: number) =>
    stage.report('o.1', status, {
      isInGroup: true,
      recipient: { userId: null, phone: who?.phone ?? null },
      statusAt: plus(stage.now(), seconds(second)),
      ...(status === 'failed' && { problem: { code: '131026', title: 'Undeliverable', details: null } }),
    })

  test('is heard of person by person, in any order, also before our own send returned', () => {
    const orders = [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1, 2, 0],
    ]
    const ends = orders.map((order) => {
      const both = sent()
      const reports = [
        () => heard(both.stage, 'sent', null, 1),
        () => heard(both.stage, 'delivered', LUCIA, 2),
        () => heard(both.stage, 'read', LUCIA, 3),
        () => heard(both.stage, 'delivered', PEDRO, 4),
      ]
      order.forEach((index, turn) => {
        reports[index]?.()
        if (turn === 1) accept(both)
      })
      const { status, receipts } = both.stage.outbound(both.messageId)
      const seen = (receipts ?? []).map((receipt) => `${receipt.status} ${receipt.at - both.stage.now()}`)
      return { status, seen: seen.toSorted() }
    })
    expect(ends).toEqual(orders.map(() => ({ status: 'read', seen: ['delivered 4000', 'read 3000'] })))
  })
  test('that did not reach one of them has not failed: the others have it', () => {
    const both = sent()
    accept(both)
    heard(both.stage, 'failed', PEDRO, 1)
    const { contactId } = both.stage.contactWith('5215500000077') ?? {}
    expect(both.stage.outbound(both.messageId)).toMatchObject({
      ...{ status: 'sent', problem: null },
      receipts: [{ contactId, status: 'failed', code: '131026' }],
    })
    expect(threadOf(both.stage).failedSends).toBe(0)
  })
  test('that failed as a whole has failed', () => {
    const both = sent()
    accept(both)
    heard(both.stage, 'failed', null, 1)
    expect(both.stage.outbound(both.messageId)).toMatchObject({ status: 'failed', problem: { code: '131026' } })
  })
  test('teaches us no address of the group', () => {
    const both = sent()
    accept(both)
    heard(both.stage, 'delivered', LUCIA, 1)
    expect(groupOf(both.stage).addresses.map(({ kind }) => kind)).toEqual(['group'])
  })
  test.each([
    ['suspended', 'group-closed'],
    ['deleted', 'group-closed'],
    ['resumed', ''],
  ] as const)('after it was %s: %s', (event, code) => {
    const { stage } = sent()
    stage.wait(seconds(1))
    tell(stage, event)
    expect(codesOf(stage.write('otra vez', to(stage))).join()).toBe(code)
  })
  test.each([
    ['a location', { kind: 'location', latitude: 1, longitude: 1, name: null, address: null }, 'group-content'],
    ['a call button', { kind: 'call-request', body: 'x' }, 'group-content'],
    ['a text', { kind: 'text', text: 'x' }, ''],
  ] as const)('%s: %s', (_, content, code) => {
    const { stage } = sent()
    expect(codesOf(stage.write('contenido', { ...to(stage), content })).join()).toBe(code)
  })
  test.each([
    ['advertising', { ...REMINDER, category: 'MARKETING' }, 'group-content'],
    ['a code', { ...REMINDER, category: 'AUTHENTICATION' }, 'group-content'],
    ['a notice', REMINDER, ''],
  ] as const)('%s by template: %s', (_, template, code) => {
    const { stage } = sent()
    stage.addTemplate(template)
    const { groupKey, name, language } = template
    const filled = {
      ...{
        name,
        language,
        category: template.category,
        values: [{ part: 'body' as const, buttonIndex: null, name: '1', value: 'Ana' }],
      },
      rendered: { header: null, body: 'Hola', footer: null, buttons: [] },
    }
    const content = { kind: 'template' as const, template: filled } as never
    expect(
      codesOf(stage.write('plantilla', { ...to(stage), content, template: { groupKey, name, language } })),
    ).toEqual(code === '' ? [] : expect.arrayContaining([code]))
  })
})
