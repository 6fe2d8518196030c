import { describe, expect, it } from 'vitest'
import type { Template } from '../world/model.ts'
import { judge } from './judgement.ts'

let count = 0
const template = (text: string, language = 'es_MX', category: Template['category'] = 'UTILITY'): Template => ({
  id: String((count += 1)),
  name: `t${count}`,
  language,
  status: 'PENDING',
  category,
  parameterFormat: 'POSITIONAL',
  components: [{ type: 'BODY', text }],
  quality: 'UNKNOWN',
  rejectedReason: 'NONE',
  deletedAt: null,
})
const words = (one: Template, others: Template[] = []) => {
  const verdict = judge(one, others)
  return verdict.outcome === 'APPROVED' ? verdict.category : verdict.reason
}

describe('the reviewer', () => {
  it.each<[string, string, string]>([
    ['Hola {{1}}, tu pago de {{2}} vence el lunes. Puedes pagar en línea.', 'es_MX', 'UTILITY'],
    ['Hi {{1}}, this is a reminder of your appointment with {{2}} on Monday.', 'en_US', 'UTILITY'],
    ['Olá {{1}}, recebemos o seu pagamento de {{2}}. O comprovante está na conta.', 'pt_BR', 'UTILITY'],
    ['Hola {{1}}, tu pago llegó. Aprovecha 20% de descuento en tu próxima compra.', 'es_MX', 'MARKETING'],
    ['Hi {{1}}, your order shipped. Shop now for our new collection!', 'en_US', 'MARKETING'],
    ['Olá {{1}}, sua conta está pronta. Não perca a promoção de hoje.', 'pt_BR', 'MARKETING'],
    ['Hola {{1}}, {{2}} y ya.', 'es', 'MARKETING'],
    ['Señor {{1}}, si no paga hoy publicaremos su deuda en sus redes.', 'es_MX', 'ABUSIVE_CONTENT'],
    ['Dear {{1}}, pay today or we will take legal action against you.', 'en_US', 'ABUSIVE_CONTENT'],
    ['Prezado {{1}}, pague hoje ou haverá ação judicial contra você.', 'pt_BR', 'ABUSIVE_CONTENT'],
    ['Hola {{1}}, envíanos el número de tu tarjeta para seguir con el trámite.', 'es_MX', 'SCAM'],
    ['Hi {{1}}, please reply with your full card number and CVV to continue.', 'en_US', 'SCAM'],
    ['Hola {{1}}, te atendemos hoy. Nunca compartas tu contraseña con nadie.', 'es_MX', 'UTILITY'],
    ['Hola {{1}}, llegaron los cigarrillos que pediste a la tienda.', 'es_MX', 'PROMOTIONAL'],
    ['Hola {{1}}, tu código de verificación es {{2}} y vence en diez minutos.', 'es_MX', 'INCORRECT_CATEGORY'],
    ['Hi {{1}}, your payment is due on Monday and you can pay it online.', 'es_MX', 'TAG_CONTENT_MISMATCH'],
    ['Hola {{1}}, puede ser el lunes o el martes o el jueves o el viernes.', 'es_MX', 'UTILITY'],
    ['Bonjour {{1}}, vous pouvez nous joindre sur is-a-for.com et on vous écrit.', 'fr', 'UTILITY'],
    ['Hola {{1}}{{2}}, tu pago de hoy ya fue registrado.', 'es_MX', 'INVALID_FORMAT'],
  ])('of «%s» in %s says %s', (text, language, expected) => {
    expect(words(template(text, language))).toBe(expected)
  })
  it('refuses the words of another template, except of a rejected one', () => {
    const text = 'Hola {{1}}, tu pago de hoy ya fue registrado.'
    const other = template(text)
    expect(words(template(text), [other])).toBe('INVALID_FORMAT')
    expect(words(template(text), [{ ...other, status: 'REJECTED' }])).toBe('UTILITY')
  })
  it('leaves marketing and authentication what they are', () => {
    expect(words(template('Hola, hoy hay descuentos para ti.', 'es', 'MARKETING'))).toBe('MARKETING')
    expect(words(template('*{{1}}* es tu código de verificación.', 'es', 'AUTHENTICATION'))).toBe('AUTHENTICATION')
  })
})
