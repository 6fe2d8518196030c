import { afterAll, describe, expect, test } from 'vitest'
import { createLibrary } from './library.ts'
import { createSpeller } from './speller.ts'

const { misspelt } = createLibrary()
const speller = createSpeller()
afterAll(() => speller.close())

describe('a dictionary', () => {
  test.each([
    ['es_MX', 'envío agendar descargarlos comuníquese celular whatsapp reagendar actualizaremos'],
    ['es_CO', 'envío cédula domicilio parqueadero comuníquese'],
    ['es_CL', 'boleta comuna cédula despachado'],
    ['es_AR', 'podés tenés contestanos escribinos nafta factura'],
    ['es_ES', 'tramitado móvil albarán vuestro zapatillas parrillas notificaciones'],
    ['en_US', 'delivered color canceled rescheduled you’re don’t'],
    ['en_GB', 'delivered colour cancelled'],
    ['pt_BR', 'você agendamento boleto desconsidere cadastrado remarcada'],
  ])('of %s knows everyday words', (language, words) => {
    expect(misspelt(words.replaceAll('’', "'").split(' '), language)).toEqual([])
  })

  test.each([
    ['es_MX', 'recivir', 'recibir'],
    ['es_ES', 'tambien', 'también'],
    ['es_CO', 'mensage', 'mensaje'],
    ['en_US', 'recieve', 'receive'],
    ['pt_BR', 'voce', 'você'],
    ['pt_BR', 'confirmacao', 'confirmação'],
  ])('of %s takes %s for %s', (language, wrong, right) => {
    const [found] = misspelt([wrong], language)
    expect(found?.[0]).toBe(wrong)
    expect(found?.[1]).toContain(right)
  })

  test('of a country keeps to it: tenés is said in Argentina, colour in Britain', () => {
    expect(misspelt(['tenés'], 'es_ES')).toHaveLength(1)
    expect(misspelt(['colour'], 'en_US')).toHaveLength(1)
  })

  test('that is not there finds no faults', () => {
    expect(misspelt(['xyzzy'], 'de')).toEqual([])
    expect(misspelt(['xyzzy'], 'constructor')).toEqual([])
  })
})

test('the thread answers what the library answers, also after it was closed', async () => {
  expect(await speller.misspelt(['recivir', 'envío'], 'es_MX')).toEqual(new Map(misspelt(['recivir'], 'es_MX')))
  await speller.close()
  expect((await speller.misspelt(['tambien'], 'es_MX')).has('tambien')).toBe(true)
  expect(await speller.misspelt([], 'es')).toEqual(new Map())
})

test('once open, a template’s words are looked up in less than 50 ms', () => {
  const words = 'hola tu pedido va en camino a la direcion que nos diste manana llegara gracias por comprar'.split(' ')
  misspelt(words, 'es_MX')
  const started = process.cpuUsage()
  misspelt(words, 'es_MX')
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(50)
})
