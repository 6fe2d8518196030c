import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#base/language.ts'
import { REFUSALS } from '../refusal/refusal.ts'
import { ACCESS_CODES } from './codes/access.ts'
import { FEATURE_CODES } from './codes/features.ts'
import { GROUP_CODES } from './codes/groups.ts'
import { NUMBER_CODES } from './codes/numbers.ts'
import { SENDING_CODES } from './codes/sending.ts'
import { TEMPLATE_CODES } from './codes/templates.ts'
import { explainProblem, PLATFORM_CODES, ruleOf } from './explain.ts'
import { NEXT_STEPS } from './next-steps.ts'
import { NEXT_STEP_NAMES } from './problem.ts'

/** Every code of cloud-api §6, and those named in §1. */
const REFERENCE = `0 190 3 10 200 250 299 131005 1 2 4 80007 33 100 368 130497 131031 130429 130472 131000 131016 133004
  131008 131009 131020 131041 131201 131215 131021 131026 131030 131037 131042 131044 131045 131047 131048 131049 131050
  131051 131052 131053 131055 134100 134101 134102 131056 131057 2494100 131059 131062 131063 131064 132000 132005 132007
  132008 132012 132018 132001 132015 132016 132068 132069 133000 133005 133006 133008 133009 133010 133015 133016 134011
  135000 136025 137000 138000 138002 138018 613 139000 139004 139100 139101 139102 139103 139200 147001 147005 200005
  200007 2388019 2388040 2388047 2388072 2388073 2388293 2388299 2388318 2388330 2593107 2593108 2593109 2388001 2388012
  2388091 2388093 2388103 2494164 2494179`.split(/\s+/)

describe('every code of the reference', () => {
  test.each(REFERENCE)('%s is known and has all words', (code) => {
    expect(ruleOf(code)).not.toBeNull()
    for (const language of LANGUAGES) {
      const { cause, advice, known } = explainProblem(code, language)
      expect(known).toBe(true)
      for (const words of [cause, advice]) expect(words).toMatch(/^\p{Lu}.{8,160}\.$/u)
    }
  })
  test('no code is in two lists', () => {
    const lists = [ACCESS_CODES, SENDING_CODES, TEMPLATE_CODES, NUMBER_CODES, FEATURE_CODES, GROUP_CODES]
    const codes = lists.flatMap((list) => Object.keys(list))
    expect(codes).toHaveLength(Object.keys(PLATFORM_CODES).length)
  })
  test('each language says something of its own', () => {
    const words = [
      ...Object.values(PLATFORM_CODES).flatMap(({ cause, advice }) => (advice ? [cause, advice] : [cause])),
    ]
    for (const each of [...words, ...Object.values(NEXT_STEPS).map(({ words: said }) => said)]) {
      expect(new Set(each).size, each[1]).toBe(3)
    }
    expect(Object.keys(NEXT_STEPS)).toEqual([...NEXT_STEP_NAMES])
  })
  test('what repeats by itself may also be repeated by hand', () => {
    for (const [code, { repeat, nextStep }] of Object.entries(PLATFORM_CODES)) {
      if (repeat !== null) expect(['now', 'later'], code).toContain(NEXT_STEPS[nextStep].again)
    }
  })
})

test('a code within a range is that of the range, one of its own goes before it', () => {
  expect(ruleOf('131205')).toBe(ruleOf('131201-131215'))
  expect(ruleOf('131207')?.nextStep).toBe('stop')
  expect(ruleOf('138002')?.nextStep).toBe('wait')
  expect(ruleOf('138003')?.nextStep).toBe('administrator')
  for (const code of ['300', '131216', '', 'toString', '1e2', '-1', '0131047']) expect(ruleOf(code), code).toBeNull()
})

test('a closed window leads to a template, an opt-out to nothing, a payment to whoever pays', () => {
  expect(explainProblem('131047', 'pt-BR')).toMatchObject({ nextStep: 'template', fault: 'customer', again: 'never' })
  expect(explainProblem('131050', 'es')).toMatchObject({ nextStep: 'stop', scope: 'contact' })
  expect(explainProblem('131042', 'en')).toMatchObject({ nextStep: 'pay', scope: 'account', again: 'once-mended' })
  expect(explainProblem('131049', 'en')).toMatchObject({ nextStep: 'wait-a-day', fault: 'platform' })
})

test('our own refusals have their own words', () => {
  for (const code of Object.keys(REFUSALS)) expect(explainProblem(code, 'es').known, code).toBe(true)
  expect(explainProblem('window-closed', 'es')).toMatchObject({ nextStep: 'template', scope: 'contact' })
  expect(explainProblem('text-too-long', 'en')).toMatchObject({ nextStep: 'correct', cause: 'The text is too long.' })
  expect(explainProblem('http-418', 'en')).toMatchObject({ fault: 'platform', known: true })
})

test('a code nobody has heard of says so, and claims nothing', () => {
  expect(explainProblem('999999', 'en')).toMatchObject({
    known: false,
    nextStep: 'retry',
    cause: expect.stringContaining('does not know yet'),
  })
})
