import { expect, test } from 'vitest'
import { isMisnamed, type Media } from './media.ts'

const file = (filename: string | null, mime: string, state: Media['state'] = 'stored') => ({ filename, mime, state })

test.each([
  ['a page called PDF', file('factura.PDF', 'text/html'), true],
  ['bytes of nothing known called a picture', file('foto.jpg', 'application/octet-stream'), true],
  ['a PDF', file('factura.pdf', 'application/pdf'), false],
  ['a picture with a parameter', file('a.jpeg', 'image/jpeg; q=1'), false],
  ['a name that promises nothing', file('datos.xlsx', 'application/zip'), false],
  ['no name', file(null, 'text/html'), false],
  ['what has not come yet', file('factura.pdf', 'text/html', 'waiting'), false],
])('%s', (_name, media, misnamed) => {
  expect(isMisnamed(media)).toBe(misnamed)
})
