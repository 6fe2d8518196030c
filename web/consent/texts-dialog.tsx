import { Trans, useLingui } from '@lingui/react/macro'
import { CloudOff } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { ConsentSettingsView } from '#contract/consent.ts'
import { CONFIRMATIONS, type Confirmation } from '#core/consent/settings.ts'
import { type Language, LANGUAGES } from '#base/language.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Dialog } from '../kit/dialog.tsx'
import { inputLook } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { say } from '../kit/toast.tsx'
import { Invitations, type SettingsProps } from './invitations.tsx'

/** As the server has it. */
const LONGEST = 1_000

/** What is sent back to whoever says stop or yes, and the invitations to say yes. */
export function TextsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const [settings, setSettings] = useState<ConsentSettingsView | null>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const read = useCallback(async () => {
    setFailed(false)
    const result = await call('getConsentSettings', {})
    if (result.ok) setSettings(result.value)
    else setFailed(true)
  }, [])
  useEffect(() => void read(), [read])
  const save = async (body: ConsentSettingsView) => {
    setBusy(true)
    const result = await call('putConsentSettings', { body })
    setBusy(false)
    if (!result.ok) return say(result.error.detail || result.error.title)
    setSettings(result.value)
    say(t`Guardado`)
  }
  return (
    <Dialog label={t`Textos e invitaciones`} onClose={onClose} width="lg">
      <div className="flex min-h-40 flex-col gap-5 overflow-y-auto px-5 pt-1 pb-5">
        {failed ? (
          <Notice icon={<CloudOff size={20} aria-hidden />} title={t`No se pudieron cargar los textos`}>
            <Button onPress={() => void read()}>
              <Trans>Reintentar</Trans>
            </Button>
          </Notice>
        ) : (
          settings && (
            <>
              <Confirmations settings={settings} busy={busy} onSave={save} />
              <Invitations settings={settings} busy={busy} onSave={save} />
            </>
          )
        )}
      </div>
    </Dialog>
  )
}

function Confirmations({ settings, busy, onSave }: SettingsProps) {
  const { t } = useLingui()
  const [language, setLanguage] = useState<Language>('es')
  const [texts, setTexts] = useState(settings.confirmations)
  const names: Readonly<Record<Confirmation, string>> = {
    withdrawn: t`A quien dice BAJA`,
    'withdrawn-marketing': t`A quien no quiere promociones`,
    given: t`A quien dice ALTA`,
  }
  const tongues: Readonly<Record<Language, string>> = { es: 'Español', en: 'English', 'pt-BR': 'Português' }
  const isChanged = JSON.stringify(texts) !== JSON.stringify(settings.confirmations)
  const isWhole = CONFIRMATIONS.every((name) => LANGUAGES.every((one) => texts[name][one].trim() !== ''))
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">
        <Trans>Confirmaciones</Trans>
      </h3>
      <div role="group" aria-label={t`Idioma`} className="flex gap-1">
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === language}
            onClick={() => setLanguage(one)}
            className={cx(
              'h-8 rounded-md px-2.5 text-sm font-medium max-md:h-11',
              one === language ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover',
            )}
          >
            {tongues[one]}
          </button>
        ))}
      </div>
      {CONFIRMATIONS.map((name) => (
        <label key={name} className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          {names[name]}
          <textarea
            rows={2}
            lang={language}
            maxLength={LONGEST}
            value={texts[name][language]}
            onChange={(event) => setTexts({ ...texts, [name]: { ...texts[name], [language]: event.target.value } })}
            className={`${inputLook} py-2 font-normal`}
          />
        </label>
      ))}
      <Button
        look="primary"
        className="self-end"
        isDisabled={busy || !isChanged || !isWhole}
        onPress={() => void onSave({ ...settings, confirmations: texts })}
      >
        <Trans>Guardar textos</Trans>
      </Button>
    </section>
  )
}
