import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { GuideAnswersView } from '#contract/guide.ts'
import { Field } from '../../kit/field.tsx'
import { useMe } from '../../session/session.ts'
import { Check, Choices } from '../controls.tsx'
import { SaveButton, useSave } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { useStep } from '../use-guide.ts'

type Answers = NonNullable<GuideAnswersView['number']>

/** Which number, whether it is free, and how a code can reach it. */
export function NumberStep() {
  const { t } = useLingui()
  const form = useId()
  const { guide } = useStep('number')
  const me = useMe()
  const others = me.lines.filter(({ id }) => id !== guide.lineId)
  const [answers, setAnswers] = useState<Answers>(
    guide.answers.number ?? {
      phone: '',
      country: me.account.country,
      use: 'none',
      keepsApp: false,
      hasVoiceMenu: false,
      moreReason: null,
    },
  )
  const save = useSave('number')
  const put = (change: Partial<Answers>) => setAnswers({ ...answers, ...change })
  const kinds = {
    mobile: t`Móvil`,
    landline: t`Fijo`,
    'mobile-or-landline': t`Móvil o fijo`,
    'toll-free': t`Gratuito`,
    internet: t`Internet (VoIP)`,
    other: t`Otro`,
  }
  const country =
    guide.phone &&
    new Intl.DisplayNames([document.documentElement.lang || 'es'], { type: 'region' }).of(guide.phone.country)
  return (
    <StepFrame
      name="number"
      footer={<SaveButton name="number" form={form} />}
      onMend={(_field, phone) => {
        put({ phone })
        void save({ number: { ...answers, phone } })
      }}
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save({ number: answers })
        }}
      >
        <Field
          label={t`Número con código de país`}
          value={answers.phone}
          testId="guide-phone"
          type="tel"
          required
          minLength={5}
          maxLength={40}
          placeholder="+52 55 1234 5678"
          hint={guide.phone ? `${guide.phone.shown} · ${country} · ${kinds[guide.phone.kind]}` : undefined}
          onChange={(event) => put({ phone: event.target.value })}
        />
        <Choices
          label={t`¿Está en uso en WhatsApp?`}
          value={answers.use}
          onChange={(use) => put({ use, keepsApp: use === 'business-app' })}
          testId="use"
          options={[
            { value: 'none', name: t`No, o no sé` },
            { value: 'personal-app', name: t`Sí, en el WhatsApp de una persona` },
            { value: 'business-app', name: t`Sí, en la app WhatsApp Business` },
            { value: 'other-provider', name: t`Sí, con otro proveedor de la plataforma` },
          ]}
        />
        {answers.use === 'business-app' && (
          <Check
            label={t`Conservar la app: el número sigue en el teléfono, y sus contactos y chats de seis meses llegan a Hilo`}
            checked={answers.keepsApp}
            onChange={(keepsApp) => put({ keepsApp })}
          />
        )}
        <Check
          label={t`Contesta una máquina con menú de voz`}
          checked={answers.hasVoiceMenu}
          onChange={(hasVoiceMenu) => put({ hasVoiceMenu })}
        />
        {others.length > 0 && (
          <Choices
            label={t`Ya tiene ${others.map(({ name }) => name).join(', ')}. ¿Por qué otro?`}
            value={answers.moreReason}
            onChange={(moreReason) => put({ moreReason })}
            testId="more"
            options={[
              { value: 'area', name: t`Otra área, con su propio equipo y su propio nombre` },
              { value: 'brand', name: t`Otra marca` },
              { value: 'country', name: t`Otro país` },
              { value: 'agents', name: t`Más agentes` },
              { value: 'volume', name: t`Más mensajes` },
            ]}
          />
        )}
        {guide.number && (
          <p className="text-sm text-text-2">
            <Trans>Ya está conectado: {guide.number.address}.</Trans>
          </p>
        )}
      </form>
    </StepFrame>
  )
}
