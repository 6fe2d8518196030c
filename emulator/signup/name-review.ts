import { textOf } from '../json.ts'
import { digitsOfNumber, tellAccount } from '../webhook/tell.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { portfolioName } from '../world/wabas.ts'
import { badParameter } from '../graph/errors.ts'
import { registrationOf } from './registration.ts'

/** Why a display name is not accepted (Cloud API, Webhooks, phone_number_name_update; cloud-api §2.5). */
export const NAME_REASONS = [
  'NAME_EMPLOYEE_ISSUE',
  'NAME_ENDCLIENT_NOTRELATED',
  'NAME_FORMAT_UNACCEPTABLE',
  'NAME_INDIVIDUAL_ISSUE',
  'NAME_NOT_CONSISTENT',
  'UNKNOWN',
] as const
export type NameReason = (typeof NAME_REASONS)[number]
export type NameVerdict =
  { readonly decision: 'APPROVED' } | { readonly decision: 'REJECTED'; readonly reason: NameReason }

/** The emulator's reviewer is quick; Meta's takes from minutes to days [K]. */
const REVIEW_MS = 2_500

/** Hands the name to the reviewer: the first one, or another one in place of it. */
export const reviewName = (world: World, number: BusinessNumber): void =>
  world.agenda.plan('review-name', number.id, world.clock.now() + REVIEW_MS)

/** POST /{number}?new_display_name=: the old one stays until the new one is accepted. */
export function askForName(world: World, number: BusinessNumber, given: unknown): void {
  const name = textOf(given)?.trim() ?? ''
  if (name === '') throw badParameter('Param new_display_name must not be empty.')
  const registration = registrationOf(number)
  world.numbers.patch(number.id, { registration: { ...registration, newName: { name, status: 'PENDING_REVIEW' } } })
  reviewName(world, number)
}

/** Teaches the agenda to review. */
export const reviewNames = (world: World): void =>
  world.agenda.on('review-name', ({ subject }) => {
    const number = world.numbers.get(subject)
    if (number === undefined) return
    const { newName } = registrationOf(number)
    decideName(world, number, judgeName(newName?.name ?? number.verifiedName, portfolioName(world.wabas.of(number))))
  })

/** What the reviewer, or whoever plays him, decided; told by webhook. */
export function decideName(world: World, number: BusinessNumber, verdict: NameVerdict): void {
  const registration = registrationOf(number)
  const { newName } = registration
  const wanted = newName?.name ?? number.verifiedName
  const isApproved = verdict.decision === 'APPROVED'
  const status = isApproved ? 'APPROVED' : 'DECLINED'
  world.numbers.patch(number.id, {
    ...(isApproved ? { verifiedName: wanted } : {}),
    registration:
      newName === null
        ? { ...registration, nameStatus: status }
        : {
            ...registration,
            nameStatus: isApproved ? 'APPROVED' : registration.nameStatus,
            newName: isApproved ? null : { ...newName, status },
          },
  })
  tellAccount(world, world.wabas.of(number), 'phone_number_name_update', {
    display_phone_number: digitsOfNumber(number),
    decision: verdict.decision,
    requested_verified_name: wanted,
    rejection_reason: verdict.decision === 'REJECTED' ? verdict.reason : null,
  })
  world.changes.tell({ kind: 'meta' })
}

/** The emulator's own reading of Meta's display-name guidelines: form first, then whether it belongs to the business. */
export function judgeName(name: string, business: string): NameVerdict {
  const rejected = (reason: NameReason): NameVerdict => ({ decision: 'REJECTED', reason })
  const letters = name.replace(/[^\p{L}]/gu, '')
  if (name.length < 3 || name.length > 75 || letters.length < 3) return rejected('NAME_FORMAT_UNACCEPTABLE')
  if (/https?:|www\.|\p{Extended_Pictographic}|[!?*_~<>{}[\]]|\s{2}/u.test(name))
    return rejected('NAME_FORMAT_UNACCEPTABLE')
  if (letters.length > 5 && letters === letters.toUpperCase()) return rejected('NAME_FORMAT_UNACCEPTABLE')
  if (/whats\s?app|facebook|meta\b/i.test(name)) return rejected('NAME_ENDCLIENT_NOTRELATED')
  const words = wordsOf(name)
  return wordsOf(business).some((word) => words.includes(word))
    ? { decision: 'APPROVED' }
    : rejected('NAME_NOT_CONSISTENT')
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3)
