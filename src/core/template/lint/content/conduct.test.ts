import { expect, test } from 'vitest'
import type { FindingCode } from '../codes.ts'
import { lint } from '../lint.ts'

const codesIn = (language: string, text: string, category = 'UTILITY') => {
  const input = { name: 'pedido', language, category, components: [{ type: 'BODY', text }] }
  return lint(input, { language: 'en' }).findings.map(({ code }) => code)
}

/** Words that sell, threaten or ask elsewhere, and do nothing of the kind here. */
test.each([
  ['es_MX', 'Nunca le pediremos el número de su tarjeta ni el CVV. Su cuenta está a salvo.'],
  ['es_AR', 'El cupón de pago del gas vence el jueves próximo.'],
  ['es_MX', 'La entrevista para la oferta de empleo quedó confirmada.'],
  ['es_ES', 'Su cita con los abogados del consulado queda confirmada.'],
  ['es_CO', 'El descuento por pronto pago ya aplicado aparece en su factura.'],
  ['pt_BR', 'O cupom fiscal da sua compra está no aplicativo.'],
  ['en_US', 'We will never ask you to send your card number. Your account is safe.'],
  ['en_US', 'Your reservation is confirmed with free cancellation until Friday.'],
])('%s is innocent: %s', (language, text) => {
  expect(codesIn(language, text)).toEqual([])
})

test.each<readonly [FindingCode, string, string]>([
  ['promotion', 'es_MX', 'Tu pedido llegó. Hoy todo al 2x1 en la tienda.'],
  ['coupon', 'en_US', 'Your order arrived. Here is a coupon for you.'],
  ['upselling', 'pt_BR', 'Seu empréstimo pré-aprovado está na conta.'],
  ['cold-contact', 'es_CO', 'Buen día, me presento: asesoro a empresas con su factura de luz.'],
  ['threat', 'es_MX', 'Pague su deuda hoy o aténgase a las consecuencias.'],
  ['legal-act', 'es_CL', 'Su deuda será demandada ante los tribunales.'],
  ['public-shaming', 'en_US', 'Pay today or we will tell your boss about your debt.'],
  ['card-request', 'es_ES', 'Para el reembolso, envíe el número de su tarjeta.'],
  ['identity-request', 'pt_BR', 'Para liberar a conta, mande uma foto do seu RG.'],
  ['forbidden-goods', 'es_MX', 'Tu pedido de tequila y cigarros va en camino.'],
])('%s in %s: %s', (code, language, text) => {
  expect(codesIn(language, text)).toContain(code)
})

test('what sells is at home in marketing, with a way out', () => {
  expect(codesIn('es_MX', 'Hoy todo al 2x1 en la tienda.', 'MARKETING')).toEqual(['opt-out-missing'])
  expect(codesIn('es_MX', 'Hoy todo al 2x1 en la tienda. Responde BAJA para salir.', 'MARKETING')).toEqual([])
})
