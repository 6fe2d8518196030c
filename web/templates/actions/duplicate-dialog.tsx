import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { TemplateDetail } from '#contract/templates.ts'
import { LANGUAGE_CODES } from '#core/template/lint/limits.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog, DialogFooter } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { Labelled, selectLook } from '../form/labelled.tsx'
import { type Account, accountsOf } from '../../line/accounts.ts'
import { useMe } from '../../session/session.ts'
import { languageName } from '../language-name.ts'

const FREQUENT = ['es_MX', 'es_AR', 'es_CO', 'es_CL', 'es_PE', 'es_ES', 'pt_BR', 'en_US']

type Props = {
  readonly detail: TemplateDetail
  /** Another name, the same one in other languages, or in another WhatsApp account. */
  readonly as: 'name' | 'languages' | 'account'
  readonly onClose: () => void
}

/** The same text as new drafts: in other languages, to be translated there, under another name, or in another account. */
export function DuplicateDialog({ detail, as, onClose }: Props) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const me = useMe()
  const accounts = accountsOf(me.lines).filter(({ wabaId }) => wabaId !== detail.wabaId)
  const [lineId, setLineId] = useState(accounts[0]?.lineId ?? '')
  const [name, setName] = useState(`${detail.name}_2`)
  const [languages, setLanguages] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  const otherId = useId()
  const toggle = (code: string) => {
    const next = new Set(languages)
    if (!next.delete(code)) next.add(code)
    setLanguages(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const wanted =
      as === 'name' ? [{ name }] : as === 'account' ? [{ lineId }] : [...languages].map((language) => ({ language }))
    const made: string[] = []
    const refused: string[] = []
    for (const body of wanted) {
      const result = await call('duplicateTemplate', { params: { id: detail.id }, body })
      if (result.ok) made.push(result.value.id)
      else refused.push(result.error.errors[0]?.message ?? result.error.detail)
    }
    setBusy(false)
    setProblems(refused)
    const [first] = made
    if (first === undefined) return
    say(as === 'languages' ? t`Borradores nuevos: ${made.length}` : t`Se copió como borrador`)
    if (refused.length === 0) onClose()
    void navigate({ to: '/templates/$templateId', params: { templateId: first } })
  }
  const isEmpty = as === 'name' ? name.trim() === '' : as === 'account' ? lineId === '' : languages.size === 0
  const titles = {
    name: t`Duplicar con otro nombre`,
    languages: t`Escribirla en otros idiomas`,
    account: t`Copiar a otra cuenta de WhatsApp`,
  }
  const shown = [...new Set([...FREQUENT, ...languages])].filter((code) => code !== detail.language)
  const others = [...LANGUAGE_CODES].filter((code) => !shown.includes(code) && code !== detail.language)
  return (
    <Dialog label={titles[as]} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-col">
        <div className="flex flex-col gap-3 overflow-y-auto px-5 pt-2 pb-4">
          {as === 'name' ? (
            <Field label={t`Nombre`} value={name} autoFocus onChange={(event) => setName(event.target.value)} />
          ) : as === 'account' ? (
            <AccountChoice accounts={accounts} lineId={lineId} onChange={setLineId} />
          ) : (
            <>
              <p className="text-sm text-text-2">
                <Trans>
                  Cada idioma es una plantilla aparte para Meta. Se copia el texto; tradúzcalo antes de presentarla.
                </Trans>
              </p>
              <div className="grid grid-cols-2 gap-x-4 max-md:grid-cols-1">
                {shown.map((code) => (
                  <label key={code} className="flex min-h-9 items-center gap-2.5 text-sm">
                    <input
                      type="checkbox"
                      checked={languages.has(code)}
                      onChange={() => toggle(code)}
                      className="size-4.5 shrink-0 accent-accent"
                    />
                    <span className="min-w-0 truncate">{languageName(code, i18n.locale)}</span>
                    <span className="font-mono text-xs text-text-3">{code}</span>
                  </label>
                ))}
              </div>
              <Labelled label={t`Otro idioma`} htmlFor={otherId}>
                <select
                  id={otherId}
                  className={selectLook}
                  value=""
                  onChange={(event) => event.target.value !== '' && toggle(event.target.value)}
                >
                  <option value="">{t`Elegir`}</option>
                  {others.map((code) => (
                    <option key={code} value={code}>
                      {languageName(code, i18n.locale)} · {code}
                    </option>
                  ))}
                </select>
              </Labelled>
            </>
          )}
          {problems.length > 0 && (
            <ul role="alert" className="text-sm font-medium text-danger">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </div>
        <DialogFooter>
          <Button onPress={onClose}>
            <Trans>Cancelar</Trans>
          </Button>
          <Button type="submit" look="primary" isDisabled={busy || isEmpty}>
            {as !== 'languages' ? (
              <Trans>Duplicar</Trans>
            ) : (
              <Plural
                value={languages.size}
                _0="Crear borradores"
                one="Crear # borrador"
                many="Crear # de borradores"
                other="Crear # borradores"
              />
            )}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}

type ChoiceProps = {
  readonly accounts: readonly Account[]
  readonly lineId: string
  readonly onChange: (lineId: string) => void
}

function AccountChoice({ accounts, lineId, onChange }: ChoiceProps) {
  const { t } = useLingui()
  const id = useId()
  return (
    <>
      <Labelled label={t`Cuenta de WhatsApp`} htmlFor={id}>
        <select
          id={id}
          className={selectLook}
          value={lineId}
          onChange={(event) => onChange(event.target.value)}
          data-testid="to-account"
        >
          {accounts.map((account) => (
            <option key={account.wabaId} value={account.lineId}>
              {account.name}
            </option>
          ))}
        </select>
      </Labelled>
      <p className="text-sm text-text-2">
        <Trans>
          Será otra plantilla para Meta, con su propia revisión: preséntela allí cuando esté lista. Una plantilla solo
          sale desde los números de su cuenta.
        </Trans>
      </p>
    </>
  )
}
