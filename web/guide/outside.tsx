import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, UserRoundPlus, X } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { GuideShareView, StepView } from '#contract/guide.ts'
import { isShared } from '#core/guide/share.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { inputLook } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { act, useGuide } from './use-guide.ts'

/** Lets somebody without an account into this step: a link to make, to see and to take back. */
export function Outside({ step }: { readonly step: StepView }) {
  const { t } = useLingui()
  const { permissions } = useMe()
  const guideId = useGuide((held) => held.guide?.id)
  const [shares, setShares] = useState<readonly GuideShareView[]>([])
  const [url, setUrl] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [isAsking, setAsking] = useState(false)
  const mayShare = permissions.includes('line:manage') && isShared(step.name) && guideId !== undefined
  const load = useCallback(() => {
    if (!mayShare) return
    void call('listGuideShares', { params: { id: guideId } }).then(
      (result) => result.ok && setShares(result.value.data),
    )
  }, [mayShare, guideId])
  useEffect(load, [load, step.events.length])
  const open = shares.filter((share) => share.step === step.name && share.standing === 'open')
  if (!mayShare || (step.state === 'done' && open.length === 0)) return null

  const share = async (event: FormEvent) => {
    event.preventDefault()
    const body = { step: step.name, name: name.trim() }
    const result = await call('shareGuideStep', { params: { id: guideId }, body })
    if (!result.ok) return say(result.error.errors[0]?.message ?? result.error.title)
    setUrl(result.value.url)
    setName('')
    setAsking(false)
    load()
  }
  const revoke = async ({ id: shareId }: GuideShareView) => {
    const result = await call('revokeGuideShare', { params: { id: guideId, shareId } })
    if (!result.ok) return say(result.error.errors[0]?.message ?? result.error.title)
    setShares(result.value.data)
    setUrl(null)
    await act((id) => call('getGuide', { params: { id } }))
  }
  const copy = async () => {
    await navigator.clipboard.writeText(url ?? '')
    say(t`Enlace copiado`)
  }

  return (
    <section aria-label={t`Personas de fuera`} className="flex flex-col gap-2" data-testid="outside">
      {isAsking ? (
        <form onSubmit={(event) => void share(event)} className="flex flex-wrap items-center gap-2">
          <input
            aria-label={t`¿Para quién es?`}
            value={name}
            maxLength={80}
            required
            autoFocus
            placeholder={t`La notaría, el informático…`}
            onChange={(event) => setName(event.target.value)}
            className={`${inputLook} h-9 max-w-70 max-md:h-11`}
          />
          <Button type="submit" className="h-9! max-md:h-11!">
            <Trans>Crear enlace</Trans>
          </Button>
          <Button look="quiet" onPress={() => setAsking(false)} className="h-9! max-md:h-11!">
            <Trans>Cancelar</Trans>
          </Button>
        </form>
      ) : (
        step.state !== 'done' && (
          <Button look="quiet" size="sm" className="-mx-1.5 self-start max-md:h-11" onPress={() => setAsking(true)}>
            <UserRoundPlus size={14} aria-hidden />
            <Trans>Pedírselo a alguien de fuera</Trans>
          </Button>
        )
      )}
      {url !== null && (
        <div className="flex flex-col gap-2 rounded-lg border border-border bg-surface px-4 py-3">
          <p className="text-sm text-text-2">
            <Trans>Mande este enlace a esa persona y a nadie más. Se muestra solo ahora y vale una semana.</Trans>
          </p>
          <div className="flex items-center gap-2">
            <input
              readOnly
              aria-label={t`Enlace`}
              value={url}
              data-testid="share-url"
              onFocus={(event) => event.target.select()}
              className={`${inputLook} h-9 min-w-0 flex-1 text-sm! max-md:h-11`}
            />
            <Button look="primary" onPress={() => void copy()} className="h-9! max-md:h-11!">
              <Copy size={14} aria-hidden />
              <Trans>Copiar</Trans>
            </Button>
          </div>
        </div>
      )}
      {open.length > 0 && (
        <ul className="rounded-lg border border-border bg-surface px-4 py-1.5">
          {open.map((one) => (
            <li key={one.id} className="flex items-center gap-3 py-1 text-sm">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{one.name}</span>{' '}
                <span className="text-text-2">
                  ·{' '}
                  {one.lastOpenedAt === null
                    ? t`aún no lo ha abierto`
                    : t`lo abrió el ${shortDateTime(Date.parse(one.lastOpenedAt), formatLocale())}`}{' '}
                  · {t`vale hasta el ${shortDateTime(Date.parse(one.expiresAt), formatLocale())}`}
                </span>
              </span>
              <IconButton
                label={t`Retirar el enlace de ${one.name}`}
                onPress={() => void revoke(one)}
                className="max-md:size-11!"
              >
                <X size={15} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
