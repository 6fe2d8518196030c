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
import { languageName } from '../language-name.ts'

const FREQUENT = ['es_MX', 'es_AR', 'es_CO', 'es_CL', 'es_PE', 'es_ES', 'pt_BR', 'en_US']

type Props = {
  readonly detail: TemplateDetail
  /** Another name, or the same one in other languages. */
  readonly as: 'name' | 'languages'
  readonly onClose: () => void
}

/** The same text as new drafts: in other languages, to be translated there, or under another name. */
export function DuplicateDialog({ detail, as, onClose }: Props) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
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
    const wanted = as === 'name' ? [{ name }] : [...languages].map((language) => ({ language }))
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
    say(as === 'name' ? t`Se copió como borrador` : t`Borradores nuevos: ${made.length}`)
    if (refused.length === 0) onClose()
    void navigate({ to: '/templates/$templateId', params: { templateId: first } })
  }
  const shown = [...new Set([...FREQUENT, ...languages])].filter((code) => code !== detail.language)
  const others = [...LANGUAGE_CODES].filter((code) => !shown.includes(code) && code !== detail.language)
  return (
    <Dialog label={as === 'name' ? t`Duplicar con otro nombre` : t`Escribirla en otros idiomas`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-col">
        <div className="flex flex-col gap-3 overflow-y-auto px-5 pt-2 pb-4">
          {as === 'name' ? (
            <Field label={t`Nombre`} value={name} autoFocus onChange={(event) => setName(event.target.value)} />
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
          <Button
            type="submit"
            look="primary"
            isDisabled={busy || (as === 'name' ? name.trim() === '' : languages.size === 0)}
          >
            {as === 'name' ? (
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
