import { failed, ok, type Result } from '#base/result.ts'
import { instantFromSeconds, toIso } from '#base/time.ts'
import type { WireRequest } from '#channels/channel.ts'
import { toLineView } from '#contract/convert.ts'
import type { NumberView, ProfileView } from '#contract/number.ts'
import type { LineView } from '#contract/views.ts'
import type { LineId } from '#core/account/account.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import { GIVEN_BACK, type Line, NO_OPENING } from '#core/line/line.ts'
import { mostReached } from '#core/policy/line-rights.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { Caller } from '../auth.ts'
import { isWeak, newPin, weakPin } from '../guide/activate.ts'
import { linePin, refusalOf } from '../guide/ask.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names =
  | 'getNumber'
  | 'renameLine'
  | 'askDisplayName'
  | 'setOpening'
  | 'changePin'
  | 'deregisterLine'
  | 'registerLine'
  | 'getProfile'
  | 'putProfile'
  | 'getGreetings'
  | 'putGreetings'
  | 'listLinks'
  | 'addLink'
  | 'removeLink'
type Asked<Value> = Promise<Result<Value, readonly Refusal[]>>

/** The page of a number. */
export function numberHandlers(parts: ApiParts): Handlers<Names> {
  const { guides, registry, directory, loop, vault, clock, platform } = parts
  const { onboarding, presence } = platform

  const lineOf = (caller: Caller, id: string): Line | null => directory.byId(caller.accountId, id as LineId)
  const missing = (id: string) => no('line-missing', { field: 'id', found: id })

  /** Asks Meta about a line of the caller's. */
  const about =
    <Answer>(act: (line: Line, ask: (wire: WireRequest) => Asked<unknown>) => Asked<Answer>) =>
    async ({
      caller,
      params,
      language,
    }: {
      caller: Caller
      params: { id: string }
      language: Language
    }): Asked<Answer> => {
      const line = lineOf(caller, params.id)
      return line ? act(line, (wire) => askFor(parts, line, wire, language)) : missing(params.id)
    }

  async function changed(line: Line, caller: Caller): Asked<LineView> {
    await registry.announce('lines')
    await directory.reload()
    await loop.submit({ kind: 'note-line', accountId: line.accountId, lineId: line.lineId })
    return ok(toLineView(directory.byId(line.accountId, line.lineId) ?? line, directory.nameOf(caller.accountId)))
  }

  return {
    getNumber: ({ caller, params, language }) => {
      const line = lineOf(caller, params.id)
      return line ? numberView(parts, line, language) : Promise.resolve(missing(params.id))
    },
    renameLine: async ({ caller, params, body }) => {
      const line = lineOf(caller, params.id)
      if (!line) return missing(params.id)
      await registry.lines.setName(line.accountId, line.lineId, body.name.trim() || body.name)
      return changed(line, caller)
    },
    setOpening: async ({ caller, params, body }) => {
      const line = lineOf(caller, params.id)
      if (!line) return missing(params.id)
      const { accountId, lineId } = line
      const before = body.isDefault ? directory.lines(accountId).filter(({ opening }) => opening?.isDefault) : []
      for (const { lineId: other, opening = NO_OPENING } of before) {
        if (other !== lineId) await registry.lines.setOpening(accountId, other, { ...opening, isDefault: false })
      }
      await registry.lines.setOpening(accountId, lineId, body)
      return changed(line, caller)
    },
    askDisplayName: ({ body, ...call }) =>
      about(async (line, ask) => {
        const asked = await ask(onboarding.ask.rename(line.key, body.displayName))
        return asked.ok ? numberView(parts, line, call.language) : asked
      })(call),
    changePin: ({ body, ...call }) =>
      about(async (line, ask) => {
        if (body.pin !== null && isWeak(body.pin)) return failed([weakPin()])
        const pin = body.pin ?? newPin()
        const { accountId, lineId } = line
        // Kept first: a PIN that Meta has and nobody knows would lock the number.
        const before = await guides.pin(accountId, lineId)
        await guides.putPin(accountId, lineId, vault.seal(pin, linePin(accountId, lineId)), clock.now())
        const asked = await ask(onboarding.ask.setPin(line.key, pin))
        if (asked.ok) return ok({ pin })
        if (asked.error[0]?.code === 'platform-refused' && before) {
          await guides.putPin(accountId, lineId, before.pin, before.setAt)
        }
        return asked
      })(call),
    deregisterLine: ({ body, ...call }) =>
      about(async (line, ask) => {
        if (digitsOf(body.address) !== digitsOf(line.address)) {
          return failed([refusal('input-invalid', { field: 'address', found: body.address, expected: line.address })])
        }
        const asked = await ask(onboarding.ask.deregister(line.key))
        if (!asked.ok) return asked
        await registry.lines.setState(line.accountId, line.lineId, { kind: 'disconnected', reason: GIVEN_BACK })
        return changed(line, call.caller)
      })(call),
    registerLine: ({ body, ...call }) =>
      about(async (line, ask) => {
        const { accountId, lineId } = line
        const kept = await guides.pin(accountId, lineId)
        const known = body.pin ?? (kept && vault.open(kept.pin, linePin(accountId, lineId)))
        const read = known === null ? await ask(onboarding.ask.number(line.key)) : null
        if (read && !read.ok) return read
        if (read && onboarding.readNumber(read.value)?.hasPin) return no('pin-needed', { field: 'pin' })
        const pin = known ?? newPin()
        const asked = await ask(onboarding.ask.register(line.key, pin))
        if (!asked.ok) return asked
        await guides.putPin(accountId, lineId, vault.seal(pin, linePin(accountId, lineId)), clock.now())
        await registry.lines.setState(accountId, lineId, { kind: 'connected' })
        return changed(line, call.caller)
      })(call),
    getProfile: about(async (line, ask) => {
      const asked = await ask(presence.profile.ask(line.key))
      return asked.ok ? ok(profileView(presence.profile.read(asked.value))) : asked
    }),
    putProfile: ({ body, ...call }) =>
      about(async (line, ask) => {
        const asked = await ask(presence.profile.put(line.key, body))
        return asked.ok ? ok(body) : asked
      })(call),
    getGreetings: about(async (line, ask) => {
      const asked = await ask(presence.greetings.ask(line.key))
      if (!asked.ok) return asked
      const { prompts, commands } = presence.greetings.read(asked.value)
      return ok({ prompts: [...prompts], commands: [...commands] })
    }),
    putGreetings: ({ body, ...call }) =>
      about(async (line, ask) => {
        const asked = await ask(presence.greetings.put(line.key, body))
        return asked.ok ? ok(body) : asked
      })(call),
    listLinks: about(async (line, ask) => {
      const asked = await ask(presence.links.ask(line.key))
      return asked.ok ? ok({ data: [...presence.links.readAll(asked.value)], next: null }) : asked
    }),
    addLink: ({ body, ...call }) =>
      about(async (line, ask) => {
        const asked = await ask(presence.links.add(line.key, body.text))
        if (!asked.ok) return asked
        const link = presence.links.read(asked.value)
        return link
          ? ok({ ...link, text: link.text || body.text })
          : no('unavailable', { expected: 'a link from Meta' })
      })(call),
    removeLink: ({ body, ...call }) =>
      about(async (line, ask) => {
        const asked = await ask(presence.links.remove(line.key, body.code))
        return asked.ok ? ok(undefined) : asked
      })(call),
  }
}

