import { expect, test } from 'vitest'
import { websiteFrom } from './website.ts'

test.each([
  ['nothing stays nothing', '  ', ''],
  ['an address stays as it is', 'http://aurora.mx/a?b=1', 'http://aurora.mx/a?b=1'],
  ['a bare site is reached by https', ' aurora.mx ', 'https://aurora.mx'],
  ['with www, a port and a path', 'www.aurora.com.mx:8443/inicio', 'https://www.aurora.com.mx:8443/inicio'],
  ['letters of any script', 'señal.example', 'https://señal.example'],
  ['a script is no site', 'javascript:alert(1)', null],
  ['a word is no site', 'aurora', null],
  ['an e-mail address is no site', 'ana@aurora.mx', null],
  ['nor is a sentence', 'no tenemos', null],
  ['nor what never ends', `a.${'b'.repeat(300)}`, null],
])('%s', (_, text, site) => {
  expect(websiteFrom(text)).toBe(site)
})
