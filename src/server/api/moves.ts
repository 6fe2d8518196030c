import { failed, ok, type Result } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import type { Language } from '#base/language.ts'
import type { WireRequest } from '#channels/channel.ts'
import { toLineView } from '#contract/convert.ts'
import type { MoveView } from '#contract/number-move.ts'
import type { LineId } from '#core/account/account.ts'
import { codeOnItsWay, type TRIES, triesOf } from '#core/guide/attempts.ts'
import type { GuideEvent } from '#core/guide/guide.ts'
import type { Line } from '#core/line/line.ts'
import { type LineMove, moveStep, obstaclesToMove } from '#core/line/move.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Caller } from '../auth.ts'
import { isWeak, newPin, weakPin } from '../guide/activate.ts'
import { agentOf, type Happening, linePin, refusalOf } from '../guide/ask.ts'
import { partsOf } from '../guide/phone.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { endMove, targetsOf, tokenThere } from './move-steps.ts'
import { missingThere } from './move-templates.ts'

type Names = 'getMove' | 'beginMove' | 'askMoveCode' | 'verifyMove' | 'finishMove' | 'cancelMove'
type Asked<Value> = Promise<Result<Value, readonly Refusal[]>>
type Asking = { readonly caller: Caller; readonly params: { readonly id: string }; readonly language: Language }

