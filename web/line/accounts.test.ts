import { expect, test } from 'vitest'
import type { LineView } from '#contract/views.ts'
import { accountOf, accountsOf } from './accounts.ts'

const line = (id: string, wabaId: string, accountName?: string): LineView =>
  ({
    id,
    wabaId,
    name: id,
    account: accountName === undefined ? null : { name: accountName, portfolioId: '1', portfolioName: 'Aurora' },
  }) as LineView
const lines = [line('Ventas', '1', 'Aurora'), line('Soporte', '1', 'Aurora'), line('Norte', '2'), line('Sur', '2')]

test('accounts are named by Meta, else by their numbers, each once', () => {
  expect(accountsOf(lines)).toEqual([
    { wabaId: '1', lineId: 'Ventas', name: 'Aurora' },
    { wabaId: '2', lineId: 'Norte', name: 'Norte, Sur' },
  ])
})

test('a number leads to its account, whichever of its numbers it is', () => {
  expect(accountOf(lines, 'Sur')?.wabaId).toBe('2')
  expect(accountOf(lines, 'gone')).toBeUndefined()
  expect(accountOf(lines, undefined)).toBeUndefined()
})
