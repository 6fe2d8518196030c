import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { SecretField } from '../kit/secret-field.tsx'
import { say } from '../kit/toast.tsx'
import { refreshMe } from '../session/session.ts'

const WEBHOOK_PATH = '/webhooks/whatsapp'
const FIELDS = ['name', 'phoneNumberId', 'wabaId', 'accessToken', 'appSecret', 'verifyToken'] as const
type FieldName = (typeof FIELDS)[number]

/** Connects a real number: what Meta's console shows goes in, what Meta's console asks for comes out. */
export function ConnectForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui()
  const [verifyToken] = useState(() => crypto.randomUUID().replaceAll('-', ''))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const webhookUrl = location.origin + WEBHOOK_PATH

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const body = Object.fromEntries(FIELDS.map((name) => [name, String(form.get(name) ?? '').trim()]))
    setBusy(true)
    const result = await call('connectLine', { body: body as Record<FieldName, string> })
    setBusy(false)
    if (!result.ok) return setProblem(result.error)
    await refreshMe()
    say(t`Número conectado: ${result.value.name}`)
    onClose()
  }
  const doubts: Partial<Readonly<Record<FieldName, string>>> = {
    phoneNumberId: t`El token no abre este número. Revise el id y los permisos del usuario del sistema.`,
    wabaId: t`El token no abre esta cuenta. Revise el id y los permisos del usuario del sistema.`,
    accessToken: t`Meta no acepta este token. Genere uno nuevo y cópielo entero.`,
    appSecret: t`Meta no reconoce esta clave. Copie la de la app a la que pertenece el token.`,
  }
  const errorOf = (name: FieldName) => {
    const error = problem?.errors.find(({ field }) => field === name || field?.endsWith(`.${name}`))
    return error?.code === 'input-invalid' ? (doubts[name] ?? error.message) : error?.message
  }
  const unplaced = problem && !FIELDS.some((name) => errorOf(name))

  return (
    <form onSubmit={(event) => void submit(event)} className="mt-5 rounded-lg border border-border bg-surface">
      <h2 className="px-5 pt-4 text-lg font-semibold">
        <Trans>Conectar un número</Trans>
      </h2>
      <div className="grid gap-4 px-5 py-4 md:grid-cols-2">
        <Field
          label={t`Nombre para el equipo`}
          name="name"
          required
          maxLength={80}
          placeholder={t`Ventas`}
          error={errorOf('name')}
          className="md:col-span-2"
          autoFocus
        />
        <Field
          label={t`Id del número (Phone number ID)`}
          name="phoneNumberId"
          required
          inputMode="numeric"
          pattern="\d{5,20}"
          hint={t`En Meta: WhatsApp → Configuración de la API`}
          error={errorOf('phoneNumberId')}
        />
        <Field
          label={t`Id de la cuenta (WABA ID)`}
          name="wabaId"
          required
          inputMode="numeric"
          pattern="\d{5,20}"
          hint={t`Está junto al id del número`}
          error={errorOf('wabaId')}
        />
        <SecretField
          label={t`Token de acceso permanente`}
          name="accessToken"
          autoComplete="off"
          required
          minLength={10}
          hint={t`De un usuario del sistema; se comprueba con Meta antes de guardarlo`}
          error={errorOf('accessToken')}
        />
        <SecretField
          label={t`Clave secreta de la app`}
          name="appSecret"
          autoComplete="off"
          required
          minLength={16}
          hint={t`En Meta: Configuración de la app → Básica`}
          error={errorOf('appSecret')}
        />
      </div>
      <section className="border-t border-border px-5 py-4">
        <h3 className="text-sm font-semibold">
          <Trans>Después, en Meta: WhatsApp → Configuración → Webhooks</Trans>
        </h3>
        <p className="pt-0.5 pb-3 text-sm text-text-2">
          <Trans>Pegue estos dos valores, pulse «Verificar y guardar» y suscriba el campo messages.</Trans>
        </p>
        <Given label={t`URL de devolución de llamada`} value={webhookUrl} />
        <Given label={t`Token de verificación`} value={verifyToken} />
        <input type="hidden" name="verifyToken" value={verifyToken} />
        {!webhookUrl.startsWith('https://') && (
          <p className="mt-2 rounded-md bg-warn-soft px-3 py-2 text-xs font-medium text-warn">
            <Trans>
              Meta solo llama a direcciones https públicas: ponga Hilo detrás de su dominio antes de verificar.
            </Trans>
          </p>
        )}
      </section>
      {unplaced && (
        <p role="alert" className="mx-5 mb-4 rounded-md bg-danger-soft px-3 py-2 text-sm font-medium text-danger">
          {problem.detail || problem.title}
        </p>
      )}
      <div className="flex justify-end gap-2 border-t border-border px-5 py-3">
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button type="submit" look="primary" isDisabled={busy}>
          {busy ? <Trans>Comprobando con Meta…</Trans> : <Trans>Conectar</Trans>}
        </Button>
      </div>
    </form>
  )
}

function Given({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useLingui()
  return (
    <div className="flex items-center gap-3 py-0.5 text-sm">
      <span className="w-48 shrink-0 text-text-2">{label}</span>
      <code className="min-w-0 flex-1 truncate rounded-sm bg-chip px-2 py-1 font-mono text-xs">{value}</code>
      <IconButton
        label={t`Copiar ${label}`}
        onPress={() => {
          void navigator.clipboard.writeText(value)
          say(t`Copiado`)
        }}
      >
        <Copy size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
