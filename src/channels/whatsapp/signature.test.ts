import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signerOf } from './signature.ts'

const BODY = new TextEncoder().encode('{"text":"\\u00a1hola\\/!"}')
const OURS = { appId: 'tienda', secret: 's3cret' }
const NEXT = { appId: 'tienda', secret: 'n3xt' }
const digestBy = (secret: string, body = BODY) => createHmac('sha256', secret).update(body).digest('hex')
const headerBy = (secret: string, body = BODY) => `sha256=${digestBy(secret, body)}`

describe('a webhook is signed', () => {
  test('by the app whose secret made its signature, also while secrets are being exchanged', () => {
    expect(signerOf(BODY, headerBy('s3cret'), [OURS, NEXT])).toBe(OURS)
    expect(signerOf(BODY, headerBy('n3xt'), [OURS, NEXT])).toBe(NEXT)
  })
})

describe('a webhook is signed by nobody', () => {
  test.each([
    ['without a header', undefined],
    ['with an empty header', ''],
    ['with two headers', [headerBy('s3cret'), headerBy('s3cret')]],
    ['with the digest alone', digestBy('s3cret')],
    ['with capital digits', headerBy('s3cret').toUpperCase()],
    ['with a digit too few', headerBy('s3cret').slice(0, -1)],
    ['with a digit too many', `${headerBy('s3cret')}0`],
    ['with a line end behind', `${headerBy('s3cret')}\n`],
    ['with a weaker hash', `sha1=${digestBy('s3cret')}`],
    ['with another secret', headerBy('guess')],
  ])('%s', (_, header) => {
    expect(signerOf(BODY, header, [OURS, NEXT])).toBeNull()
  })
  test('when a byte changed', () => {
    expect(signerOf(new TextEncoder().encode('{"text":"¡hola/!"}'), headerBy('s3cret'), [OURS])).toBeNull()
  })
  test('when no secret is known, or the known one is empty', () => {
    expect(signerOf(BODY, headerBy('s3cret'), [])).toBeNull()
    expect(signerOf(BODY, headerBy(''), [{ secret: '' }])).toBeNull()
  })
})
