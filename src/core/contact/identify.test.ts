import { describe, expect, test } from 'vitest'
import type { LineId } from '../account/account.ts'
import type { Line } from '../line/line.ts'
import { LUCIA, SALES, scene } from '../loop/scene.ts'
import { presentAddresses, userIdAt } from './contact.ts'

const ownedBy = (line: Line, portfolioKey: string): Line => ({
  ...line,
  group: { name: portfolioKey, portfolioKey, portfolioName: portfolioKey },
})
const WEST = ownedBy(SALES, 'west')
const EAST = ownedBy(
  { ...SALES, lineId: 'east' as LineId, key: '106540352242999', groupKey: '102290129340999' },
  'east',
)
const UNREAD: Line = { ...EAST, lineId: 'unread' as LineId, key: '106540352242998' }
const AT_EAST = { ...LUCIA, userId: 'MX.8888' }

describe('a person whom two portfolios know by two user ids', () => {
  test('is one contact, with both', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { line: WEST })
    stage.receive('wamid.2', 'también aquí', { line: EAST, sender: AT_EAST })
    const [contact, ...others] = stage.contacts()
    expect(others).toEqual([])
    expect(contact?.succeeds).toBeUndefined()
    expect(contact && [WEST, EAST].map((line) => userIdAt(contact, line)?.value)).toEqual([LUCIA.userId, 'MX.8888'])
    expect(contact && presentAddresses(contact, 'whatsapp').map(({ value }) => value)).toEqual(
      expect.arrayContaining([LUCIA.userId, LUCIA.phone, 'MX.8888']),
    )
  })

  test('is somebody else once a portfolio shows the phone with another user id of its own', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { line: WEST })
    stage.receive('wamid.2', 'también aquí', { line: EAST, sender: AT_EAST })
    stage.receive('wamid.3', 'soy Pedro', { line: EAST, sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    expect(stage.contacts()).toHaveLength(2)
    expect(stage.contactWith(LUCIA.phone ?? '')?.name).toBe('Pedro')
  })

  test('is somebody else too where it is not known whose the user id is', () => {
    const stage = scene()
    const { group: _, ...line } = UNREAD
    stage.receive('wamid.1', 'hola', { line: WEST })
    stage.receive('wamid.2', 'soy Pedro', { line, sender: { ...LUCIA, userId: 'MX.9999', name: 'Pedro' } })
    expect(stage.contacts()).toHaveLength(2)
  })

  test('goes on under the new id when their user id changes in one of them', () => {
    const stage = scene()
    stage.receive('wamid.1', 'hola', { line: WEST })
    const after = { userId: 'MX.7777', phone: null, name: null, username: null }
    const before = { ...AT_EAST, phone: LUCIA.phone }
    const about = { line: EAST, before, after, change: 'user_changed_user_id', text: 'Cambió de id' }
    stage.play({ kind: 'change-identity', wireId: 'wamid.2', sentAt: stage.now(), ...about })
    stage.receive('wamid.3', 'soy yo', { line: EAST, sender: { ...LUCIA, userId: 'MX.7777' } })
    expect(stage.contacts()).toHaveLength(1)
  })
})
