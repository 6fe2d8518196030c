import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { LANGUAGE_CODES, NAME_LENGTH } from '#core/template/lint/limits.ts'
import type { Category } from '#core/template/lint/finding.ts'
import { slugOf } from '#core/template/lint/places.ts'
import { categoryWords } from '../../thread/price.ts'
import { edit, useForm } from '../builder.ts'
import { languageName } from '../language-name.ts'
import { Labelled, selectLook } from './labelled.tsx'
import { TextLine } from './text-line.tsx'

const CATEGORIES: readonly Category[] = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
/** Our languages and regions stand first. */
const FIRST = ['es_MX', 'es_AR', 'es_CO', 'es_CL', 'es_PE', 'es_ES', 'es', 'pt_BR', 'en_US', 'en']

type Props = {
  /** Meta keeps name and language of what it has once taken; and the category of what it approved. */
  readonly locked: { readonly name: boolean; readonly category: boolean }
  readonly purpose: { readonly value: string | null; readonly choices: readonly { value: string; name: string }[] }
  readonly onPurpose: (purpose: string | null) => void
}

/** What stands around the text: name, language, category, purpose. */
export function FrameSection({ locked, purpose, onPurpose }: Props) {
  const { t, i18n } = useLingui()
  const form = useForm()
  const [languageId, categoryId, purposeId] = [useId(), useId(), useId()]
  const better = slugOf(form.name)
  const others = [...LANGUAGE_CODES].filter((code) => !FIRST.includes(code))
  const option = (code: string) => (
    <option key={code} value={code}>
      {languageName(code, i18n.locale)} · {code}
    </option>
  )
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-4 max-md:grid-cols-1">
      {locked.name ? (
        <Labelled label={t`Nombre`}>
          <p className="flex min-h-9.5 items-center font-mono text-sm break-all" data-place="name" tabIndex={-1}>
            {form.name}
          </p>
        </Labelled>
      ) : (
        <TextLine
          place="name"
          text={form.name}
          label={t`Nombre`}
          max={NAME_LENGTH}
          placeholder="recordatorio_cuota"
          direction="ltr"
          hint={
            form.name !== '' && form.name !== better && better !== '' ? (
              <Trans>
                Meta lo guardará como <span className="font-mono text-text-2">{better}</span>
              </Trans>
            ) : (
              <Trans>Diga para qué es; nadie más que su equipo lo ve.</Trans>
            )
          }
        />
      )}
      <Labelled label={t`Idioma`} htmlFor={languageId}>
        {locked.name ? (
          <p className="flex min-h-9.5 items-center text-sm">
            {languageName(form.language, i18n.locale)} · {form.language}
          </p>
        ) : (
          <select
            id={languageId}
            data-place="language"
            className={selectLook}
            value={form.language}
            onChange={(event) => edit((now) => ({ ...now, language: event.target.value }))}
          >
            <optgroup label={t`Frecuentes`}>{FIRST.map(option)}</optgroup>
            <optgroup label={t`Otros`}>{others.map(option)}</optgroup>
          </select>
        )}
      </Labelled>
      <Labelled
        label={t`Categoría`}
        htmlFor={categoryId}
        hint={locked.category ? <Trans>Meta no deja cambiarla en lo que ya aprobó.</Trans> : null}
      >
        <select
          id={categoryId}
          data-place="category"
          className={selectLook}
          disabled={locked.category}
          value={form.category}
          onChange={(event) => edit((now) => ({ ...now, category: event.target.value as Category }))}
        >
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {categoryWords(category.toLowerCase())}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={t`Para qué es`} htmlFor={purposeId}>
        <select
          id={purposeId}
          className={selectLook}
          value={purpose.value ?? ''}
          onChange={(event) => onPurpose(event.target.value || null)}
        >
          <option value="">{t`Sin decir`}</option>
          {purpose.choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
    </div>
  )
}
