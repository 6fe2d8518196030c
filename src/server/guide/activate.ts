import { randomInt } from 'node:crypto'
import { failed, ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import { codeOnItsWay, type TRIES, triesOf } from '#core/guide/attempts.ts'
import { type CodeMethod, type Guide, lastOf } from '#core/guide/guide.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import { type Asked, ask, type Doing, type GuideParts, guideSecret, note, tokenOf } from './ask.ts'
import { becomeLine } from './become-line.ts'

/** Asks for the name the guide has now; until it is decided on, it is under review. */
export async function askName(parts: GuideParts, doing: Doing): Asked<Guide> {
  const { accountId, guideId, number, answers } = doing.guide
  const token = await tokenOf(parts, doing.guide)
  if (number === null || token === null) return failed([refusal('step-missing', { field: 'connect' })])
  if (answers.name === undefined) return failed([refusal('step-missing', { field: 'name' })])
  const wire = parts.platform.onboarding.ask.rename(number.key, answers.name.displayName)
  const asked = await ask(parts, doing, token, wire)
  if (!asked.ok) return asked
  const changed = await parts.guides.change(accountId, guideId, (now) => ({ ...now, nameStatus: 'PENDING_REVIEW' }))
  return ok(changed ?? doing.guide)
}

/** Has the code sent, unless Meta would soon refuse for hours. */
export async function askCode(parts: GuideParts, doing: Doing, method: CodeMethod): Asked<Guide> {
  const ready = await readyFor(parts, doing, 'code')
  if (!ready.ok) return ready
  const { key, token } = ready.value
  const asked = await ask(parts, doing, token, parts.platform.onboarding.ask.code(key, method, doing.language))
  return asked.ok ? ok(await note(parts, doing, { kind: 'code-asked', method })) : asked
}

/** Gives the code back. A wrong one is counted; the last try Meta would take is not spent. */
export async function verify(parts: GuideParts, doing: Doing, code: string): Asked<Guide> {
  if (codeOnItsWay(doing.guide.events, parts.clock.now()) === null) {
    return failed([
      refusal('step-missing', { field: 'code', expected: 'a code that was asked for in the last minutes' }),
    ])
  }
  const ready = await readyFor(parts, doing, 'wrong-code')
  if (!ready.ok) return ready
  const { key, token } = ready.value
  const digits = code.replace('-', '')
  const asked = await ask(parts, doing, token, parts.platform.onboarding.ask.verify(key, digits))
  if (!asked.ok) {
    if (asked.error[0]?.code === 'platform-refused') await note(parts, doing, { kind: 'code-wrong' })
    return asked
  }
  return ok(await note(parts, doing, { kind: 'verified' }))
}

/** A PIN nobody guesses: not all alike, not counting up or down. */
export function newPin(): string {
  for (;;) {
    const pin = String(randomInt(0, 1_000_000)).padStart(6, '0')
    if (!isWeak(pin)) return pin
  }
}
export const isWeak = (pin: string): boolean =>
  new Set(pin).size < 3 || '01234567890123'.includes(pin) || '98765432109876'.includes(pin)

/** What is said of a weak one; the PIN itself never. */
export const weakPin = (): Refusal =>
  refusal('pin-weak', { field: 'pin', found: '•••', expected: 'six digits that are not a row' })

/** The platform's code for a PIN that is not the number's (cloud-api §6). */
const WRONG_PIN = '133005'
/** The last try was with a wrong PIN: the same again would only spend another. */
const isPinRefused = (guide: Guide): boolean => {
  const last = lastOf(guide, 'refused')
  return last?.kind === 'refused' && last.step === 'activate' && last.code === WRONG_PIN
}

export type Registered = { readonly guide: Guide; readonly pin: string | null }

/**
 * Registers the number. The PIN is kept, sealed, before Meta hears it: should we fall over in between, it is not lost. A PIN
 * kept from a try before is used again.
 */
export async function register(parts: GuideParts, doing: Doing, chosen: string | null): Asked<Registered> {
  const { guides, vault } = parts
  const { accountId, guideId } = doing.guide
  const ready = await readyFor(parts, doing, 'registration')
  if (!ready.ok) return ready
  if (chosen !== null && isWeak(chosen)) return failed([weakPin()])
  const kept = await guides.get(accountId, guideId)
  const before = kept?.pin ? vault.open(kept.pin, guideSecret(doing.guide, 'pin')) : null
  if (chosen === null && (before === null || isPinRefused(doing.guide))) {
    const { key, token } = ready.value
    const read = await ask(parts, doing, token, parts.platform.onboarding.ask.number(key))
    if (!read.ok) return read
    if (parts.platform.onboarding.readNumber(read.value)?.hasPin)
      return failed([refusal('pin-needed', { field: 'pin' })])
  }
  const pin = chosen ?? before ?? newPin()
  await guides.change(accountId, guideId, (guide) => guide, { pin: vault.seal(pin, guideSecret(doing.guide, 'pin')) })
  await note(parts, doing, { kind: 'registering' })
  const { key, token } = ready.value
  const asked = await ask(parts, doing, token, parts.platform.onboarding.ask.register(key, pin))
  if (!asked.ok) return asked
  const registered = await note(parts, doing, { kind: 'registered' })
  const line = await becomeLine(parts, { ...doing, guide: registered })
  return line.ok ? ok({ guide: line.value, pin }) : line
}

/** The number and its token, if a try may be made now. */
async function readyFor(
  parts: GuideParts,
  { guide }: Doing,
  what: keyof typeof TRIES,
): Asked<{ readonly key: string; readonly token: string }> {
  const token = await tokenOf(parts, guide)
  if (guide.number === null || token === null) return failed([refusal('step-missing', { field: 'connect' })])
  const { notBefore } = triesOf(guide.events, what, parts.clock.now())
  if (notBefore !== null) return failed([refusal('attempts-spent', { field: what, expected: toIso(notBefore) })])
  return ok({ key: guide.number.key, token })
}
