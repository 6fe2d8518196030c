import { Trans, useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, useContext } from 'react'
import { type Consent, PURPOSES, type Purpose } from '#core/consent/consent.ts'
import { consentOf } from '#core/consent/consent-of.ts'
import { type Contact, presentAddresses } from '#core/contact/contact.ts'
import { mergedInto } from '#core/contact/merge.ts'
import type { LineId } from '#core/account/account.ts'
import { TONES, useConsentWords } from '../../consent/words.ts'
import { useNow } from '../../feed/clock.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { Chip } from '../../kit/chip.tsx'
import { useNarrow } from '../../kit/use-media.ts'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'
import { ConversationsCell } from './conversations-cell.tsx'

type Props = {
  readonly into: Contact
  readonly from: Contact
  /** What the two are called side by side. */
  readonly names: readonly [into: string, from: string]
}

/** What is known of each, and what will be known of them as one, by the same rule the server follows. */
export function Comparison({ into, from, names: [name, fromName] }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const narrow = useNarrow()
  const { contactId } = from
  const by = { kind: 'system' } as const
  const about = { contactId, intoId: into.contactId, by, why: null, evidence: [], at: now }
  const [joint] = mergedInto([into, from], { kind: 'contacts-merged', ...about })
  const all = [into, from, joint] as const
  const locale = formatLocale()
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const purposes = PURPOSES.filter((purpose) => purpose !== 'service')
  const lines = me.lines.map(({ id }) => id as LineId)
  const rows = (
    <>
      <Row
        name={t`Números`}
        cells={all.map((one) => (
          <Phones key={one.contactId} contact={one} />
        ))}
      />
      <Row name={t`Id de WhatsApp`} cells={all.map((one) => userIds(one))} />
      <Row name={t`Usuario`} cells={all.map(({ username }) => username)} />
      <Row name={t`En la agenda`} cells={all.map(({ listed }) => listed?.name)} />
      <Row name={t`Contacto desde`} cells={all.map(({ createdAt }) => day.format(createdAt))} />
      <Row
        name={t`Última conversación`}
        cells={[
          <ConversationsCell key="into" contact={into} />,
          <ConversationsCell key="from" contact={from} />,
          <Trans key="joint">todo en un mismo hilo</Trans>,
        ]}
      />
      {purposes.map((purpose) => (
        <ConsentRow key={purpose} purpose={purpose} all={all} lines={lines} />
      ))}
      <Row name={t`Bloqueos`} cells={all.map(({ blocks = [] }) => (blocks.length > 0 ? blocks.length : null))} />
    </>
  )
  const heads = [
    { title: name, what: t`se conserva` },
    { title: fromName, what: t`se le une` },
    { title: t`Queda así`, what: null },
  ]
  return narrow ? <Stack heads={heads}>{rows}</Stack> : <Table heads={heads}>{rows}</Table>
}
type Frame = {
  readonly heads: readonly { readonly title: string; readonly what: string | null }[]
  readonly children: ReactNode
}
const RESULT = 'bg-selected'
const NOTHING = <span className="text-text-3">—</span>

/** Side by side. */
const Table = ({ heads, children }: Frame) => (
  <table className="w-full table-fixed border-collapse text-left" data-testid="comparison">
    <colgroup>
      <col className="w-30" />
      <col />
      <col />
      <col />
    </colgroup>
    <thead>
      <tr className="align-bottom">
        <td />
        {heads.map(({ title, what }, index) => (
          <th
            key={index}
            scope="col"
            className={`px-3 pt-1 pb-2 font-semibold [overflow-wrap:anywhere] ${what === null ? RESULT : ''}`}
          >
            {title}
            {what !== null && <span className="block text-xs font-normal text-text-2">{what}</span>}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

/** What stands before each value of a stack; null: columns have heads. */
const Names = createContext<readonly string[] | null>(null)

/** One thing known under another, each of both and then of the result, where there is no room for columns. */
const Stack = ({ heads, children }: Frame) => (
  <Names.Provider value={heads.map(({ title, what }) => what ?? title)}>
    <div data-testid="comparison">
      <ul className="flex flex-col gap-0.5 pb-2.5">
        {heads.map(
          ({ title, what }, index) =>
            what !== null && (
              <li key={index} className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{title}</span>
                <span className="shrink-0 text-xs text-text-2">{what}</span>
              </li>
            ),
        )}
      </ul>
      {children}
    </div>
  </Names.Provider>
)
function Row({ name, cells }: { readonly name: string; readonly cells: readonly ReactNode[] }) {
  const names = useContext(Names)
  if (cells.every((cell) => cell === null || cell === undefined)) return null
  if (names !== null) {
    return (
      <section className="border-t border-border py-2" aria-label={name}>
        <h3 className="pb-1 text-xs font-semibold text-text">{name}</h3>
        <dl className="tabular">
          {cells.map((cell, index) => (
            <div
              key={index}
              className={`-mx-2 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 rounded-sm px-2 py-0.5 ${index === 2 ? RESULT : ''}`}
            >
              <dt className="text-xs leading-5 text-text-2 first-letter:uppercase">{names[index]}</dt>
              <dd className="[overflow-wrap:anywhere]">{cell ?? NOTHING}</dd>
            </div>
          ))}
        </dl>
      </section>
    )
  }
  return (
    <tr className="border-t border-border align-top">
      <th scope="row" className="py-2 pr-2 text-xs leading-5 font-normal text-text-2">
        {name}
      </th>
      {cells.map((cell, index) => (
        <td key={index} className={`px-3 py-2 [overflow-wrap:anywhere] tabular ${index === 2 ? RESULT : ''}`}>
          {cell ?? NOTHING}
        </td>
      ))}
    </tr>
  )
}

function Phones({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const me = useMe()
  const phones = contact.addresses.filter(({ kind }) => kind === 'phone')
  if (phones.length === 0) return <span className="text-text-3">{t`WhatsApp lo oculta`}</span>
  return (
    <ul>
      {phones.map(({ value }) => (
        <li key={value}>{phoneWords(value, me.account.country)}</li>
      ))}
    </ul>
  )
}

/** The newest of each part; what they were before is known to nobody outside. */
function userIds(contact: Contact): ReactNode {
  const ids = presentAddresses(contact, 'whatsapp').filter(({ kind }) => kind === 'user-id')
  if (ids.length === 0) return null
  return ids.map(({ value }) => (
    <span key={value} className="block font-mono text-xs leading-5">
      {value}
    </span>
  ))
}

type ConsentProps = {
  readonly purpose: Purpose
  readonly all: readonly Contact[]
  readonly lines: readonly LineId[]
}

/** The strictest of what holds on our numbers. */
function ConsentRow({ purpose, all, lines }: ConsentProps) {
  const now = useNow()
  const words = useConsentWords()
  const { t } = useLingui()
  const strictest = (contact: Contact): Consent['kind'] => {
    const kinds = lines.map((lineId) => consentOf(contact, purpose, { lineId, channel: 'whatsapp' }, now).kind)
    return kinds.find((kind) => kind === 'withdrawn') ?? kinds.find((kind) => kind === 'given') ?? 'none'
  }
  const kinds = all.map(strictest)
  if (kinds.every((kind) => kind === 'none')) return null
  const cells = kinds.map((kind, index) =>
    kind === 'none' ? (
      <span key={index} className="text-text-3">{t`no consta`}</span>
    ) : (
      <Chip key={index} tone={TONES[kind]}>
        {words.change(kind)}
      </Chip>
    ),
  )
  return <Row name={words.purpose(purpose)} cells={cells} />
}
