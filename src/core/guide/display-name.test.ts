import { describe, expect, test } from 'vitest'
import { checkName, supportFor } from './display-name.ts'

const SITE = 'Inicio. Financiera Áurora ofrece créditos desde 1998. Aurora Ventas le atiende de 9 a 18 h.'
const check = (name: string, siteText = '', legalName = 'Financiera Aurora S.A. de C.V.') =>
  checkName(name, { legalName, siteText }).map(({ severity, code }) => `${severity} ${code}`)

describe('a display name', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['the company’s name', 'Financiera Aurora', []],
    ['its brand with an area', 'Aurora Cobros', []],
    ['two letters', 'Au', ['error name-short']],
    ['only what it does', 'Soporte y Ventas', ['error name-generic']],
    ['only where it is', 'Ventas México', ['error name-generic']],
    ['all in capitals', 'FINANCIERA AURORA', ['warning name-capitals']],
    ['an acronym is no shouting', 'BBVA', ['warning name-unsupported']],
    ['a face', 'Aurora 😀', ['error name-emoji']],
    ['an address', 'www.aurora.mx', ['error name-address']],
    ['signs', 'Aurora!!! #1', ['error name-signs']],
    ['two spaces', 'Aurora  Ventas', ['error name-spaces']],
    ['a name of Meta’s', 'Aurora WhatsApp', ['error name-meta']],
    ['somebody else’s', 'Taller Pérez', ['warning name-unsupported']],
  ])('%s', (_name, displayName, found) => {
    expect(check(displayName)).toEqual(found)
  })
  test.each([
    ['FINANCIERA DE LA AURORA', 'Financiera de la Aurora'],
    ['Aurora 😀 Ventas', 'Aurora Ventas'],
    ['Aurora  Ventas', 'Aurora Ventas'],
    ['Aurora WhatsApp', 'Aurora'],
    [' Aurora ', 'Aurora'],
  ])('“%s” is mended to “%s” at one click', (name, mend) => {
    expect(checkName(name, { legalName: 'Aurora', siteText: '' })[0]?.mend).toBe(mend)
  })
  test('a place is where the eye looks for it', () => {
    expect(checkName('Aurora 😀', { legalName: 'Aurora', siteText: '' })[0]?.span).toEqual({ start: 7, end: 9 })
  })
})

describe('a company’s site', () => {
  test('carries a name whatever its accents and capitals, and shows where', () => {
    expect(supportFor('financiera aurora', SITE)).toMatchObject({
      kind: 'name',
      excerpt: expect.stringContaining('Financiera Áurora ofrece'),
    })
  })
  test('may carry some of its words, or none', () => {
    expect(supportFor('Créditos Boreal', SITE)).toEqual({ kind: 'words', words: ['creditos'] })
    expect(supportFor('Taller Pérez', SITE)).toEqual({ kind: 'nothing' })
  })
  test('decides on a brand that is not in the legal name', () => {
    expect(check('Boreal', 'Boreal es una marca de Grupo XYZ', 'Grupo XYZ')).toEqual([])
    expect(check('Boreal', 'Bienvenidos a nuestra casa', 'Grupo XYZ')).toEqual(['error name-not-on-site'])
    expect(check('Créditos Boreal', SITE, 'Grupo XYZ')).toEqual(['warning name-partly-supported'])
  })
})

test('without a company and a site there is nothing to hold a name against', () => {
  const found = checkName('Taller Pérez', { legalName: '', siteText: '' })
  expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning name-unproven'])
})
