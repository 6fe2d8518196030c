import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '#tools/scratch.ts'
import { readDemoFile } from './demo-file.ts'

test.each(['102290129340398', '202290129340398', '295615685107054'])(
  'the portfolio of account %s is not the account: a token of the one does not read the other',
  (wabaId) => {
    const folder = scratchFolder('hilo-demo-file-')
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'demo.json')
    writeFileSync(path, JSON.stringify({ wabaId }))
    const { waba } = readDemoFile(path)
    expect(waba.id).toBe(wabaId)
    expect(waba.businessId).toMatch(/^2\d{15}$/)
    expect(waba.businessId).not.toBe(wabaId)
  },
)
