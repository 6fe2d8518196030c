import { expect, test } from 'vitest'
import { blotted, secretsOf } from './blot.ts'

const wire = {
  method: 'POST',
  path: '/1/register?access_token=EA%2Fquery',
  body: { pin: '482915', text: 'Hola' },
} as const
const secrets = secretsOf('900|app-secret-here', wire)
const no = (message: string) =>
  ({ kind: 'answered', status: 400, body: { error: { message, code: 100 } }, retryAfterMs: null }) as const

test.each([
  ['the token', 'Bad token 900|app-secret-here', 'Bad token •••'],
  ['the secret in it', 'Bad secret app-secret-here.', 'Bad secret •••.'],
  ['a PIN', "Param pin '482915' is wrong", "Param pin '•••' is wrong"],
  ['what stood in the address, as it stood there', 'EA/query EA%2Fquery', '••• •••'],
  ['nothing else', 'Hola 1', 'Hola 1'],
])('a no loses %s', (_what, said, left) => {
  expect(blotted(no(said), secrets)).toEqual(no(left))
})

test('a no loses them wherever it says them, also without an answer', () => {
  const body = { error: { error_data: [{ details: 'pin 482915' }], '482915': 1 } }
  const shown = JSON.stringify(blotted({ kind: 'answered', status: 500, body, retryAfterMs: null }, secrets))
  expect(shown).not.toContain('482915')
  expect(blotted({ kind: 'lost', reason: 'reset at 482915' }, secrets)).toEqual({
    kind: 'lost',
    reason: 'reset at •••',
  })
})

test('a yes is left as it is', () => {
  const yes = { kind: 'answered', status: 200, body: { access_token: '482915' }, retryAfterMs: null } as const
  expect(blotted(yes, secrets)).toBe(yes)
})
