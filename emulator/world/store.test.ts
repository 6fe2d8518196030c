import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './store.ts'

let directory: string
beforeEach(() => void (directory = mkdtempSync('/tmp/emulator-store-')))
afterEach(() => rmSync(directory, { recursive: true }))

describe('the journal', () => {
  it('gives back puts, patches and removals, in order', () => {
    const store = openStore(directory)
    const table = store.table<{ a: number; b?: number }>('rows')
    table.put('one', { a: 1 })
    table.put('two', { a: 2 })
    table.put('three', { a: 3 })
    table.patch('one', { b: 9 })
    table.remove('two')
    store.close()
    const again = openStore(directory)
    expect([...again.table('rows').all()]).toEqual([{ a: 1, b: 9 }, { a: 3 }])
    again.close()
    expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })
  it('reads over a line a crash has torn', () => {
    const store = openStore(directory)
    store.table('rows').put('one', { a: 1 })
    store.close()
    appendFileSync(join(directory, 'journal.jsonl'), '["rows","two",{"a"')
    const again = openStore(directory)
    expect([...again.table('rows').all()]).toEqual([{ a: 1 }])
    again.close()
  })
  it('is with the operating system at the end of the turn, without closing', async () => {
    const store = openStore(directory)
    store.table('rows').put('one', { a: 1 })
    await Promise.resolve()
    expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8')).toContain('"one"')
    store.close()
  })
})
