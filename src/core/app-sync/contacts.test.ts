import { describe, expect, test } from 'vitest'
import { type Duration, minutes, plus } from '#base/time.ts'
import { displayName } from '../contact/contact.ts'
import { LUCIA, only, SALES, scene } from '../loop/scene.ts'
import type { AddAppContacts, AppContact } from './portion.ts'

type Stage = ReturnType<typeof scene>
const EFFECT = 'effect' as AddAppContacts['effectId']
const PHONE = LUCIA.phone ?? ''

const add = (stage: Stage, ...contacts: readonly AppContact[]) =>
  stage.play({ kind: 'add-app-contacts', effectId: EFFECT, line: SALES, contacts })
const entry = (stage: Stage, name: string | null, after = 0): AppContact => ({
  phone: PHONE,
  name,
  at: plus(stage.now(), minutes(after)),
})

test('who is in the address book is a contact, called as there, and no conversation begins', () => {
  const stage = scene()
  const { finished } = add(stage, entry(stage, 'Lucía (quiosco)'))
  expect(displayName(only(stage.contacts()))).toBe('Lucía (quiosco)')
  expect(stage.conversations()).toEqual([])
  expect(finished).toEqual([EFFECT])
})

test('thousands come in one batch and are one contact each, however often they come', () => {
  const stage = scene()
  const many = Array.from({ length: 3_000 }, (_, index) => ({
    phone: `52155${String(10_000_000 + index)}`,
    name: `Cliente ${index}`,
    at: stage.now(),
  }))
  add(stage, ...many)
  const { facts } = add(stage, ...many.toReversed())
  expect(stage.contacts()).toHaveLength(3_000)
  expect(facts).toEqual([])
})

test('somebody who wrote already keeps the name they chose, and is shown by the business’s own', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  add(stage, { ...entry(stage, 'Lucía (quiosco)'), phone: '525512345678' })
  const contact = only(stage.contacts())
  expect(contact).toMatchObject({ name: 'Lucía Paredes', listed: { name: 'Lucía (quiosco)' } })
  expect(contact.addresses).toHaveLength(2)
  stage.wait(minutes(5))
  stage.receive('wamid.2', 'otra vez', { sender: { ...LUCIA, name: 'Lu ✨' } })
  expect(displayName(only(stage.contacts()))).toBe('Lucía (quiosco)')
})

test('taken out of the address book, they stay with all they said', () => {
  const stage = scene()
  stage.receive('wamid.1', 'hola')
  add(stage, entry(stage, 'Lucía (quiosco)'), entry(stage, null, 1))
  expect(displayName(only(stage.contacts()))).toBe('Lucía Paredes')
  expect(stage.messages()).toHaveLength(1)
})

describe('older news never undo younger, in any order', () => {
  const steps: readonly [string | null, number][] = [
    ['Lucía', 0],
    [null, 1],
    ['Lucía Paredes', 2],
    [null, 2],
    ['Lu', 1],
  ]
  test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[3, 2, 0, 4, 1]], [[2, 2, 3, 3, 1, 0, 4, 4]]])('%j', (order) => {
    const stage = scene()
    for (const index of order) {
      const [name, after] = steps[index] ?? ['', 0]
      add(stage, entry(stage, name, after))
    }
    expect(only(stage.contacts()).listed).toEqual({
      name: 'Lucía Paredes',
      at: plus(stage.now(), (2 * 60_000) as Duration),
    })
  })
})

test('what a channel read only waits its turn', () => {
  const stage = scene()
  const contacts = [entry(stage, 'Lucía')]
  stage.play({ kind: 'receive-app-contacts', line: SALES, contacts })
  expect(stage.contacts()).toEqual([])
  expect(only(stage.effects)).toMatchObject({ kind: 'add-app-contacts', lineId: SALES.lineId, contacts })
})
