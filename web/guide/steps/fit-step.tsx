import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { GuideAnswersView } from '#contract/guide.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { useMe } from '../../session/session.ts'
import { Check } from '../controls.tsx'
import { SaveButton, useGoOn, useSave } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { useStep } from '../use-guide.ts'
import { FitResult } from './fit-result.tsx'

type Answers = NonNullable<GuideAnswersView['fit']>
type NumberName = { [Name in keyof Answers]: Answers[Name] extends number ? Name : never }[keyof Answers]

const USUAL: Omit<Answers, 'country'> = {
  conversationsPerDay: 100,
  openHours: 10,
  minutesEach: 6,
  atOnce: 3,
  answerWithinMinutes: 5,
  share: 0.8,
  agents: 6,
  repliesEach: 3,
  marketingPerMonth: 0,
  utilityPerMonth: 500,
  hasSystems: true,
  wantsBot: false,
  isOnApp: false,
}

/** The app or the platform, what it costs, and how many people it takes. */
export function FitStep() {
  const { t } = useLingui()
  const form = useId()
  const { guide } = useStep('fit')
  const { country } = useMe().account
  const [answers, setAnswers] = useState<Answers>(guide.answers.fit ?? { ...USUAL, country })
  const save = useSave('fit', true)
  const goOn = useGoOn('fit')
  const put = (change: Partial<Answers>) => setAnswers({ ...answers, ...change })
  const fields: readonly (readonly [NumberName, string])[] = [
    ['conversationsPerDay', t`Conversaciones al día`],
    ['agents', t`Personas que responden`],
    ['openHours', t`Horas de atención al día`],
    ['minutesEach', t`Minutos por conversación`],
    ['atOnce', t`Conversaciones a la vez`],
    ['answerWithinMinutes', t`Responder en (minutos)`],
    ['repliesEach', t`Respuestas por conversación`],
    ['utilityPerMonth', t`Avisos que inicia al mes`],
    ['marketingPerMonth', t`Mensajes de marketing al mes`],
  ]
  const kept = guide.answers.fit
  const isSaved =
    kept !== undefined && Object.entries(kept).every(([name, value]) => answers[name as NumberName] === value)
  return (
    <StepFrame
      name="fit"
      footer={
        <>
          {!isSaved && <SaveButton name="fit" form={form} label={t`Calcular`} />}
          {guide.fit && isSaved && (
            <Button look="primary" data-testid="guide-next" onPress={() => void goOn(guide)} className="max-md:h-11">
              <Trans>Seguir</Trans>
              <ArrowRight size={14} aria-hidden />
            </Button>
          )}
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save({ fit: answers })
        }}
      >
        <div className="grid grid-cols-3 gap-3 max-md:grid-cols-2">
          {fields.map(([name, label]) => (
            <Field
              key={name}
              label={label}
              type="number"
              min={name === 'atOnce' ? 1 : 0}
              inputMode="numeric"
              value={Number.isNaN(answers[name]) ? '' : answers[name]}
              onChange={(event) => put({ [name]: event.target.valueAsNumber })}
              required
            />
          ))}
        </div>
        <div className="flex flex-col">
          <Check
            label={t`Otros sistemas leerán o escribirán: CRM, tienda, cobranza`}
            checked={answers.hasSystems}
            onChange={(hasSystems) => put({ hasSystems })}
          />
          <Check
            label={t`Un bot atenderá una parte`}
            checked={answers.wantsBot}
            onChange={(wantsBot) => put({ wantsBot })}
          />
          <Check
            label={t`El número está hoy en la app WhatsApp Business`}
            checked={answers.isOnApp}
            onChange={(isOnApp) => put({ isOnApp })}
          />
        </div>
      </form>
      {guide.fit && isSaved && <FitResult fit={guide.fit} />}
    </StepFrame>
  )
}
