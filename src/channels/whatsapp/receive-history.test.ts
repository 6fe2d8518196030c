import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { Inbound } from '#core/loop/command.ts'
import { receive } from './receive.ts'

const METADATA = { display_phone_number: '+52 55 5000 1000', phone_number_id: '106540352242922' }
const CUSTOMER = '5215512345678'
const AT = 1_794_000_000

const read = (value: object) =>
  receive(
    new TextEncoder().encode(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '102290129340398', changes: [{ field: 'history', value: { metadata: METADATA, ...value } }] }],
      }),
    ),
  )
const commandsOf = (value: object) => {
  const received = read(value)
  return received.kind === 'ours' ? received.inbound.flatMap((each) => (isHistory(each) ? [each] : [])) : []
}
const isHistory = (each: Inbound): each is Extract<Inbound, { kind: 'receive-history' }> =>
  each.kind === 'receive-history'

const text = (id: string, about: object = {}) => ({
  from: CUSTOMER,
  id,
  timestamp: String(AT),
  type: 'text',
  text: { body: 'hola' },
  history_context: { status: 'READ' },
  ...about,
})
const chunk = (messages: readonly unknown[], metadata: object = { phase: 1, chunk_order: 2, progress: 55 }) => ({
  history: [{ metadata, threads: [{ id: CUSTOMER, messages }] }],
})

test('a thread comes with its person, both directions, times and how far ours had come', () => {
  const ours = text('wamid.2', { from: '525550001000', to: CUSTOMER, history_context: { status: 'PLAYED' } })
  expect(commandsOf(chunk([text('wamid.1'), ours]))).toMatchObject([
    {
      lineKey: { channel: 'whatsapp', key: '106540352242922' },
      threads: [
        {
          person: { phone: CUSTOMER, userId: null },
          messages: [
            { wireId: 'wamid.1', by: 'contact', sentAt: instant(AT * 1000), content: { kind: 'text', text: 'hola' } },
            { wireId: 'wamid.2', by: 'us', status: 'played' },
          ],
        },
      ],
    },
    { threads: [], told: { phase: 1, progress: 55, problem: null } },
  ])
})

describe('whose a message is', () => {
  test.each<[string, object, 'us' | 'contact']>([
    ['of the person of the thread', {}, 'contact'],
    ['of our own number', { from: '525550001000' }, 'us'],
    ['of another spelling of it, to the person', { from: '5215550001000', to: CUSTOMER }, 'us'],
    ['said to be ours', { history_context: { status: 'SENT', from_me: true } }, 'us'],
    ['said to be theirs', { from: '525550001000', history_context: { from_me: false } }, 'contact'],
  ])('%s', (_, about, by) => {
    expect(commandsOf(chunk([text('wamid.1', about)]))[0]?.threads[0]?.messages[0]?.by).toBe(by)
  })
})

test('thousands of one body are cut into portions; then comes how far it is', () => {
  const messages = Array.from({ length: 2_345 }, (_, index) => text(`wamid.${index}`))
  const commands = commandsOf(chunk(messages))
  expect(commands.map(({ threads }) => threads.flatMap((thread) => thread.messages).length)).toEqual([
    ...Array.from({ length: 23 }, () => 100),
    45,
    0,
  ])
  expect(commands.filter(({ told }) => told !== null)).toEqual([commands.at(-1)])
})

test('a placeholder is one, and its file comes on its own later', () => {
  const image = text('wamid.1', { type: 'image', image: { id: '900', mime_type: 'image/jpeg', caption: 'el ticket' } })
  expect(commandsOf(chunk([text('wamid.1', { type: 'media_placeholder' })]))).toMatchObject([
    { threads: [{ messages: [{ content: { kind: 'placeholder' }, wireMedia: null }] }] },
    { threads: [] },
  ])
  expect(commandsOf({ messages: [image] })).toMatchObject([
    {
      threads: [
        { person: { phone: CUSTOMER }, messages: [{ content: { kind: 'image' }, wireMedia: { mime: 'image/jpeg' } }] },
      ],
      told: null,
    },
  ])
  const ours = { ...image, from: '525550001000', to: CUSTOMER }
  expect(commandsOf({ messages: [ours] })).toMatchObject([
    { threads: [{ person: { phone: CUSTOMER }, messages: [{ by: 'us' }] }] },
  ])
})

test('a company that does not share its chats says so', () => {
  const errors = [{ code: 2593109, title: 'History sync is turned off', message: 'off' }]
  expect(commandsOf({ history: [{ errors }] })).toMatchObject([
    { threads: [], told: { phase: null, progress: null, problem: { code: '2593109' } } },
  ])
})

test('what cannot be placed is set aside, and its neighbours pass', () => {
  const bad = [text('', {}), text('wamid.2', { timestamp: 'ayer' }), null]
  const received = read(chunk([bad[0], text('wamid.1'), bad[1], bad[2]], {}))
  expect(received).toMatchObject({ setAside: bad.map((raw) => ({ raw })) })
  expect(received).toMatchObject({ inbound: [{ threads: [{ messages: [{ wireId: 'wamid.1' }] }] }] })
  const odd = [{ threads: 7 }, {}, 8, { threads: [9, { id: CUSTOMER, messages: 'x' }] }]
  expect(read({ history: odd })).toMatchObject({ inbound: [], setAside: { length: 5 } })
})

test('a shape nobody has heard of is kept as it is', () => {
  expect(read({ archive: [] })).toMatchObject({ inbound: [{ kind: 'receive-notice', field: 'history' }] })
})
