import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What a process of its own prints when it logs this. */
function logged(about: object): string {
  const module = pathToFileURL(path.join(import.meta.dirname, 'log.ts')).href
  const script = `import { createLog } from '${module}'; createLog('info').info(${JSON.stringify(about)}, 'something')`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
}

test('what people say and who they are is blotted out, two levels deep; ids stay', () => {
  const contact = { phone: '5215512345678', name: 'Lucía', contactId: 'c-1' }
  const line = logged({ text: 'hola', contact, message: { content: { caption: 'mi pago' } }, accessToken: 'EAAG' })
  for (const secret of ['hola', '5215512345678', 'Lucía', 'mi pago', 'EAAG']) expect(line).not.toContain(secret)
  expect(line).toContain('c-1')
  expect(line).toContain('something')
})
