import { expect, test } from 'vitest'
import { lint } from '../lint.ts'

const tonesIn = (language: string, text: string) => {
  const input = { name: 'pedido', language, category: 'UTILITY', components: [{ type: 'BODY', text }] }
  const { findings } = lint(input, { language: 'en' })
  return findings
    .filter(({ code }) => code === 'tone-mixed')
    .map(({ span }) => span && text.slice(span.start, span.end))
}

test.each([
  ['es_AR', 'Tu pedido está listo: podés retirarlo y te lo guardamos.'],
  ['es_AR', 'Escribinos cuando puedas, o pasá cuando quieras.'],
  ['es_MX', 'Tu coche tiene programado su servicio; saldrá apenas lo confirme el taller.'],
  ['es_MX', 'Tu pedido está listo: puedes recogerlo y te lo guardamos.'],
  ['es_ES', 'Su pedido está listo: le recordamos que usted puede recogerlo.'],
  ['es_MX', 'Hola, el pedido está listo. Gracias por la espera.'],
  ['pt_BR', 'Seu pedido chegou. Você pode retirar hoje; a gente te avisa.'],
  ['pt_BR', 'O pedido do senhor chegou. A senhora sua mãe pode retirar.'],
  ['en_US', 'Your order is ready, tu y usted.'],
])('%s keeps to one way: %s', (language, text) => {
  expect(tonesIn(language, text)).toEqual([])
})

test.each([
  ['es_MX', 'Tu pedido está listo. Usted decide.', 'Usted'],
  ['es_AR', 'Hola, tienes un pedido. Pasá a retirarlo.', 'Pasá'],
  ['es_AR', 'Podés retirarlo hoy. Le recordamos traer el ticket.', 'Le recordamos'],
  ['pt_BR', 'Você já pode retirar o teu pedido.', 'teu'],
  ['pt_BR', 'O senhor pode retirar quando você quiser.', 'você'],
])('%s is told where it turns: %s', (language, text, turn) => {
  expect(tonesIn(language, text)).toEqual([turn])
})

test('a field that is called tu or usted speaks to nobody', () => {
  expect(tonesIn('es_MX', 'Su pedido {{tu}} está listo para recoger.')).toEqual([])
})
