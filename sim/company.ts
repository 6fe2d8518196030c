import { type Instant, instant } from '#base/time.ts'
import type { Lines } from '#app/ports.ts'
import type { AccountId, AgentId, LineId, TemplateId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import { templateKey } from '#core/loop/world.ts'
import type { Content } from '#core/message/content.ts'
import { lawsIn } from '#core/policy/policy.ts'
import type { KeptHours } from '#core/opening-hours/away.ts'
import { plainRights, type Rights } from '#core/policy/rights.ts'
import { weekOf } from '#core/policy/rule.ts'
import type { FilledTemplate, Template, TemplateRef } from '#core/template/template.ts'

/** When every simulation begins. */
export const START: Instant = instant(Date.UTC(2026, 10, 2, 9))

const id = (kind: string, number: number): string =>
  `00000000-0000-7000-8${kind.padStart(3, '0')}-${String(number).padStart(12, '0')}`

const lineOf = (account: number, number: number, group: number): Line => ({
  accountId: id('a', account) as AccountId,
  lineId: id('1', number) as LineId,
  channel: 'whatsapp',
  key: `10654035224${number}`,
  groupKey: `1022901293${group}`,
  name: `Line ${number}`,
  address: `+52 55 5000 100${number}`,
  country: 'MX',
  state: { kind: 'connected' },
  pausedAt: null,
  pausedBy: null,
  messagesPerSecond: 80,
})

/** Two companies under one app of Meta's: the first has two lines, the second one. */
export const LINES: readonly Line[] = [lineOf(1, 1, 1), lineOf(1, 2, 1), lineOf(2, 3, 2)]
/** A line that another app speaks for: nothing the first app says about it may be believed. */
export const FOREIGN_LINE: Line = lineOf(3, 4, 3)
export const APP = 'app-1'
const FOREIGN_APP = 'app-2'

export const ACCOUNTS: readonly AccountId[] = [...new Set(LINES.map((line) => line.accountId))]
export const AGENTS: readonly AgentId[] = [1, 2, 3].map((number) => id('9', number) as AgentId)

export const lines: Lines = {
  byKey: ({ key }) =>
    [...LINES, FOREIGN_LINE].find((line) => line.key === key || `waba:${line.groupKey}` === key) ?? null,
  byId: (accountId, lineId) =>
    [...LINES, FOREIGN_LINE].find((line) => line.accountId === accountId && line.lineId === lineId) ?? null,
  appOf: (_, lineId) => (lineId === FOREIGN_LINE.lineId ? FOREIGN_APP : APP),
  ownerOf: (appId) => (appId === FOREIGN_APP ? FOREIGN_LINE.accountId : null),
}

export const linesOf = (accountId: AccountId): readonly Line[] => LINES.filter((line) => line.accountId === accountId)

/** One that must be known of what people have, and one for what they owe, which laws hold back. */
const NAMES = ['recordatorio', 'cobro'] as const
type Name = (typeof NAMES)[number]

export const templateOf = (line: Line, name: string = 'recordatorio'): TemplateRef => ({
  groupKey: line.groupKey,
  name,
  language: 'es_MX',
})

export const isCollection = (content: Content): boolean =>
  content.kind === 'template' && content.template.name === 'cobro'

export const filled = (name: Name): FilledTemplate => ({
  name,
  language: 'es_MX',
  category: 'UTILITY',
  values: [{ part: 'body', buttonIndex: null, name: '1', value: 'Ana' }],
  named: false,
  rendered: { header: null, body: 'Hola Ana, le recordamos su cuota.', footer: null, buttons: [] },
})

export const TEMPLATES: ReadonlyMap<string, Template> = new Map(
  LINES.flatMap((line) =>
    NAMES.map((name): [string, Template] => [
      templateKey(templateOf(line, name)),
      {
        accountId: line.accountId,
        templateId: id('7', 1) as TemplateId,
        platformId: '9001',
        purpose: name === 'cobro' ? 'collections' : 'account',
        ...templateOf(line, name),
        category: 'UTILITY',
        status: 'APPROVED',
        statusReason: null,
        quality: 'GREEN',
        header: null,
        body: 'Hola {{1}}, le recordamos su cuota.',
        footer: null,
        buttons: [],
        fields: [{ part: 'body', buttonIndex: null, name: '1', example: 'Ana' }],
        unsupported: [],
      },
    ]),
  ),
)

/** Of the portfolio of the first company: so many people may be begun with in 24 hours. Meta’s are larger, and so are its worlds. */
export const MOST_REACHED = 2
export const isLimited = (accountId: AccountId): boolean => accountId === id('a', 1)

/**
 * What holds for each company. Both live under the laws; the contracts of the first allow it to collect, and the second has
 * a list of numbers, those that end in 3, and hours of its own.
 */
export const rightsOf = (accountId: AccountId): Rights => RIGHTS.get(accountId) ?? plainRights(lawsIn('MX'))

/** The second company is open in the even hours of the day and closed in the odd ones; it has one line. */
const dayHours = Array.from({ length: 12 }, (_, index) => ({ from: index * 120, to: index * 120 + 60 }))
const EVERY_OTHER_HOUR: KeptHours = {
  hours: {
    zone: 'UTC',
    week: [dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours],
    ...{ dates: [], holidays: null },
  },
  away: { texts: { es: { body: 'Abrimos {{opens}}.', buttons: [] }, en: null, 'pt-BR': null } },
}
/** Told once more, by the clock alone: whether the second company is closed, and which of its closed hours it is. */
export const closedHourAt = (at: Instant): number | null => {
  const hour = Math.floor(at / 3_600_000)
  return hour % 2 === 1 ? hour : null
}

const laws = lawsIn('MX')
const RIGHTS: ReadonlyMap<AccountId, Rights> = new Map<AccountId, Rights>([
  [
    id('a', 1) as AccountId,
    {
      ...plainRights({
        ...laws,
        exceptions: [
          {
            exceptionId: id('e', 1),
            pack: 'CO',
            part: 'consent',
            reason: 'Los contratos lo permiten.',
            by: id('9', 1) as AgentId,
            at: START,
            until: null,
          },
        ],
      }),
      standing: () => [{ aspect: 'limit', value: `TIER_${MOST_REACHED}`, until: null }],
    },
  ],
  [
    id('a', 2) as AccountId,
    {
      ...plainRights({ ...laws, own: { ...laws.own, hours: weekOf([6, 22], [8, 20], [10, 18]), perDay: 2 } }),
      barred: ({ kind, value }) => (kind === 'phone' && value.endsWith('3') ? 'everything' : null),
      hoursOf: () => EVERY_OTHER_HOUR,
    },
  ],
])

export const isBarred = (accountId: AccountId, { addresses }: Contact): boolean =>
  accountId === id('a', 2) && addresses.some(({ kind, value }) => kind === 'phone' && value.endsWith('3'))
