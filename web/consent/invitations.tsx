import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Copy, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ConsentSettingsView, InvitationCountView } from '#contract/consent.ts'
import { PURPOSES, type Purpose } from '#core/consent/consent.ts'
import { type Language, LANGUAGES } from '#base/language.ts'
import { call } from '../api/api.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Field, inputLook } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { useConsentWords } from './words.ts'

/** What a part of the texts shows, and how it is saved. */
export type SettingsProps = {
  readonly settings: ConsentSettingsView
  readonly busy: boolean
  readonly onSave: (settings: ConsentSettingsView) => Promise<void>
}

type Invitation = ConsentSettingsView['invitations'][number]

/** Offers to be written to: a page with a link to WhatsApp, and a word that accepts. */
export function Invitations({ settings, busy, onSave }: SettingsProps) {
  const { t } = useLingui()
  const { invitations } = settings
  const counts = useCounts(invitations.length)
  const save = (next: readonly Invitation[]) => onSave({ ...settings, invitations: [...next] })
  const linkOf = (token: string | undefined) => `${location.origin}/alta/${token ?? ''}`
  return (
    <section className="flex flex-col gap-3 border-t border-border pt-4">
      <h3 className="text-sm font-semibold">
        <Trans>Invitaciones</Trans>
      </h3>
      {invitations.length === 0 && (
        <p className="text-sm text-text-2">
          <Trans>
            Una invitación es una página con lo que se acepta: la persona deja su número o escribe desde WhatsApp, y
            solo cuenta lo que confirma desde allí.
          </Trans>
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {invitations.map((invitation) => (
          <li key={invitation.token} className="flex items-start gap-2 rounded-lg border border-border px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="text-sm font-semibold">
                {invitation.name} <span className="font-normal text-text-2">· {invitation.keyword}</span>
              </p>
              <p className="truncate text-xs text-text-3">{linkOf(invitation.token)}</p>
              <p className="text-xs break-words text-text-2">
                «{invitation.wording.text}» ({invitation.wording.version})
              </p>
              <Counts count={counts.find(({ token }) => token === invitation.token)} />
            </div>
            <IconButton
              label={t`Copiar el enlace de ${invitation.name}`}
              onPress={() => {
                void navigator.clipboard.writeText(linkOf(invitation.token))
                say(t`Enlace copiado`)
              }}
            >
              <Copy size={15} aria-hidden />
            </IconButton>
            <IconButton
              label={t`Quitar ${invitation.name}`}
              isDisabled={busy}
              onPress={() => void save(invitations.filter(({ token }) => token !== invitation.token))}
            >
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <NewInvitation key={invitations.length} busy={busy} onAdd={(one) => void save([...invitations, one])} />
    </section>
  )
}

/** How far people came; read again whenever an invitation is added or removed. */
function useCounts(invitations: number): readonly InvitationCountView[] {
  const [counts, setCounts] = useState<readonly InvitationCountView[]>([])
  useEffect(() => {
    let isStale = false
    void call('getInvitationCounts', {}).then((result) => {
      if (result.ok && !isStale) setCounts(result.value.data)
    })
    return () => {
      isStale = true
    }
  }, [invitations])
  return counts
}

function Counts({ count }: { readonly count: InvitationCountView | undefined }) {
  if (!count) return null
  const { seen, signedUp, confirmed } = count
  return (
    <p data-testid="invitation-counts" className="flex flex-wrap gap-x-2 pt-1 text-xs text-text-3 tabular">
      <Plural value={seen} one="Vista # vez" other="Vista # veces" />
      <span aria-hidden>·</span>
      <Plural value={signedUp} one="# inscripción" other="# inscripciones" />
      <span aria-hidden>·</span>
      <Plural value={confirmed} one="# confirmada" other="# confirmadas" />
    </p>
  )
}

type NewProps = { readonly busy: boolean; readonly onAdd: (invitation: Invitation) => void }

function NewInvitation({ busy, onAdd }: NewProps) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const words = useConsentWords()
  const [name, setName] = useState('')
  const [keyword, setKeyword] = useState('')
  const [text, setText] = useState('')
  const [lineId, setLineId] = useState(me.lines[0]?.id ?? '')
  const [purpose, setPurpose] = useState<Purpose>('marketing')
  const isWhole = [name, keyword, text, lineId].every((value) => value.trim() !== '')
  const language = LANGUAGES.find((one) => one === i18n.locale) ?? ('es' satisfies Language)
  const add = () =>
    onAdd({
      ...{ name: name.trim(), keyword: keyword.trim(), lineId, purposes: [purpose], language },
      scope: { kind: 'brand' },
      wording: { text: text.trim(), version: new Date().toISOString().slice(0, 10) },
    })
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field label={t`Nombre`} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      <Field
        label={t`Palabra que acepta`}
        placeholder="ALTA CLUB"
        maxLength={60}
        value={keyword}
        onChange={(event) => setKeyword(event.target.value)}
      />
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Número nuestro</Trans>
        <select
          className={`${inputLook} h-9 font-normal`}
          value={lineId}
          onChange={(event) => setLineId(event.target.value)}
        >
          {me.lines.map((line) => (
            <option key={line.id} value={line.id}>
              {line.name} · {line.address}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Finalidad</Trans>
        <select
          className={`${inputLook} h-9 font-normal`}
          value={purpose}
          onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.target.value) ?? 'marketing')}
        >
          {PURPOSES.filter((one) => one !== 'service').map((one) => (
            <option key={one} value={one}>
              {words.purpose(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2 md:col-span-2">
        <Trans>Lo que se acepta, palabra por palabra</Trans>
        <textarea
          rows={2}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${inputLook} py-2 font-normal`}
        />
      </label>
      <Button className="justify-self-end md:col-span-2" isDisabled={busy || !isWhole} onPress={add}>
        <Trans>Añadir invitación</Trans>
      </Button>
    </div>
  )
}