const profileView = (
  profile: { vertical: string | null } & Omit<ProfileView, 'vertical' | 'websites'> & { websites: readonly string[] },
) => ({
  ...profile,
  websites: [...profile.websites],
  vertical: profile.vertical as ProfileView['vertical'],
})

async function askFor(
  { graph, directory, platform }: ApiParts,
  line: Line,
  wire: WireRequest,
  language: Language,
): Asked<unknown> {
  const token = directory.accessToken(line.accountId, line.lineId)
  if (token === null) return no('line-missing', { found: line.lineId })
  const answer = platform.onboarding.answer(await graph.ask(token, wire, 'connect'))
  return answer.kind === 'taken' ? ok(answer.body) : failed([refusalOf(answer, 'number', language)])
}

/** A number as Meta shows it now, and as our own tables know it. */
async function numberView(parts: ApiParts, line: Line, language: Language): Asked<NumberView> {
  const { directory, numbers, guides, clock, platform } = parts
  const { accountId, lineId } = line
  const token = directory.accessToken(accountId, lineId) ?? ''
  const [read, says, group, heard, pin] = await Promise.all([
    askFor(parts, line, platform.onboarding.ask.number(line.key), language),
    askFor(parts, line, platform.onboarding.ask.token(token), language),
    askFor(parts, line, platform.onboarding.ask.group(line.groupKey, null), language),
    numbers.lastHeard(accountId, lineId),
    guides.pin(accountId, lineId),
  ])
  const found = read.ok ? platform.onboarding.readNumber(read.value) : null
  const about = says.ok ? platform.onboarding.readToken(says.value) : null
  const limit = found?.limit ? [{ aspect: 'limit' as const, value: found.limit, until: null }] : []
  return ok({
    line: toLineView(line, directory.nameOf(accountId)),
    accountName: group.ok ? platform.onboarding.readGroupName(group.value) : null,
    atMeta: found && {
      ...{ displayName: found.displayName, nameStatus: found.nameStatus, newName: found.newName },
      ...{ quality: found.quality, state: found.state, limit: found.limit, canSend: found.canSend },
      ...{ healthProblems: [...found.healthProblems], isOnApp: found.isOnApp, hasPin: found.hasPin },
    },
    problem: read.ok ? null : (read.error[0]?.found ?? read.error[0]?.expected ?? ''),
    reach: { used: directory.reach.count(accountId, lineId, clock.now()), of: mostReached(limit, clock.now()) },
    token: about && {
      expiresAt: about.expiresAtSeconds === null ? null : toIso(instantFromSeconds(about.expiresAtSeconds)),
      missing: [...about.missing],
    },
    heard: heard && { at: toIso(heard.writtenAt), lagMs: Math.max(0, heard.receivedAt - heard.writtenAt) },
    pinSetAt: pin && toIso(pin.setAt),
  })
}
