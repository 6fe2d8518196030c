import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import { between, type Duration, hours, type Instant, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { AccountId, TemplateId } from '#core/account/account.ts'
import type { Effect } from '#core/loop/effect.ts'
import { templateKey } from '#core/loop/world.ts'
import type { KeptTemplate, TemplateChange } from '#core/template/kept.ts'
import { acted } from '#core/template/life/act.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import { hear } from '#core/template/life/news.ts'
import { reconcile } from '#core/template/life/sync.ts'
import { readText } from '#core/template/text.ts'
import { type Category, isSendable, type Quality, type Template, type TemplateStatus } from '#core/template/template.ts'
import type { MemoryStore } from '#store/memory/ledger.ts'
import { AGENTS, LINES, lines, START, TEMPLATES } from './company.ts'
import type { Copy, Sim, Templates } from './parts.ts'
import type { Owner } from './stage.ts'
import { nowOf, type TemplateLife, type TemplateState } from './truth.ts'
import { inSeconds, templateUpdate } from './update.ts'

type OfKind<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>

/** Nothing happens twice to a template within this time: clocks of ours that are further apart could not tell the order. */
const APART: Duration = minutes(2)
/** How long Meta pauses a template for the first time (cloud-api §3.3). */
const PAUSE: Duration = hours(3)
/** After this long the company acts on what it was told, and on nothing older. */
const HEEDS_WITHIN: Duration = seconds(2)

/** What may become of a template in each state, as often as it is named. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  APPROVED: ['PAUSED', 'PAUSED', 'PAUSED', 'DISABLED', 'DISABLED', 'DISABLED', 'DELETED'],
  PAUSED: ['APPROVED', 'DISABLED'],
  DISABLED: ['APPROVED'],
  DELETED: [],
}

/** Templates at Meta, which tells of them, and as the company keeps them, by the rules of production. */
export function createTemplates(sim: Sim, put: MemoryStore['putTemplates']): Templates {
  const { stage, dice, truth, rare, violate } = sim
  const kept = new Map<string, KeptTemplate>()
  /** Since when the company has known that they may not leave. */
  const stoppedAt = new Map<string, Instant>()
  for (const [key, template] of TEMPLATES) {
    kept.set(key, keptFrom(template))
    truth.templates.set(key, lifeOf(template))
  }

  function publish(accountId: AccountId, groupKey: string): void {
    put(
      accountId,
      groupKey,
      keptOf(groupKey).map(({ template }) => template),
    )
  }

  const keptOf = (groupKey: string): KeptTemplate[] =>
    [...kept.values()].filter(({ template }) => template.groupKey === groupKey)

  for (const { accountId, groupKey } of LINES) publish(accountId, groupKey)

  /** Meta does something to one of them, or an administrator asks it to. */
  function act(): void {
    const waiting = dice.chance(0.5) ? withMessages() : []
    const life = dice.pick(waiting.length > 0 ? waiting : [...truth.templates.values()])
    if (!isQuiet(life)) return
    const status = nowOf(life, 'status')
    dice.weighted<() => void>([
      [6, () => moveOn(life, NEXT[status] ?? [])],
      [1, () => change(life, 'quality', dice.pick(['GREEN', 'YELLOW', 'RED']))],
      [1, () => change(life, 'category', nowOf(life, 'category') === 'UTILITY' ? 'MARKETING' : 'UTILITY')],
      [status === 'PAUSED' ? 12 : 0, () => unpause(life)],
    ])()
  }

  /** Those with which something was written that waits to leave. */
  function withMessages(): TemplateLife[] {
    const names = new Set(
      [...sim.rows.messages.values()].flatMap(({ row }) =>
        row.direction === 'out' && row.status === 'queued' && row.content.kind === 'template'
          ? [`${row.accountId} ${row.content.template.name}`]
          : [],
      ),
    )
    return [...truth.templates.values()].filter(({ template }) => names.has(`${template.accountId} ${template.name}`))
  }

  const isQuiet = ({ states }: TemplateLife): boolean => states.every(({ at }) => between(at, stage.now()) >= APART)

  function moveOn(life: TemplateLife, choices: readonly string[]): void {
    if (choices.length === 0) return
    const state = change(life, 'status', dice.pick(choices))
    if (state?.value !== 'PAUSED') return
    stage.at(plus(stage.now(), PAUSE), () => {
      if (life.states.at(-1) === state) change(life, 'status', 'APPROVED')
    })
  }

  function change(life: TemplateLife, what: TemplateState['what'], value: string): TemplateState | null {
    // What is deleted only comes back as another.
    if (nowOf(life, 'status') === 'DELETED' || nowOf(life, what) === value) return null
    const state: TemplateState = { what, value, at: inSeconds(stage.now()), toldAt: null, knownAt: null }
    const update = templateUpdate(life, state)
    life.states.push(state)
    sim.webhooks.tell(update)
    return state
  }

  /** Meta does it, and tells of it by webhook while its answer is still under way. */
  function unpause(life: TemplateLife): void {
    const copy = sim.someCopy()
    if (!copy) return
    const askedAt = copy.now()
    const { accountId, groupKey } = life.template
    const by = { kind: 'agent', agentId: dice.pick(AGENTS) } as const
    const state = change(life, 'status', 'APPROVED')
    stage.at(plus(stage.now(), milliseconds(dice.int(20, 9_000))), () =>
      stage.turn(copy, () => {
        if (state !== null && state.toldAt !== null) rare.saw('template news before the answer to the call')
        const known = kept.get(templateKey(life.template))
        const done = known && acted(known, 'unpause', by, askedAt)
        if (done?.ok) keep([done.value])
        void copy.submit({ kind: 'note-templates', accountId, groupKey })
      }),
    )
  }

  function keep(changes: readonly TemplateChange[]): void {
    for (const { kept: next } of changes) {
      const { accountId, groupKey, status } = next.template
      const key = templateKey(next.template)
      kept.set(key, next)
      if (isSendable(status)) stoppedAt.delete(key)
      else if (!stoppedAt.has(key)) stoppedAt.set(key, stage.now())
      publish(accountId, groupKey)
    }
  }

  /** As the worker of notices does it. */
  async function hearNotice(copy: Copy, effect: OfKind<'keep-notice'>): Promise<void> {
    const { accountId, field, value, toldAt } = effect
    const groupKey = lines.byId(accountId, effect.lineId)?.groupKey
    const news = whatsappPlatform.templates.news(field, value)
    if (!news || groupKey === undefined) return
    await somewhatLater(copy)
    const key = templateKey({ ...news, groupKey })
    const known = kept.get(key)
    const life = truth.templates.get(key)
    if (!known || !life) return violate(`news of the template ${key}, which nobody has`)
    const told = life.states.find((state) => Math.abs(between(state.at, toldAt)) < APART / 2)
    if (!told) return violate(`news of ${key} that Meta never told`)
    if (told.toldAt !== null) rare.saw('template news told twice')
    if (life.states.some((state) => state.what === told.what && state.at > told.at && state.toldAt !== null))
      rare.saw('older template news after younger')
    const heard = hear(known, news, toldAt)
    if (heard) keep([heard])
    told.toldAt ??= stage.now()
    told.knownAt ??= stage.now()
    if (heard) await copy.submit({ kind: 'note-templates', accountId, groupKey })
  }

  /** As the worker of templates does it. Nothing is concluded from a list that does not come. */
  async function readList(copy: Copy, { accountId, lineId }: OfKind<'sync-templates'>): Promise<void> {
    const groupKey = lines.byId(accountId, lineId)?.groupKey
    if (groupKey === undefined) return
    const askedAt = copy.now()
    await somewhatLater(copy)
    if (dice.chance(sim.isStormy ? 0.3 : 0)) return
    const lives = [...truth.templates.values()].filter(({ template }) => template.groupKey === groupKey)
    const templates = lives.flatMap(listed)
    const shown = lives.map(({ template, states }) => ({ key: templateKey(template), state: statusIn(states) }))
    await somewhatLater(copy)
    const newId = () => copy.ids.next(copy.now()) as TemplateId
    const changes = reconcile(keptOf(groupKey), { accountId, groupKey, askedAt, templates, isWhole: true, newId })
    keep(changes)
    for (const { key, state } of shown)
      if (state && kept.get(key)?.template.status === state.value) state.knownAt ??= stage.now()
    if (changes.length > 0) await copy.submit({ kind: 'note-templates', accountId, groupKey })
  }

  const somewhatLater = (copy: Owner): Promise<void> =>
    new Promise((resolve) =>
      stage.at(plus(stage.now(), milliseconds(dice.int(1, 800))), () => stage.turn(copy, resolve)),
    )

  const claimed: Templates['claimed'] = (messageId, ref, askedAt) => {
    const key = templateKey(ref)
    const since = stoppedAt.get(key)
    // What became known in the same moment may have come after it was looked at.
    if (since !== undefined && since < askedAt) violate(`${messageId} leaves with a template known to be stopped`)
    const state = statusIn(truth.templates.get(key)?.states ?? [])
    if (!state || state.value === 'APPROVED' || state.knownAt === null) return
    if (between(state.knownAt, askedAt) >= HEEDS_WITHIN) {
      violate(`${messageId} leaves with a template that was told to be ${state.value}`)
    }
  }

  function checkEnd(): void {
    for (const [key, life] of truth.templates) {
      // Of what is deleted nothing else can be asked any more: a list of before, by a clock of ours that is fast, stays the last.
      const asked = nowOf(life, 'status') === 'DELETED' ? (['status'] as const) : WHATS
      for (const what of asked) {
        const known = kept.get(key)?.template[what]
        if (known !== nowOf(life, what)) violate(`the ${what} of ${key} is ${nowOf(life, what)}, not ${known}`)
      }
    }
  }

  return { act, hearNotice, readList, claimed, checkEnd }
}

const WHATS = ['status', 'quality', 'category'] as const

const statusIn = (states: readonly TemplateState[]): TemplateState | undefined =>
  states.findLast(({ what }) => what === 'status')

const bodyOf = ({ name, language, category, body }: Template) => ({
  ...{ name, language, category },
  components: [{ type: 'BODY', text: body, example: { body_text: [['Ana']] } }],
})

const lifeOf = (template: Template): TemplateLife => ({
  template,
  states: WHATS.map((what) => ({
    ...{ what, value: template[what], at: plus(START, hours(-24)), toldAt: START, knownAt: START },
  })),
})

const keptFrom = (template: Template): KeptTemplate => ({
  ...{ template, body: bodyOf(template), draft: null, submission: null, trouble: null, author: null },
  ...{ createdAt: START, changedAt: START, revision: 1, version: 1, approvedVersion: 1, isReadBack: true },
  heard: { status: null, quality: null, category: null, text: null },
  ...{ announced: null, said: [], deletedAt: null },
})

/** As Meta's list has it; what is deleted is not on it. */
function listed(life: TemplateLife): PlatformTemplate[] {
  const { platformId, name, language } = life.template
  const body = bodyOf(life.template)
  const status = nowOf(life, 'status') as TemplateStatus
  const quality = nowOf(life, 'quality') as Quality
  const category = nowOf(life, 'category') as Category
  const about = { platformId, name, language, status, quality, category, correctCategory: null, statusReason: null }
  return status === 'DELETED' ? [] : [{ ...about, body, text: readText(body) }]
}
