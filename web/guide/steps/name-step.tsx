import { Trans, useLingui } from '@lingui/react/macro'
import { Globe } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import type { GuideView } from '#contract/guide.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Field, inputLook } from '../../kit/field.tsx'
import { useMe } from '../../session/session.ts'
import { SaveButton, useSave } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { act, useGuide, useStep } from '../use-guide.ts'

/** The name customers will read, held against Meta's rules and the company's site. */
export function NameStep() {
  const { t } = useLingui()
  const form = useId()
  const { guide, step } = useStep('name')
  const busy = useGuide((held) => held.busy)
  const { name: company } = useMe().account
  const kept = guide.answers.name
  const [displayName, setDisplayName] = useState(kept?.displayName ?? company)
  const [pasted, setPasted] = useState<string | null>(null)
  const save = useSave('name')
  const site = guide.answers.company?.website ?? ''
  const answersWith = (name: string, siteText = kept?.siteText ?? '', siteFrom = kept?.siteFrom ?? null) => ({
    name: { displayName: name, siteText, siteFrom },
  })
  const readSite = async () => {
    const guideNow = await act((id) => call('answerGuide', { params: { id }, body: answersWith(displayName) }))
    if (guideNow) await act((id) => call('readGuideSite', { params: { id }, body: { url: site } }))
  }
  const isDecided = guide.nameStatus === 'APPROVED' || guide.nameStatus === 'PENDING_REVIEW'
  const isRefused = guide.number !== null && guide.nameStatus === 'DECLINED'
  const isAdmin = useMe().permissions.includes('line:manage')
  useReview(guide, isAdmin)
  /** Kept here first: what Meta is asked for is what the guide has. */
  const askAgain = async () => {
    const kept = await act((id) => call('answerGuide', { params: { id }, body: answersWith(displayName) }))
    if (kept) await act((id) => call('askGuideName', { params: { id } }))
  }
  return (
    <StepFrame
      name="name"
      footer={
        isRefused && isAdmin ? (
          <Button
            look="primary"
            isDisabled={busy || displayName.trim().length < 3}
            data-testid="guide-ask-name"
            className="max-md:h-11"
            onPress={() => void askAgain()}
          >
            <Trans>Pedir este nombre a Meta</Trans>
          </Button>
        ) : (
          <SaveButton name="name" form={form} />
        )
      }
      onMend={(_field, text) => {
        setDisplayName(text)
        void act((id) => call('answerGuide', { params: { id }, body: answersWith(text) }))
      }}
    >
      {isRefused && (
        <div role="alert" className="rounded-md bg-danger-soft px-3.5 py-2.5 text-sm" data-testid="guide-name-refused">
          <p className="font-semibold text-danger">
            <Trans>Meta rechazó el nombre.</Trans>
          </p>
          <p className="pt-0.5 text-pretty">{guide.nameAdvice}</p>
        </div>
      )}
      {isDecided && (
        <p className="rounded-md bg-chip px-3.5 py-2.5 text-sm">
          {guide.nameStatus === 'APPROVED'
            ? t`Meta aprobó el nombre.`
            : t`Meta está revisando el nombre. Puede seguir mientras tanto.`}
        </p>
      )}
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save(pasted === null ? answersWith(displayName) : answersWith(displayName, pasted, 'pasted'))
        }}
      >
        <Field
          label={t`Nombre visible`}
          value={displayName}
          testId="guide-display-name"
          required
          maxLength={120}
          hint={t`La marca, tal como la conocen; puede llevar un área: «Aurora Cobros»`}
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <div className="rounded-lg border border-border bg-surface px-4 py-3">
          <h3 className="text-sm font-semibold">
            <Trans>¿Lo respalda su sitio web?</Trans>
          </h3>
          <Support />
          <div className="flex flex-wrap gap-2 pt-2">
            {site !== '' && step.mine && (
              <Button isDisabled={busy} onPress={() => void readSite()}>
                <Globe size={14} aria-hidden />
                <Trans>Leer {new URL(site).host}</Trans>
              </Button>
            )}
            {pasted === null && (
              <Button look="quiet" onPress={() => setPasted('')}>
                <Trans>Pegar el texto</Trans>
              </Button>
            )}
          </div>
          {pasted !== null && (
            <textarea
              aria-label={t`Texto del sitio`}
              value={pasted}
              rows={4}
              maxLength={20_000}
              placeholder={t`Pegue aquí lo que dice la página de inicio o el pie`}
              onChange={(event) => setPasted(event.target.value)}
              className={`${inputLook} mt-2 py-2`}
            />
          )}
        </div>
      </form>
    </StepFrame>
  )
}

const LOOK_EVERY_MS = 15_000

/** While Meta reviews the name, it is asked now and then what it says. */
function useReview({ id, number, nameStatus }: GuideView, mayAsk: boolean): void {
  const isUnderReview = mayAsk && number !== null && nameStatus === 'PENDING_REVIEW'
  useEffect(() => {
    if (!isUnderReview) return
    const look = () => {
      if (document.hidden || useGuide.getState().busy) return
      void call('lookAtGuide', { params: { id } }).then((result) => {
        if (result.ok) useGuide.setState({ guide: result.value })
      })
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isUnderReview, id])
}

/** What the site said of the name. */
function Support() {
  const { t } = useLingui()
  const { guide } = useStep('name')
  const words = {
    name: t`El nombre está en el sitio:`,
    words: t`Hay palabras del nombre, no el nombre entero.`,
    nothing: t`El sitio no dice este nombre.`,
  }
  if (guide.support === null) {
    return (
      <p className="text-sm text-pretty text-text-2">
        <Trans>
          Es lo primero que mira quien revisa en Meta. Basta que el nombre esté escrito en la página, por ejemplo en el
          pie.
        </Trans>
      </p>
    )
  }
  const { kind, excerpt } = guide.support
  return (
    <p className={kind === 'name' ? 'text-sm text-success' : 'text-sm text-warn'}>
      {words[kind]} {excerpt && <q className="text-text-2">{excerpt}</q>}
    </p>
  )
}
