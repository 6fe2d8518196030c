import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { refusal } from '../refusal/refusal.ts'
import { PACKS } from './packs/packs.ts'
import { deferralWords, ruleWords } from './words.ts'

test('a law in one sentence, in every language', () => {
  const [rule] = PACKS.EC.rules
  if (!rule) expect.fail('Ecuador has no rule')
  expect(ruleWords(rule, 'es')).toEqual(['Cobranza: lun–vie 7:00–20:00; nunca en festivos; 1 al día.'])
  expect(ruleWords(rule, 'en')).toEqual(['Collections: Mon–Fri 7:00–20:00; never on holidays; 1 a day.'])
  expect(ruleWords(rule, 'pt-BR')).toEqual(['Cobrança: seg–sex 7:00–20:00; nunca em feriados; 1 por dia.'])
})

test('what waits says until when, and every reason', () => {
  const until = instant(Date.UTC(2026, 11, 9, 12, 1))
  const reasons = [
    refusal('contact-on-holiday', { field: 'CO', found: '2026-12-08' }),
    refusal('contacted-today', { field: 'own', expected: '1' }),
  ]
  expect(deferralWords({ until, reasons }, 'America/Bogota', 'es')).toBe(
    'Se enviará el miércoles, 9 de diciembre, 7:01: festivo 8 de diciembre, Inmaculada Concepción (Colombia); ya se le contactó hoy.',
  )
  const closed = [refusal('contact-on-closed-day', { field: 'CO', expected: 'Mon-Fri 7:00-19:00, Sat 8:00-15:00' })]
  expect(deferralWords({ until, reasons: closed }, 'America/Bogota', 'pt-BR')).toContain(
    'fora do horário permitido: seg-sex 7:00-19:00, sáb 8:00-15:00 (Colômbia)',
  )
})