/** A number goes to another WhatsApp account of the company. */
export function moveHandlers(parts: ApiParts): Handlers<Names> {
  const { registry, directory, guides, graph, vault, clock, platform } = parts
  const { onboarding } = platform

  const lineOf = ({ caller, params }: Asking): Line | null => directory.byId(caller.accountId, params.id as LineId)
  const missing = ({ params }: Asking) => no('line-missing', { field: 'id', found: params.id })

  async function ask(token: string | null, wire: WireRequest, language: Language): Asked<unknown> {
    if (token === null) return no('line-missing')
    const answer = onboarding.answer(await graph.ask(token, wire, 'connect'))
    return answer.kind === 'taken' ? ok(answer.body) : failed([refusalOf(answer, 'number', language)])
  }

  async function note({ accountId, lineId }: Line, { caller }: Asking, event: Happening): Promise<void> {
    const whole = { ...event, at: clock.now(), by: agentOf(caller) } as GuideEvent
    await registry.lines.changeMove(accountId, lineId, (move) => move && { ...move, events: [...move.events, whole] })
    await changed()
  }
  async function changed(): Promise<void> {
    await registry.announce('lines')
    await directory.reload()
  }

  async function view(line: Line, language: Language, wanted?: string): Asked<MoveView> {
    const now = directory.byId(line.accountId, line.lineId) ?? line
    const { move } = now
    const own = directory.accessToken(line.accountId, line.lineId)
    const asked = await ask(own, onboarding.ask.number(now.key), language)
    const shown = asked.ok ? onboarding.readNumber(asked.value) : null
    const to = move?.groupKey ?? wanted
    return ok({
      targets: [...targetsOf(directory.lines(line.accountId), now)],
      obstacles: shown === null ? ['state'] : [...obstaclesToMove(shown)],
      missing: to === undefined ? [] : [...(await missingThere(parts, line.accountId, now.groupKey, to))],
      move: move ? moveView(move) : null,
    })
  }

  function moveView(move: LineMove): NonNullable<MoveView['move']> {
    const now = clock.now()
    const step = moveStep(move, now)
    const onItsWay = codeOnItsWay(move.events, now)
    const { notBefore } = triesOf(move.events, TRIED[step], now)
    return {
      wabaId: move.groupKey,
      accountName: move.group?.name ?? move.groupKey,
      phoneNumberId: move.key,
      begunAt: toIso(move.begunAt),
      step,
      codeUntil: onItsWay && toIso(onItsWay.until),
      notBefore: notBefore && toIso(notBefore),
    }
  }

  /** A line on its way, if a try may be made now. */
  function onTheWay(
    call: Asking,
    what: keyof typeof TRIES,
  ): Result<{ line: Line; move: LineMove }, readonly Refusal[]> {
    const line = lineOf(call)
    if (!line) return missing(call)
    if (!line.move) return no('step-missing', { field: 'move' })
    const { notBefore } = triesOf(line.move.events, what, clock.now())
    if (notBefore !== null) return no('attempts-spent', { field: what, expected: toIso(notBefore) })
    return ok({ line, move: line.move })
  }

  return {
    getMove: ({ query, ...call }) => {
      const line = lineOf(call)
      return line ? view(line, call.language, query.wabaId) : Promise.resolve(missing(call))
    },
    beginMove: async ({ body, ...call }) => {
      const line = lineOf(call)
      if (!line) return missing(call)
      const { accountId, lineId } = line
      if (line.move?.groupKey === body.wabaId) return view(line, call.language)
      const target = targetsOf(directory.lines(accountId), line).find(({ wabaId }) => wabaId === body.wabaId)
      const parted = partsOf(line.address)
      if (!target || !parted) return no('line-cannot-move', { field: 'wabaId', found: body.wabaId })
      const before = await view(line, call.language, body.wabaId)
      if (!before.ok) return before
      if (before.value.obstacles.length > 0)
        return no('line-cannot-move', { field: 'id', found: before.value.obstacles.join(', ') })
      const there = directory.lines(accountId).find(({ groupKey }) => groupKey === body.wabaId)
      const via = there?.lineId ?? null
      const token = tokenThere(directory, line, { via })
      const taken = await ask(token, onboarding.ask.take(body.wabaId, parted), call.language)
      if (!taken.ok) return taken
      const key = onboarding.readId(taken.value)
      if (key === null) return no('unavailable', { expected: 'the id of the number from Meta' })
      const begun: LineMove = {
        ...{ groupKey: body.wabaId, group: there?.group ?? null, key, via },
        ...{ begunAt: clock.now(), events: [], isHolding: false },
      }
      await registry.lines.changeMove(accountId, lineId, () => begun)
      await changed()
      return view(line, call.language)
    },
    askMoveCode: async ({ body, ...call }) => {
      const ready = onTheWay(call, 'code')
      if (!ready.ok) return ready
      const { line, move } = ready.value
      const wire = onboarding.ask.code(move.key, body.method, call.language)
      const asked = await ask(tokenThere(directory, line, move), wire, call.language)
      if (!asked.ok) return asked
      await note(line, call, { kind: 'code-asked', method: body.method })
      return view(line, call.language)
    },
    verifyMove: async ({ body, ...call }) => {
      const ready = onTheWay(call, 'wrong-code')
      if (!ready.ok) return ready
      const { line, move } = ready.value
      if (codeOnItsWay(move.events, clock.now()) === null)
        return no('step-missing', { field: 'code', expected: 'a code that was asked for in the last minutes' })
      const wire = onboarding.ask.verify(move.key, body.code.replace('-', ''))
      const asked = await ask(tokenThere(directory, line, move), wire, call.language)
      const isWrong = !asked.ok && asked.error[0]?.code === 'platform-refused'
      if (asked.ok || isWrong) await note(line, call, { kind: asked.ok ? 'verified' : 'code-wrong' })
      return asked.ok ? view(line, call.language) : asked
    },
    finishMove: async ({ body, ...call }) => {
      const ready = onTheWay(call, 'registration')
      if (!ready.ok) return ready
      const { line, move } = ready.value
      if (moveStep(move, clock.now()) !== 'register') return no('step-missing', { field: 'code' })
      if (body.pin !== null && isWeak(body.pin)) return failed([weakPin()])
      const { accountId, lineId } = line
      const kept = move.events.some(({ kind }) => kind === 'registering') ? await guides.pin(accountId, lineId) : null
      const pin = body.pin ?? (kept ? vault.open(kept.pin, linePin(accountId, lineId)) : newPin())
      // Kept first: a PIN that Meta has and nobody knows would lock the number.
      await guides.putPin(accountId, lineId, vault.seal(pin, linePin(accountId, lineId)), clock.now())
      await note(line, call, { kind: 'registering' })
      const ended = await endMove(parts, line, move, (token) =>
        ask(token, onboarding.ask.register(move.key, pin), call.language),
      )
      if (!ended.ok) return ended
      return ok({ pin, line: toLineView(ended.value, directory.nameOf(accountId)) })
    },
    cancelMove: async (call) => {
      const line = lineOf(call)
      if (!line) return missing(call)
      if (line.move?.isHolding) return no('line-cannot-move', { field: 'id', found: 'registering' })
      await registry.lines.changeMove(line.accountId, line.lineId, () => null)
      await changed()
      return view(line, call.language)
    },
  }
}

/** What is counted at each step. */
const TRIED = { code: 'code', verify: 'wrong-code', register: 'registration' } as const
