import { randomInt } from 'node:crypto'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, GraphError } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { newTraceId } from '../world/ids.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import {
  CODE_LIVES_MS,
  CODES_MAX,
  CODES_WITHIN_MS,
  digitsIn,
  registrationOf,
  within,
  WRONG_CODES_MAX,
} from './registration.ts'
import { ring } from './telephone.ts'

/**
 * Refusals about codes carry 136024 when one is asked for and 136025 when one is given back. The numbers come from
 * reports, not from Meta's table: unverified (cloud-api §1.1 [U]).
 */
function codeRefusal(code: 136024 | 136025, message: string, title: string, explanation: string): GraphError {
  return new GraphError(400, {
    message: `(#${code}) ${message}`,
    type: 'OAuthException',
    code,
    is_transient: false,
    error_user_title: title,
    error_user_msg: explanation,
    fbtrace_id: newTraceId(),
  })
}

/** POST /{number}/request_code: a code by SMS or call to whoever holds the line. */
export function requestCode(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const method = textOf(parameter(call, 'code_method'))?.toUpperCase()
  const language = textOf(parameter(call, 'language') ?? parameter(call, 'locale'))
  if (method !== 'SMS' && method !== 'VOICE') throw badParameter('Param code_method must be one of {SMS, VOICE}.')
  if (language === undefined || !/^[a-z]{2,3}([_-][A-Z]{2})?$/.test(language))
    throw badParameter('The parameter language is required.')
  const registration = registrationOf(number)
  const now = world.clock.now()
  if (registration.verification === 'VERIFIED') {
    throw codeRefusal(
      136024,
      'Request code error',
      'Phone number is already verified',
      'The ownership of this phone number has been verified already.',
    )
  }
  const codesAt = within(registration.codesAt, now, CODES_WITHIN_MS)
  if (codesAt.length >= CODES_MAX) {
    throw codeRefusal(
      136024,
      'Request code error',
      'Too many codes were requested',
      'You have tried to verify your number too many times. Try again in about an hour.',
    )
  }
  const value = String(randomInt(100_000, 1_000_000))
  world.numbers.patch(number.id, {
    registration: { ...registration, code: { value, method, sentAt: now, wrong: 0 }, codesAt: [...codesAt, now] },
  })
  ring(world, digitsIn(number.displayPhoneNumber), method === 'SMS' ? 'sms' : 'call', language, value)
  return { success: true }
}

/** POST /{number}/verify_code: the code that came, with or without its hyphen. */
export function verifyCode(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const given = textOf(parameter(call, 'code'))?.replace(/\D/g, '')
  if (given === undefined || given === '') throw badParameter('The parameter code is required.')
  const registration = registrationOf(number)
  if (registration.verification === 'VERIFIED') {
    throw codeRefusal(136025, 'Verify code error', 'Phone number is already verified', 'There is nothing to verify.')
  }
  const { code } = registration
  if (code === null || world.clock.now() - code.sentAt >= CODE_LIVES_MS) {
    throw codeRefusal(136025, 'Verify code error', 'Code has expired', 'Request a new code and try again.')
  }
  if (code.wrong >= WRONG_CODES_MAX) {
    throw codeRefusal(136025, 'Verify code error', 'Too many wrong codes', 'Request a new code and try again.')
  }
  if (code.value !== given) {
    world.numbers.patch(number.id, { registration: { ...registration, code: { ...code, wrong: code.wrong + 1 } } })
    throw codeRefusal(
      136025,
      'Verify code error',
      "Code couldn't be verified",
      'Please make sure you enter the code correctly.',
    )
  }
  world.numbers.patch(number.id, { registration: { ...registration, verification: 'VERIFIED', code: null } })
  world.changes.tell({ kind: 'meta' })
  return { success: true, id: number.id }
}
