import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Actor, ContactId } from '#core/account/account.ts'
import { type Contact, ownName, type Part } from '#core/contact/contact.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { shortDateTime } from '../../i18n/time-words.ts'
import { Button } from '../../kit/button.tsx'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'
import { isNameless, useName } from '../use-name.ts'
import { UndoDialog } from './undo-dialog.tsx'
import { useOther } from './use-other.ts'

/** What was merged into the contact, by whom and why, with the way back; and what was undone. */
export function MergeHistory({ contact, mayUndo }: { readonly contact: Contact; readonly mayUndo: boolean }) {
  const { parts = [], separations = [] } = contact
  if (parts.length + separations.length === 0) return null
  return (
    <ul className="mb-1.5 flex flex-col gap-2" data-testid="merge-history">
      {parts.map((part) => (
        <PartRow key={part.contactId} contact={contact} part={part} mayUndo={mayUndo} />
      ))}
      {separations.toReversed().map(({ contactId, merged, at, by, why }) => (
        <li key={`${contactId} ${at}`} className="text-xs leading-4.5 text-text-2">
          <span className="tabular">
            <Trans>
              Unido con <Name id={contactId} /> desde el {shortDateTime(merged.at, formatLocale())}; separado por{' '}
              <Who by={by} /> el {shortDateTime(at, formatLocale())}
            </Trans>
          </span>
          <Why text={why} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { readonly contact: Contact; readonly part: Part; readonly mayUndo: boolean }

function PartRow({ contact, part, mayUndo }: RowProps) {
  const { t } = useLingui()
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const other = useOther(part.contactId)
  const nameOf = useName()
  const addresses = contact.addresses.filter(({ of }) => of === part.contactId)
  const asPart = other && { ...other, addresses }
  const name = asPart && !isNameless(asPart) ? nameOf(asPart) : null
  const isCalled = other !== null && ownName(other) !== null
  const phones = addresses.filter(({ kind }) => kind === 'phone')
  const when = shortDateTime(part.at, formatLocale())
  return (
    <li className="text-sm">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="font-medium [overflow-wrap:anywhere]">{name ?? t`Otro contacto`}</p>
          {isCalled && phones.length > 0 && (
            <p className="text-xs text-text-2 tabular">
              {phones.map(({ value }) => phoneWords(value, me.account.country)).join(' · ')}
            </p>
          )}
          <p className="text-xs leading-4.5 text-text-2 tabular">
            <How part={part} when={when} />
          </p>
          <Why text={part.why} />
        </div>
        {mayUndo && part.into === contact.contactId && (
          <Button
            size="sm"
            look="quiet"
            className="max-md:h-11"
            onPress={() => setAsking(true)}
            data-testid="undo-merge"
          >
            <Trans>Separar…</Trans>
          </Button>
        )}
      </div>
      {asking && (
        <UndoDialog contact={contact} part={part} name={name ?? t`el otro contacto`} onClose={() => setAsking(false)} />
      )}
    </li>
  )
}

/** Who said that they are one: WhatsApp, somebody who was asked, or somebody who found it out. */
function How({ part: { by, evidence, wasAsked }, when }: { readonly part: Part; readonly when: string }) {
  if (evidence.includes('announced')) return <Trans>WhatsApp avisó que es la misma persona, {when}</Trans>
  return wasAsked ? (
    <Trans>
      <Who by={by} /> confirmó que es la misma persona, {when}
    </Trans>
  ) : (
    <Trans>
      Unido por <Who by={by} />, {when}
    </Trans>
  )
}

function Name({ id }: { readonly id: ContactId }) {
  const { t } = useLingui()
  const other = useOther(id)
  const nameOf = useName()
  const name = other && !isNameless(other) ? nameOf(other) : t`Otro contacto`
  return <span className="font-medium text-text">{name}</span>
}

/** Who did it, by name where it is one of ours. */
function Who({ by }: { readonly by: Actor }) {
  const { t } = useLingui()
  const me = useMe()
  const name = by.kind === 'agent' ? me.agents.find(({ id }) => id === by.agentId)?.name : null
  return <>{name ?? t`otro sistema por la API`}</>
}

const Why = ({ text }: { readonly text: string | null }) =>
  text && <p className="text-xs leading-4.5 text-text-2 [overflow-wrap:anywhere]">«{text}»</p>
