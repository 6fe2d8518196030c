import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { GuideAnswersView } from '#contract/guide.ts'
import { websiteFrom } from '#core/guide/website.ts'
import { Field } from '../../kit/field.tsx'
import { useMe } from '../../session/session.ts'
import { Choices } from '../controls.tsx'
import { SaveButton, useSave } from '../save-bar.tsx'
import { StepFrame } from '../step-frame.tsx'
import { useStep } from '../use-guide.ts'

type Answers = NonNullable<GuideAnswersView['company']>

/** Who the company is, and whether Meta has verified that. */
export function CompanyStep() {
  const { t } = useLingui()
  const form = useId()
  const { guide } = useStep('company')
  const { name } = useMe().account
  const [answers, setAnswers] = useState<Answers>(
    guide.answers.company ?? { legalName: name, taxId: '', portfolioId: '', website: '', verification: 'not-begun' },
  )
  const save = useSave('company')
  const put = (change: Partial<Answers>) => setAnswers({ ...answers, ...change })
  return (
    <StepFrame name="company" footer={<SaveButton name="company" form={form} />}>
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const site = answers.website
          const website = websiteFrom(site) ?? site
          void save({ company: { ...answers, website } })
        }}
      >
        <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Field
            label={t`Razón social`}
            value={answers.legalName}
            required
            maxLength={200}
            onChange={(event) => put({ legalName: event.target.value })}
          />
          <Field
            label={t`Identificación fiscal`}
            hint={t`RFC, RUC, NIT, CUIT, CNPJ, CIF…`}
            value={answers.taxId}
            maxLength={60}
            onChange={(event) => put({ taxId: event.target.value })}
          />
          <Field
            label={t`Sitio web`}
            value={answers.website}
            inputMode="url"
            maxLength={250}
            placeholder="https://"
            hint={t`Con el nombre de la empresa y el de la marca`}
            onChange={(event) => put({ website: event.target.value })}
          />
          <Field
            label={t`Id del portafolio de empresa`}
            value={answers.portfolioId}
            inputMode="numeric"
            pattern="\d{5,20}"
            hint={t`En business.facebook.com: Configuración → Información. Puede quedar vacío.`}
            onChange={(event) => put({ portfolioId: event.target.value.trim() })}
          />
        </div>
        <Choices
          label={t`Verificación de la empresa en Meta`}
          value={answers.verification}
          onChange={(verification) => put({ verification })}
          testId="verification"
          options={[
            {
              value: 'not-begun',
              name: t`Sin empezar`,
              more: t`Se puede empezar así: dos números y 250 personas al día a las que escribir primero.`,
            },
            {
              value: 'in-review',
              name: t`En revisión`,
              more: t`Meta tarda de unos minutos a dos semanas. Solo Meta puede hacerlo.`,
            },
            { value: 'verified', name: t`Verificada`, more: t`Veinte números y 2,000 personas al día para empezar.` },
            { value: 'rejected', name: t`Rechazada` },
          ]}
        />
      </form>
    </StepFrame>
  )
}
