import { describe, expect, test } from 'vitest'
import { seconds } from '#base/time.ts'
import { codesOf, idOf, LUCIA, REMINDER, SALES, scene } from '../loop/scene.ts'
import type { Content } from '../message/content.ts'

type Stage = ReturnType<typeof scene>
const STANDBY = { circumstances: { standby: true } } as const
const handover = (to: 'assistant' | 'us' | 'other'): Content => ({ kind: 'handover', to, note: null })
const ownerOf = (stage: Stage) => stage.conversation().control?.owner
const assistantSays = (stage: Stage, wireId: string) =>
  stage.play({
    ...{ kind: 'receive-echo', line: SALES, wireId, recipient: LUCIA, sentAt: stage.now(), wireMedia: null },
    ...{ content: { kind: 'text', text: 'Soy el asistente' }, replyToWireId: null, by: 'assistant' },
  })
const inStandby = () => {
  const stage = scene()
  stage.receive('w.1', 'hola', STANDBY)
  stage.wait(seconds(10))
  return stage
}

describe('who answers a conversation', () => {
  test('nobody is named where only we ever answered', () => {
    const stage = scene()
    stage.receive('w.1', 'hola')
    stage.deliver('buenas', 'o.1')
    expect(stage.conversation().control).toBeUndefined()
  })
  test('the assistant, as soon as we only listen', () => {
    expect(ownerOf(inStandby())).toBe('assistant')
  })
  test('the assistant, when it is heard answering', () => {
    const stage = scene()
    assistantSays(stage, 'o.1')
    expect(ownerOf(stage)).toBe('assistant')
  })
  test('we, once it passes the conversation on, and it again when it is given back', () => {
    const stage = inStandby()
    stage.receive('h.1', handover('us'))
    expect(ownerOf(stage)).toBe('us')
    stage.wait(seconds(5))
    stage.receive('h.2', handover('assistant'))
    expect(ownerOf(stage)).toBe('assistant')
  })
  test('we, by writing; a template takes nothing', () => {
    const stage = inStandby()
    const { groupKey, name, language, category } = REMINDER
    stage.addTemplate(REMINDER)
    const filled = { name, language, category, values: [{ part: 'body', buttonIndex: null, name: '1', value: 'Ana' }] }
    const content = { kind: 'template', template: { ...filled, rendered: { body: 'Hola', buttons: [] } } } as never
    const messageId = idOf(stage.write('recordatorio', { content, template: { groupKey, name, language } }))
    stage.begin(messageId, { groupKey, name, language })
    stage.settle(messageId, { kind: 'accepted', wireId: 'o.1', recipient: { userId: null, phone: null } })
    expect(ownerOf(stage)).toBe('assistant')
    stage.deliver('la atiendo yo', 'o.2')
    expect(ownerOf(stage)).toBe('us')
  })
  test('is the same whichever order we hear it in, and however often', () => {
    const begun = scene().now()
    const news = [
      (stage: Stage) => stage.receive('w.1', 'hola', { ...STANDBY, sentAt: begun }),
      (stage: Stage) => stage.receive('h.1', handover('us'), { sentAt: (begun + 5_000) as typeof begun }),
      (stage: Stage) => stage.receive('h.2', handover('other'), { sentAt: (begun + 9_000) as typeof begun }),
    ]
    const orders = [news, news.toReversed(), [...news, ...news], [news[1], news[2], news[0]]]
    expect(
      orders.map((order) => {
        const stage = scene()
        for (const tell of order) tell?.(stage)
        return ownerOf(stage)
      }),
    ).toEqual(['other', 'other', 'other', 'other'])
  })
  test('of handing over and writing in one second, it is ours', () => {
    const stage = scene()
    stage.receive('h.1', handover('us'))
    stage.receive('w.1', 'hola', STANDBY)
    expect(ownerOf(stage)).toBe('us')
  })
})

describe('while another answers', () => {
  test('an agent may write, and so takes it', () => {
    expect(codesOf(inStandby().write('la atiendo yo'))).toEqual([])
  })
  test('the house says nothing by itself: that would take it', () => {
    const stage = inStandby()
    expect(codesOf(stage.write('aviso', { by: { kind: 'system' } }))).toEqual(['conversation-elsewhere'])
    stage.receive('h.1', handover('us'))
    expect(codesOf(stage.write('aviso', { by: { kind: 'system' } }))).toEqual([])
  })
})
